import * as m from '#messages';

/** What the other side is told about: one letter for each of these a day. */
export type NegotiationOccasion = 'shared' | 'proposed' | 'answered' | 'commented';

/** Letters are in Swedish: whoever gets one may have chosen no language. */
const SWEDISH = { locale: 'sv' } as const;

interface Told {
  occasion: NegotiationOccasion;
  /** The side that did it. */
  from: string;
  title: string;
  /** Proposals of that side which wait for an answer. */
  waiting: number;
  address: string;
}

/** That something waits in a negotiation, and where: nothing of what was proposed or said, which may be many things by the time it is read. */
export function negotiationLetter({ occasion, from, title, waiting, address }: Told): { subject: string; text: string } {
  const lines = [
    SAID[occasion]({ name: from, title }, SWEDISH),
    ...(waiting > 0 ? [m.negotiation_letter_waiting({ count: waiting }, SWEDISH)] : []),
    m.negotiation_letter_where({ address }, SWEDISH),
    m.negotiation_letter_once({}, SWEDISH),
  ];
  return { subject: m.negotiation_letter_subject({ title }, SWEDISH), text: lines.join('\n\n') };
}

const SAID = { shared: m.negotiation_letter_shared, proposed: m.negotiation_letter_proposed, answered: m.negotiation_letter_answered, commented: m.negotiation_letter_commented } as const;
