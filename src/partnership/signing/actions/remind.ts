import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { releaseFromSignature } from '#partnership/agreement';
import { addressesIn, guard } from '#partnership/people';
import { endedLetter, sealedLetter } from '../letters/letter.ts';
import { writeLetters } from '../letters/write.ts';
import type { Seal, SigningRecords } from '../model.ts';
import { maySeal } from '../policy.ts';
import { insertLetter } from '../store/letters.server.ts';
import { endedUntold, holdRecords, unfinishedSignings } from '../store/records.server.ts';

/** Reminds those whose turn it is, and asks deputies, for every signing that is under way. Gives how many letters were written. */
export async function remindSignatories(context: Context, { house }: { house: string | null }): Promise<Outcome<{ letters: number }>> {
  if (!maySeal(context.actor)) return refuse('forbidden', 'access.not-allowed');
  let letters = 0;
  for (const signingId of await unfinishedSignings(context)) {
    letters += await inTransaction(context, async (inside) => {
      const records = (await holdRecords(inside, signingId))!;
      const written = await writeLetters(inside, records, house);
      if (written > 0) await witness(inside, { what: 'signing.reminded', agreementId: records.signing.agreementId, facts: { signingId, letters: written } });
      return written;
    });
  }
  return done({ letters });
}

/**
 * Closes every signing that has ended without being sealed, once: its draft can be negotiated again, and everybody who had
 * been asked and those who draft on both sides are told.
 */
export async function closeEndings(context: Context): Promise<Outcome<null>> {
  if (!maySeal(context.actor)) return refuse('forbidden', 'access.not-allowed');
  for (const signingId of await endedUntold(context)) {
    await inTransaction(context, async (inside) => {
      const records = (await holdRecords(inside, signingId))!;
      // Released before by whoever took it up again: that is as good.
      await releaseFromSignature(inside, records.signing.draftId);
      await tellAll(inside, records, { kind: 'ended', words: endedLetter(records, records.signing.ended!) });
    });
  }
  return done(null);
}

/** Writes the receipts: to everybody who was asked and to those who draft on both sides, in the transaction of the seal. */
export async function sendSealed(inside: Context, records: SigningRecords & { seal: Seal }, house: string | null): Promise<Outcome<null>> {
  if (!maySeal(inside.actor)) return refuse('forbidden', 'access.not-allowed');
  const address = house && `${house}/signings/${records.signing.id}`;
  await tellAll(inside, records, { kind: 'sealed', words: sealedLetter(records, { sha256: records.seal.sha256, address }) });
  return done(null);
}

/** Each letter once to each address: signatories who have been written to before, and who drafts on both sides. */
async function tellAll(inside: Context, { signing, letters }: SigningRecords, { kind, words }: { kind: 'ended' | 'sealed'; words: { subject: string; text: string } }): Promise<void> {
  const { hide } = await guard(inside);
  const asked = signing.places.flatMap(({ signatories }) => signatories).filter(({ id }) => letters.some(({ signatoryId }) => signatoryId === id));
  for (const { id } of asked) await insertLetter(inside, signing.id, { signatoryId: id, kind, nth: 0, at: inside.clock.now() }, null);
  const drafting = await addressesIn(inside, signing.agreementId, 'agreement.draft');
  for (const to of new Set([...asked.map(({ email }) => email), ...(drafting.ok ? drafting.value : [])])) {
    await queueMail(inside, { to, ...hide(signing.agreementId, words), kind: `signing.${kind}`, key: `signing.${kind} ${signing.id} ${to}` });
  }
}
