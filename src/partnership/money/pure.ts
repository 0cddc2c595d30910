export type { Cents } from './aid/model.ts';
export type { AidSign, AidStanding } from './aid/rules.ts';
export { centsOf } from './aid/rules.ts';
export { personalData } from './personal-data.ts';
