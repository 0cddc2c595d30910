export * from './model.ts';
export { stampOf } from './moment.ts';
export { proseOf } from './prose.ts';
export { sayRecord, saySubmissionKind } from './words.ts';
export { personalData } from './personal-data.ts';
