import type { Transporter } from 'nodemailer';
import type { Delivery, Mail } from './mail.ts';

/** Milliseconds a mail server may take to answer before the letter is left for later. */
const PATIENCE = 20_000;

/**
 * Mail through an SMTP server, named by an address such as `smtps://user:password@mail.example.se:465`.
 * The server is first spoken to when there is something to send.
 */
export function smtp(server: string, from: string): Mail {
  let transport: Promise<Transporter> | null = null;
  return {
    leaves: true,
    async deliver({ id, to, subject, text }) {
      transport ??= connect(server);
      try {
        // The address is given apart from a name, so that one that holds a comma is never read as two.
        await (await transport).sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { taken: true };
      } catch (fault) {
        return refused(fault as SmtpFault);
      }
    },
    close: () => void transport?.then((open) => open.close()),
  };
}

async function connect(server: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({ url: server, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE });
}

type SmtpFault = Error & { command?: string; responseCode?: number };

/** A no of 500 and above to this recipient or this text is for good; all else, a login included, may be put right. */
function refused({ command, responseCode = 0, message }: SmtpFault): Delivery {
  const forGood = command === 'API' || (responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA'));
  return { taken: false, again: !forGood, why: message };
}

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
