export { recordTerms } from './actions.ts';
export type { BudgetLine, Payment } from './model.ts';
export { termsOf } from './queries.ts';
