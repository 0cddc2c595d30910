import type { Context } from '#platform/context.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { guard } from '#partnership/people';
import type { SigningRecords } from '../model.ts';
import { lettersDue } from '../rules/letters-due.ts';
import { insertLetter } from '../store/letters.server.ts';
import { freshSecret, invitationLetter } from './letter.ts';

/**
 * Writes to everybody whom it is time to write to, each letter once, in the transaction of what it tells about. A link
 * lets in whoever has no account; `house` is where Handslag is reached, null where nobody has said. Gives how many.
 */
export async function writeLetters(inside: Context, records: SigningRecords, house: string | null): Promise<number> {
  const { id, agreementId } = records.signing;
  const at = inside.clock.now();
  const { hide } = await guard(inside);
  let written = 0;
  for (const { signatory, kind, nth } of lettersDue(records, { now: at, today: inside.clock.today() })) {
    const { secret, hash } = freshSecret();
    if (!(await insertLetter(inside, id, { signatoryId: signatory.id, kind, nth, at }, hash))) continue;
    const letter = invitationLetter(records, signatory, { kind, address: house && `${house}/sign/enter?secret=${secret}` });
    await queueMail(inside, { to: signatory.email, ...hide(agreementId, letter), kind: `signing.${kind}` });
    written += 1;
  }
  return written;
}
