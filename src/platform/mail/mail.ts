/** What is written to one person: plain text, the address bare. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** What became of handing a letter over: taken, or not, in the server's own words, and whether that may change. */
export type Delivery = 'taken' | { refused: 'for-good' | 'for-now' | 'unreachable'; why: string };

/** How letters leave the house. The outbox has them already; where mail does not leave, they rest there. */
export interface Mail {
  leaves: boolean;
  /** Hands one letter over. `id` is the same each time the same letter is tried, so that receivers know it again. */
  deliver(letter: Letter & { id: string }): Promise<Delivery>;
}

/** Without a mail server everything rests in the outbox. */
export const resting: Mail = { leaves: false, deliver: async () => ({ refused: 'unreachable', why: 'no mail server' }) };
