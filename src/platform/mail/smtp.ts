import type { Delivery, Mail } from './mail.ts';

/** Milliseconds a mail server may take to answer before the letter is left for later. */
const PATIENCE = 15_000;

/**
 * Mail through an SMTP server, named by an address such as `smtps://user:password@mail.example.se:465`. The server is
 * spoken to, and nodemailer loaded, only when there is something to send; no connection is kept.
 */
export const smtp = (server: string, from: string): Mail => ({
  leaves: true,
  async deliver({ id, to, subject, text }) {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ url: server, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE });
    try {
      await transport.sendMail({
        from,
        // The address is given apart from a name, so that one that holds a comma is never read as two.
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domainOf(from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return 'taken';
    } catch (fault) {
      return refusal(fault as SmtpFault);
    }
  },
});

type SmtpFault = Error & { command?: string; responseCode?: number };

/** A no of 500 and above to this recipient or this text is for good; a login that fails, like all else, may be put right. */
function refusal({ command, responseCode = 0, message: why }: SmtpFault): Delivery {
  if (command === 'API') return { refused: 'for-good', why };
  if (command !== 'RCPT TO' && command !== 'DATA') return { refused: 'unreachable', why };
  return { refused: responseCode >= 500 ? 'for-good' : 'for-now', why };
}

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
