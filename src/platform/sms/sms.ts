import type { Delivery } from '../mail/mail.ts';

/** What is written to one telephone: its number with country code, and words that fit one message. */
export interface Sms {
  to: string;
  text: string;
}

/** How text messages leave the house. The outbox has them already; where none leave, they rest there. */
export interface Texting {
  leaves: boolean;
  deliver(sms: Sms): Promise<Delivery>;
}

/** Without a gateway everything rests in the outbox. */
export const resting: Texting = { leaves: false, deliver: async () => ({ refused: 'unreachable', why: 'no gateway' }) };
