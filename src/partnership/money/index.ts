export type { Payment } from './model.ts';
export { aidStandingOf } from './aid/queries.ts';
export { recordAid, recordDeclaration, withdrawAid } from './aid/actions.ts';
export { recordTerms } from './actions.ts';
export { termsOf } from './queries.ts';
