import { done, type Outcome, sure } from '#kernel/outcome.ts';
import {
  addFact,
  answerProposal,
  type ApartReader,
  bringAmendmentIntoForce,
  bringIntoForce,
  commence,
  comment,
  confirmedReading,
  decide,
  giveUpReading,
  negotiationLetter,
  type NegotiationOccasion,
  negotiationOf,
  propose,
  settle,
  shareDraft,
  takeReading,
  unreadAgreements,
  validateReceived,
} from '#partnership/agreement';
import { completeDuty, planDuties } from '#partnership/commitments';
import { evidenceOf, handIn, readSubmission, receiptLetter } from '#partnership/followup';
import { besideTheAgreement } from '#partnership/governance';
import { recordTerms } from '#partnership/money';
import { addressesIn, guard, recordPeople } from '#partnership/people';
import { closeEndings, decline, endExpired, leftUnsealed, sealIfComplete, sendSealed, sign, signOnPaper, type WhenSealed, withdraw } from '#partnership/signing';
import { system } from '#platform/actor.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { logFault } from '#platform/fault-log.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import type { Replan } from '#pure/commitments';
import type { Receipt } from '#pure/followup';
import { signedNames } from '#pure/signing';

/*
 * When X has happened, room Y does Z: the only place where news travels upward.
 * Each runs in one transaction with what it reacts to.
 */

/** When an agreement commences, its parties, contact persons, budget, payments and duties are laid out. */
export const commenceAndLayOut = (context: Context, input: Parameters<typeof commence>[1]) => followed(context, (inside) => commence(inside, input));

/** When a signed draft has been sealed, it is in force and its partnership runs. */
export const bringIntoForceAndLayOut = (context: Context, input: Parameters<typeof bringIntoForce>[1]) => followed(context, (inside) => bringIntoForce(inside, input));

/** When a signed amendment or annex has been sealed, the partnership follows it: dates, money and duties. */
export const bringAmendmentIntoForceAndLayOut = (context: Context, input: Parameters<typeof bringAmendmentIntoForce>[1]) => followed(context, (inside) => bringAmendmentIntoForce(inside, input));

/** When a fact of a running partnership is decided anew, what follows from it follows. */
export const decideAndLayOut = (context: Context, input: Parameters<typeof decide>[1]) => followed(context, (inside) => decide(inside, input));

/** When a fact is added to a running partnership, likewise. */
export const addFactAndLayOut = (context: Context, input: Parameters<typeof addFact>[1]) =>
  followed(context, async (inside) => {
    const outcome = await addFact(inside, input);
    return outcome.ok ? { ok: true, value: { ...outcome.value, agreementId: input.agreementId } } : outcome;
  });

/** What was done, and which duties moved with it. */
type Followed<T> = T & { moved: Replan['moved'] };

export const followed = <T extends { agreementId: string }>(context: Context, act: (inside: Context) => Promise<Outcome<T>>): Promise<Outcome<Followed<T>>> =>
  inTransaction(context, async (inside) => {
    const outcome = await act(inside);
    return outcome.ok ? done({ ...outcome.value, moved: (await layOut(inside, outcome.value.agreementId)).moved }) : outcome;
  });

/** Makes the other rooms follow the agreed facts of a running partnership and what is recorded of its course; an agreement under review moves nothing. */
export async function layOut(context: Context, agreementId: string): Promise<Omit<Replan, 'plan'>> {
  const { facts, text, commenced } = sure(await confirmedReading(context, agreementId));
  if (!commenced) return { moved: [], appeared: [], fellAway: [] };
  sure(await recordPeople(context, { agreementId, facts }));
  sure(await recordTerms(context, { agreementId, facts }));
  const beside = sure(await besideTheAgreement(context, agreementId));
  return sure(await planDuties(context, { agreementId, facts, text, ...beside }));
}

/** When a draft has been handed in, the duty it fulfils is done and both sides get a receipt. `origin` is where they read it. */
export const handInAndTell = (context: Context, { origin, ...input }: Parameters<typeof handIn>[1] & { origin: string }): ReturnType<typeof handIn> =>
  inTransaction(context, async (inside) => {
    const outcome = await handIn(inside, input);
    if (!outcome.ok || !outcome.value.first) return outcome;
    const { id, agreementId } = outcome.value.submission;
    const receipt = sure(await readSubmission(inside, agreementId, id));
    await fulfil(inside, receipt);
    await sendReceipts(inside, receipt, `${origin}/partnerships/${agreementId}/submissions/${id}`);
    return outcome;
  });

/** Says that the duty is done, with what was handed in as its evidence. One that is done or no longer applies stays as it is. */
async function fulfil(context: Context, receipt: Receipt): Promise<void> {
  const { dutyId } = receipt.submission;
  // What it says has been looked at when it was handed in.
  const evidence = evidenceOf(receipt);
  if (dutyId) await completeDuty(context, { dutyId, doneOn: context.clock.today(), evidence, lookedAt: [evidence] });
}

/** Tells everybody on both sides who may read it, once at each address. */
async function sendReceipts(context: Context, receipt: Receipt, address: string): Promise<void> {
  const { id, agreementId } = receipt.submission;
  for (const to of sure(await addressesIn(context, agreementId, 'submissions.see'))) {
    await queueMail(context, { to, ...receiptLetter(receipt, address), kind: 'followup.receipt', key: `followup.receipt ${id} ${to}` });
  }
}

/** When somebody has signed and nobody else needs to, the file is sealed and comes into force, before the page answers where it can be. */
export const signAndSeal = (context: Context, input: Parameters<typeof sign>[1]): ReturnType<typeof sign> => sealed(context, sign(context, input), input.house);

/** When a paper has been kept as the last signature, likewise. */
export const signOnPaperAndSeal = (context: Context, input: Parameters<typeof signOnPaper>[1]): ReturnType<typeof signOnPaper> => sealed(context, signOnPaper(context, input), input.house);

/** What is signed stays signed whatever comes of sealing it now: what fails here is done again by `finishSignings`. */
async function sealed(context: Context, signing: ReturnType<typeof sign>, house: string | null): ReturnType<typeof sign> {
  const outcome = await signing;
  if (outcome.ok && outcome.value.complete) await sealAndBringIntoForce(asTheHouse(context), outcome.value.signingId, house);
  return outcome;
}

/** When everybody has signed, the file is sealed; in the same transaction it comes into force and both sides get their receipts. A fault is logged, and what it cut off is left to be done again. */
async function sealAndBringIntoForce(context: Context, signingId: string, house: string | null): Promise<void> {
  const whenSealed: WhenSealed = async (inside, records) => {
    const { draftId, sent } = records.signing;
    const signed = { draftId, pdfSha256: records.seal.sha256, content: sent!.content, signedBy: signedNames(records) };
    sure(sent!.kind === 'agreement' ? await bringIntoForceAndLayOut(inside, signed) : await bringAmendmentIntoForceAndLayOut(inside, { ...signed, signedAt: inside.clock.now() }));
    sure(await sendSealed(inside, records, house));
  };
  await sealIfComplete(context, { signingId, whenSealed }).catch((fault: unknown) => logFault(`sealing ${signingId}`, fault));
}

/** When a signatory declines, or the sender withdraws, everybody who was asked is told. */
export const declineAndTell = (context: Context, input: Parameters<typeof decline>[1]): ReturnType<typeof decline> => closed(context, decline(context, input));

export const withdrawAndTell = (context: Context, input: Parameters<typeof withdraw>[1]): ReturnType<typeof withdraw> => closed(context, withdraw(context, input));

async function closed<T>(context: Context, ending: Promise<Outcome<T>>): Promise<Outcome<T>> {
  const outcome = await ending;
  if (outcome.ok) sure(await closeEndings(asTheHouse(context)));
  return outcome;
}

/** What was cut off is finished: signings whose day has passed end, and those that all have signed are sealed. */
export async function finishSignings(context: Context, house: string | null): Promise<void> {
  sure(await endExpired(context));
  sure(await closeEndings(context));
  for (const signingId of sure(await leftUnsealed(context))) await sealAndBringIntoForce(context, signingId, house);
}

/** The last to sign may hold no role here: what follows from the signatures of all is the house's to do. */
const asTheHouse = (context: Context): Context => contextFor(context, system('signing'));

/** When a draft is shared, or something is proposed, answered or said openly in it, the other side is told: once a day for each of these, whatever more comes. */
export const shareAndTell = told('shared', shareDraft, (_, { draftId }) => draftId);
export const proposeAndTell = told('proposed', propose, (_, { draftId }) => draftId);
export const settleAndTell = told('proposed', settle, ({ draftId }) => draftId);
export const answerAndTell = told('answered', answerProposal, ({ draftId }) => draftId);
export const commentAndTell = told('commented', comment, ({ internal }, { draftId }) => (internal ? null : draftId));

function told<Input extends object, T>(occasion: NegotiationOccasion, act: (context: Context, input: Input) => Promise<Outcome<T>>, draftOf: (value: T, input: Input) => string | null) {
  return (context: Context, { origin, ...input }: Input & { origin: string }): Promise<Outcome<T>> =>
    inTransaction(context, async (inside) => {
      const outcome = await act(inside, input as unknown as Input);
      const draftId = outcome.ok ? draftOf(outcome.value, input as unknown as Input) : null;
      if (draftId) await tellOtherSide(inside, draftId, occasion, origin);
      return outcome;
    });
}

/** Tells those who negotiate for the other side, once at each address and day. */
async function tellOtherSide(context: Context, draftId: string, occasion: NegotiationOccasion, origin: string): Promise<void> {
  const { draft, side, proposals } = sure(await negotiationOf(context, draftId));
  if (!side) return;
  const waiting = proposals.filter(({ answer, organisation }) => answer === null && organisation.id === side.id).length;
  const letter = negotiationLetter({ occasion, from: side.name, title: draft.title, waiting, address: `${origin}/drafts/${draftId}/negotiation` });
  const hidden = (await guard(context)).hide(draft.agreementId, letter);
  for (const to of sure(await addressesIn(context, draft.agreementId, 'agreement.draft', { notOf: side.id }))) {
    await queueMail(context, { to, ...hidden, kind: `agreement.negotiation-${occasion}`, key: `agreement.negotiation-${occasion} ${draftId} ${context.clock.today()} ${to}` });
  }
}

/** When a file has been handed in, its signatures are validated and it is read: a short one before the visitor is answered, a long one while they wait or leave. */
export async function readSoon(context: Context, agreementId: string, reader: ApartReader): Promise<void> {
  // Validated first: what has been read is then never left unvalidated when the program stops.
  const validating = validateReceived(context, agreementId).catch((fault: unknown) => logFault(`validating ${agreementId}`, fault));
  const reading = validating.then(() => takeReading(context, agreementId, reader)).catch((fault: unknown) => giveUpReading(context, agreementId, logFault(`reading ${agreementId}`, fault)));
  await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** When the program stopped in the middle of reading, what was left is read at the next start. */
export async function readWhatIsLeft(context: Context, reader: ApartReader): Promise<void> {
  const left = await unreadAgreements(context);
  if (left.ok) await Promise.all(left.value.map((id) => readSoon(context, id, reader)));
}

/** Milliseconds that a visitor waits for the reading before the page that shows its progress. */
const PATIENCE = 1_500;
