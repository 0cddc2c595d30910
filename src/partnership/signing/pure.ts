export { type SigningEvidence, evidenceOf } from './evidence/evidence.ts';
export * from './model.ts';
export { personalData } from './personal-data.ts';
export { signedNames } from './rules/status.ts';
export * from './words.ts';
