import * as m from '#messages';

/** Letters are in Swedish: whoever gets one has chosen no language. */
const SWEDISH = { locale: 'sv' } as const;

interface Told {
  name: string;
  title: string;
  address: string;
}

/** What may be told of a group: that it is proposed, that a party has been heard, that it walks, or that it no longer does. */
export type GroupOccasion = 'proposed' | 'heard' | 'started' | 'ended';

const SAID = { proposed: m.group_letter_proposed, heard: m.group_letter_heard, started: m.group_letter_started, ended: m.group_letter_ended } as const;

/** The letter about a group to the parties: what has happened, and where the rest is. Nothing of what anybody said. */
export const groupLetter = (occasion: GroupOccasion, { name, title, address }: Told): { subject: string; text: string } => ({
  subject: m.group_letter_subject({ name, title }, SWEDISH),
  text: [SAID[occasion]({ name, title }, SWEDISH), m.walks_letter_where({ address }, SWEDISH)].join('\n\n'),
});

/** The letter to whoever coordinates: a group is reached by somebody else. Without the name, which the page shows to those who may know it. */
export const contactLetter = ({ name, title, address }: Told): { subject: string; text: string } => ({
  subject: m.contact_letter_subject({ name }, SWEDISH),
  text: [m.contact_letter_changed({ name, title }, SWEDISH), m.walks_letter_where({ address }, SWEDISH)].join('\n\n'),
});

/** The letter to a group's leaders: the one that coordinates has passed a duty on to it. */
export const passedLetter = ({ name, title, address, what }: Told & { what: string }): { subject: string; text: string } => ({
  subject: m.passed_letter_subject({ name }, SWEDISH),
  text: [m.passed_letter_what({ name, title, what }, SWEDISH), m.walks_letter_where({ address }, SWEDISH)].join('\n\n'),
});
