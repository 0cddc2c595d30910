import { StartFailure } from '../start-failure.ts';
import { type Mail, resting } from './mail.ts';
import { smtp } from './smtp.ts';

/** Mail by `SMTP_URL` from `MAIL_FROM`, or resting in the outbox. Throws `StartFailure` where only half is said. */
export function openMail({ SMTP_URL: server, MAIL_FROM: from }: NodeJS.ProcessEnv): Mail {
  if (!server) return resting;
  if (!/^smtps?:\/\/./.test(server)) throw new StartFailure('mail-server-unreadable');
  if (!from?.includes('@')) throw new StartFailure('mail-sender-missing');
  return smtp(server, from);
}
