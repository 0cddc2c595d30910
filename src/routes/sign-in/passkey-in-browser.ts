import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { address } from '#ui/address.ts';

/** What became of it; the house's words where it said no. */
export interface Answer {
  ok: boolean;
  words?: string;
}

/** Asks the device for a key that this house knows, and goes on where the house lets its owner in. */
export const enterWithPasskey = (to: string): Promise<Answer> =>
  tried(async () => {
    const optionsJSON = await sent('/sign-in/passkey/options', {});
    const answer = await startAuthentication({ optionsJSON });
    const { go } = await sent('/sign-in/passkey', { answer, to });
    location.assign(go);
  });

/** Has the device make a key for whoever is signed in, and shows it among theirs. */
export const makePasskey = (name: string): Promise<Answer> =>
  tried(async () => {
    const optionsJSON = await sent('/account/passkey/options', {});
    const made = await startRegistration({ optionsJSON });
    await sent('/account/passkey', { made, name });
    location.assign(`${address('/account')}#keys`);
    location.reload();
  });

class Refused extends Error {}

async function sent(path: string, body: object) {
  const response = await fetch(address(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.words);
  return answer;
}

/** A no of the house has words. One of the device, or of whoever holds it, has none. */
async function tried(work: () => Promise<void>): Promise<Answer> {
  try {
    await work();
    return { ok: true };
  } catch (fault) {
    return fault instanceof Refused ? { ok: false, words: fault.message } : { ok: false };
  }
}
