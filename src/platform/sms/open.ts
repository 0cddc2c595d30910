import { StartFailure } from '../start-failure.ts';
import { gateway } from './gateway.ts';
import { resting, type Texting } from './sms.ts';

/** What a telephone shows as the sender: at most eleven letters and digits, or a number with its country code. */
const SENDER = /^(?:[A-Za-z][A-Za-z0-9]{2,10}|\+[1-9][0-9]{6,14})$/;

/** Text messages by `SMS_URL` from `SMS_FROM`, or resting in the outbox. Throws `StartFailure` where only half is said. */
export function openSms({ SMS_URL: given, SMS_FROM: from }: NodeJS.ProcessEnv): Texting {
  if (!given) return resting;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw new StartFailure('sms-gateway-unreadable');
  if (!from || !SENDER.test(from)) throw new StartFailure('sms-sender-missing');
  return gateway(new URL(given), from);
}
