import * as m from '#messages';

const SWEDISH = { locale: 'sv' } as const;

/** The letter to a group's leaders: somebody wants to walk. Who it is stands behind a sign-in. */
export const joinLetter = ({ group, address }: { group: string; address: string }): { subject: string; text: string } => ({
  subject: m.join_letter_subject({ group }, SWEDISH),
  text: [m.join_letter_text({ group }, SWEDISH), m.walks_letter_where({ address }, SWEDISH)].join('\n\n'),
});
