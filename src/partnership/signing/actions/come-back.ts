import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { answered } from '#platform/signatures/answered.ts';
import type { Answer } from '#platform/signatures/signing-service.ts';
import { keptFile } from '../growing-file.ts';
import { keepSignature, type Signed, whileInTurn } from '../keep-signature.ts';
import { type Errand, LIMITS, type Signatory, type Signature, type SigningRecords } from '../model.ts';
import { askSigning } from '../own-signing.ts';
import { maySeal, maySignAs } from '../policy.ts';
import { fieldOf, newestFile, placeOfSignatory, statusOf } from '../rules/status.ts';
import { turnOf } from '../rules/turn.ts';
import { signatureUpon } from '../signature-upon.ts';
import { errandCalled, errandOf, errandsBefore, keepAnswer, removeErrand } from '../store/errands.server.ts';
import { findRecords } from '../store/records.server.ts';

/**
 * Keeps what a browser came back from the signing service with, for whoever had gone there to finish by `comeBack`. Browsers
 * do not say who they are when another's page sends them here, so only the errand is asked for. What comes too late is not kept.
 */
export async function receiveAnswer(house: Context, answer: Answer): Promise<Outcome<{ signatoryId: string }>> {
  if (!maySeal(house.actor)) return refuse('forbidden', 'access.not-allowed');
  if (JSON.stringify(answer).length > LIMITS.answer) return refuse('invalid', 'signatures.answer-not-understood');
  const reference = (await house.signatures.service()).referenceIn(answer);
  const errand = reference ? await errandCalled(house, reference) : null;
  if (!errand) return nobodyAwaited();
  const { signingId, signatoryId } = errand;
  if (isLate(house, errand)) return done({ signatoryId });
  const { signing } = (await findRecords(house, signingId))!;
  return inTransaction(house, async (inside) => {
    await keepAnswer(inside, errand.reference, answer);
    await witness(inside, { what: 'signing.answer-received', agreementId: signing.agreementId, facts: { signingId, signatoryId, reference } });
    return done({ signatoryId });
  });
}

/**
 * Signs with what the person who asks came back with, where that is theirs, over the very document that they left, and still
 * waited for. Done again it changes nothing. What does not hold is let go of, and they may begin anew.
 */
export async function comeBack(context: Context, { signatoryId, house }: { signatoryId: string; house: string | null }): Promise<Outcome<Signed>> {
  if (context.actor.kind !== 'person') return signInFirst();
  const asked = await askSigning(context, signatoryId);
  if (!asked.ok) return asked;
  const { records, signatory } = asked.value;
  const errand = await errandOf(context, signatoryId);
  if (!errand) return signedBefore(context, records, signatoryId);
  const signature = await signatureFrom(context, errand, { records, signatory });
  const kept = signature.ok ? await keep(context, errand, { signature: signature.value, house }) : signature;
  const outcome = kept === 'overtaken' ? signedMeanwhile() : kept;
  if (!outcome.ok && !WAITING.has(outcome.refusals[0].code)) await letGo(context, records, { errand, why: outcome.refusals[0].code });
  return outcome;
}

/** Awaits nobody longer than was said. Gives how many did not come in time. */
export async function endErrands(house: Context): Promise<Outcome<{ ended: number }>> {
  if (!maySeal(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const late = await errandsBefore(house, house.clock.now());
  for (const errand of late) await letGo(house, (await findRecords(house, errand.signingId))!, { errand, why: 'signing.took-too-long' });
  return done({ ended: late.length });
}

/** What may yet become a signature, with the same answer or one that has not come. */
const WAITING = new Set(['signing.no-time-just-now', 'signing.not-back-yet']);

async function signatureFrom(context: Context, errand: Errand, { records, signatory }: { records: SigningRecords; signatory: Signatory }): Promise<Outcome<Signature>> {
  const { actor, clock, signatures } = context;
  if (actor.kind !== 'person') return signInFirst();
  if (!errand.answer) return isLate(context, errand) ? refuse('conflict', 'signing.took-too-long') : refuse('conflict', 'signing.not-back-yet');
  const turn = turnOf(records, signatory.id, clock.today());
  if (!turn.ok) return turn;
  if (newestFile(records) !== errand.previousSha256) return signedMeanwhile();
  const service = await signatures.service();
  const came = await service.finish(errand.reference, errand.answer);
  if (!came.ok) return came;
  const previous = await keptFile(context, errand.previousSha256);
  const prepared = { bytes: Buffer.concat([previous, errand.added]), hole: errand.hole };
  const trust = { ...(await signatures.trust(clock.now())), roots: service.roots };
  const field = fieldOf(placeOfSignatory(records.signing, signatory.id)!);
  const { signedIn } = errand;
  return signatureUpon(context, { records, signatory, actor, signedIn, previous }, () => answered(prepared, came.value, { field, name: actor.name, trust, timestamps: signatures.timestamps }));
}

const keep = (context: Context, { reference }: Errand, { signature, house }: { signature: Signature; house: string | null }): Promise<Outcome<Signed> | 'overtaken'> =>
  whileInTurn(context, maySignAs, signature, async (inside, records) => {
    await removeErrand(inside, reference);
    return keepSignature(inside, records, { signature, house });
  });

const letGo = (context: Context, { signing }: SigningRecords, { errand: { reference, signatoryId }, why }: { errand: Errand; why: string }): Promise<void> =>
  inTransaction(context, async (inside) => {
    if (!(await removeErrand(inside, reference))) return;
    await witness(inside, { what: 'signing.came-back-unsigned', agreementId: signing.agreementId, facts: { signingId: signing.id, signatoryId, reference, why } });
  });

/** Somebody who comes back to a page that has done its work. */
const signedBefore = (context: Context, records: SigningRecords, signatoryId: string): Outcome<Signed> =>
  records.signatures.some((signature) => signature.signatoryId === signatoryId)
    ? done({ signingId: records.signing.id, complete: statusOf(records, context.clock.today()) === 'complete', onward: null })
    : nobodyAwaited();

const isLate = ({ clock }: Context, { expiresAt }: Errand): boolean => clock.now() >= expiresAt;
const nobodyAwaited = () => refuse('not-found', 'signing.nobody-awaited');
const signedMeanwhile = () => refuse('conflict', 'signing.signed-meanwhile');
