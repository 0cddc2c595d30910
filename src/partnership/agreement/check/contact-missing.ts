import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { isWhole, says, titleSpan, words } from './passages.ts';

/** No contact person, no address: the agreement does not say whom to call. */
export const contactMissing: Check<NoFacts> = {
  code: 'contact-missing',
  severity: 'note',
  say: m.check_contact_missing,
  find(agreement) {
    const named = agreement.reading.contacts.length > 0 || says(agreement.doc, words('kontaktperson\\p{L}*|kontaktuppgift\\p{L}*|\\S+@\\S+'));
    return isWhole(agreement) && !named ? [{ span: titleSpan(agreement), facts: {} }] : [];
  },
};
