import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { everyMatch } from './passages.ts';

const PRIVATE_MAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|telia|comhem|bredband|spray|home|protonmail|proton)\.(?:com|se|net|nu|me)(?!\p{L})/giu;
const PRIVATE_PHONE = /(?<!\p{L})(?:hemtelefon|privat (?:telefon|mobil|nummer|e-post)|tel\.? hem|mobil privat|privatnummer)(?!\p{L})/giu;
const HOME_ADDRESS = /(?<!\p{L})(?:hemadress|bostadsadress|privatadress|folkbokföringsadress)(?!\p{L})/giu;

/**
 * A private mailbox, phone or home address where one for the duty would do. The detail is not repeated in the finding.
 * @lagrum Dataskyddsförordningen (EU) 2016/679 art. 5.1 c
 */
export const privateContactDetails: Check<NoFacts> = {
  code: 'private-contact-details',
  severity: 'note',
  say: m.check_private_contact_details,
  find: ({ doc }) =>
    [PRIVATE_MAIL, PRIVATE_PHONE, HOME_ADDRESS].flatMap((kind) => everyMatch(doc, kind)).map(({ span }) => ({ span, facts: {} })),
};
