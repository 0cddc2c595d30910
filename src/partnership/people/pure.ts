export { CREDENTIAL_KINDS, type CredentialKind, type ContactPerson, type RoleHolder, type ShownContact } from './model.ts';
export { roleWords } from './role-words.ts';
export { type Lack, type Task, TASKS } from './rules/fitness.ts';
export { personalData } from './personal-data.ts';
export { DISPOSABLE } from './rules/retention.ts';
