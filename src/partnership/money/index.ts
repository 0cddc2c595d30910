export { recordTerms } from './actions.ts';
export type { Payment } from './model.ts';
export { termsOf } from './queries.ts';
