import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { isWhole, says, titleSpan, words } from './passages.ts';

const CONTACT = words('kontaktperson\\p{L}*|kontaktuppgift\\p{L}*');

/** No contact person, no address: the agreement does not say whom to call. */
export const contactMissing: Check<NoFacts> = {
  code: 'contact-missing',
  severity: 'note',
  say: m.check_contact_missing,
  find(agreement) {
    const { doc, reading } = agreement;
    const named = reading.contacts.length > 0 || doc.text.includes('@') || says(doc, CONTACT);
    return isWhole(agreement) && !named ? [{ span: titleSpan(agreement), facts: {} }] : [];
  },
};
