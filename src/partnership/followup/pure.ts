export * from './model.ts';
export { type Block, proseOf } from './prose.ts';
export { sayRecord, saySubmissionKind } from './words.ts';
