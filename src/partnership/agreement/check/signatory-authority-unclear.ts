import * as m from '#messages';
import type { Check } from './check.ts';

/** Titles of those who do the work. They may sign if someone has said so, and the agreement does not show it. */
const WORKING_TITLE = /^(?:\p{L}*(?:projekt|grupp|verksamhets?)(?:ledare|utvecklare|samordnare)|\p{L}*(?:samordnare|koordinator|handläggare|pedagog|konsulent|ingenjör|sekreterare|assistent|strateg|utvecklare))(?!\p{L})/iu;

/** Someone signs whose title does not tell of a right to bind the party. */
export const signatoryAuthorityUnclear: Check<{ person: string; title: string }> = {
  code: 'signatory-authority-unclear',
  severity: 'note',
  say: m.check_signatory_authority_unclear,
  find: ({ reading }) =>
    reading.signatories.flatMap(({ name, title, source }) =>
      title !== null && WORKING_TITLE.test(title) ? [{ span: source, facts: { person: name, title } }] : [],
    ),
};
