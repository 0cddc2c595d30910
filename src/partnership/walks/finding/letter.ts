import * as m from '#messages';
import { inAlphabet, isOneMessage, oneMessage } from '#platform/sms/one-message.ts';

const SWEDISH = { locale: 'sv' } as const;

/** The letter to a group's leaders: somebody wants to walk. Who it is stands behind a sign-in. */
export const joinLetter = ({ group, address }: { group: string; address: string }): { subject: string; text: string } => ({
  subject: m.join_letter_subject({ group }, SWEDISH),
  text: [m.join_letter_text({ group }, SWEDISH), m.walks_letter_where({ address }, SWEDISH)].join('\n\n'),
});

/** To somebody who wants to walk, in the language that they asked in: which group they will hear from, and by which link they can change to another. */
export const wishWords = ({ group, link }: { group: string; link: string }): { sms: string; subject: string; text: string } => ({
  sms: oneMessage(isOneMessage(inAlphabet(withLink('', link))) ? (name) => withLink(name, link) : (name) => m.wish_sms({ group: name }), group),
  subject: m.wish_letter_subject(),
  text: [m.wish_letter_text({ group }), link].join('\n\n'),
});

const withLink = (group: string, link: string): string => `${m.wish_sms({ group })} ${m.wish_sms_change()} ${link}`;
