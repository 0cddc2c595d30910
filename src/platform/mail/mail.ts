/** What is written to one person: plain text, the address bare. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** What became of handing over: taken, to be tried later, or refused for good. `why` is the server's own words. */
export type Delivery = { taken: true } | { taken: false; again: boolean; why: string };

/** How letters leave the house. The outbox has them already; a port that does not leave lets them rest there. */
export interface Mail {
  leaves: boolean;
  /** Hands one letter over. `id` is the same each time the same letter is tried, so that receivers know it again. */
  deliver(letter: Letter & { id: string }): Promise<Delivery>;
  close(): void;
}

/** Without a mail server everything rests in the outbox. */
export const resting: Mail = {
  leaves: false,
  deliver: async () => ({ taken: false, again: true, why: 'no mail server' }),
  close: () => {},
};
