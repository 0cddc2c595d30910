import type { Delivery } from '../mail/mail.ts';
import type { Texting } from './sms.ts';

/** Milliseconds a gateway may take to answer before the message is left for later. */
const PATIENCE = 15_000;

/**
 * Text messages through a gateway that takes a form of `from`, `to` and `message` with a user and password, as 46elks does;
 * both are part of the address.
 */
export function gateway(url: URL, from: string): Texting {
  const address = new URL(url);
  const login = Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString('base64');
  address.username = '';
  address.password = '';
  return {
    leaves: true,
    async deliver({ to, text }) {
      try {
        const answer = await fetch(address, {
          method: 'POST',
          body: new URLSearchParams({ from, to, message: text }),
          headers: { authorization: `Basic ${login}` },
          signal: AbortSignal.timeout(PATIENCE),
          redirect: 'error',
        });
        return answer.ok ? 'taken' : refusal(answer.status, (await answer.text()).slice(0, 200));
      } catch (fault) {
        return { refused: 'unreachable', why: String(fault) };
      }
    },
  };
}

/** A login that fails or an account that is empty may be put right; what is wrong with the number or the words may not. */
function refusal(status: number, words: string): Delivery {
  const why = `${status} ${words}`;
  if ([401, 402, 403].includes(status)) return { refused: 'unreachable', why };
  return { refused: status === 429 || status >= 500 ? 'for-now' : 'for-good', why };
}
