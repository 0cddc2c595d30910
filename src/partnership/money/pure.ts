export { type AidSign, type AidStanding, centsOf } from './aid/rules.ts';
export { personalData } from './personal-data.ts';
