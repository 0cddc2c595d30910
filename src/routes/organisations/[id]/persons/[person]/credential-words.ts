import * as m from '#messages';
import type { CredentialKind, Lack, Task } from '#pure/people';

export const CREDENTIAL_WORDS = {
  'register-extract': m.credential_register_extract,
  'background-check': m.credential_background_check,
  course: m.credential_course,
  insurance: m.credential_insurance,
  'guardian-consent': m.credential_guardian_consent,
  'callout-consent': m.credential_callout_consent,
} as const satisfies Record<CredentialKind, () => string>;

export const LACK_WORDS = { ...CREDENTIAL_WORDS, 'too-young': m.lack_too_young } as const satisfies Record<Lack, () => string>;

export const TASK_WORDS = {
  walk: m.task_walk,
  'lead-walk': m.task_lead_walk,
  'work-with-minors': m.task_work_with_minors,
  callout: m.task_callout,
} as const satisfies Record<Task, () => string>;
