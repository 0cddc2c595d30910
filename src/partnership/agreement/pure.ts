export { FACT_KINDS, type FactKind, factsOf, type ReadFact, readingFrom } from './facts.ts';
export * from './model.ts';
export { agreed, type FactView, type Standing, undecided } from './review.ts';
