import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { everyMatch } from './passages.ts';

/** A blacked-out word. */
export const MASKED = /[█■▇]{3,}/gu;

/** Names or numbers are blacked out: nobody can be reached by this copy. */
export const contactMasked: Check<NoFacts> = {
  code: 'contact-masked',
  severity: 'note',
  say: m.check_contact_masked,
  find: ({ doc }) => everyMatch(doc, MASKED).slice(0, 1).map(({ span }) => ({ span, facts: {} })),
};
