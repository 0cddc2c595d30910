export { personalData } from './personal-data.ts';
export { DISPOSABLE } from './rules/retention.ts';
