export { check, saidAgain } from './check/index.ts';
export { FACT_KINDS, type FactKind, factsOf, type ReadFact, readingFrom } from './facts.ts';
export * from './model.ts';
export { personalData } from './personal-data.ts';
export type { BlockKind } from './read/document.ts';
export { read } from './read/index.ts';
export { lineKinds } from './read/line-kinds.ts';
export { readAndCheck } from './read-and-check.ts';
export { agreed, type FactView, type Standing, undecided } from './review.ts';
