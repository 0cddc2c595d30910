import { type Outcome, sure } from '#kernel/outcome.ts';
import { closeEndings, comeBack, decline, endErrands, endExpired, leftUnsealed, sealIfComplete, sendSealed, sign, signOnPaper, type WhenSealed, withdraw } from '#partnership/signing';
import { system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { logFault } from '#platform/fault-log.ts';
import { signedNames } from '#pure/signing';
import { bringAmendmentIntoForceAndLayOut, bringIntoForceAndLayOut } from './lay-out.ts';

/** When somebody has signed and nobody else needs to, the file is sealed and comes into force, before the page answers where it can be. */
export const signAndSeal = (context: Context, input: Parameters<typeof sign>[1]): ReturnType<typeof sign> => sealed(context, sign(context, input), input.house);

/** When somebody has come back from the signing service with their signature, likewise. */
export const comeBackAndSeal = (context: Context, input: Parameters<typeof comeBack>[1]): ReturnType<typeof sign> => sealed(context, comeBack(context, input), input.house);

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

/** What was cut off is finished: signings whose day has passed end, nobody is awaited too long, and what all have signed is sealed. */
export async function finishSignings(context: Context, house: string | null): Promise<void> {
  sure(await endExpired(context));
  sure(await endErrands(context));
  sure(await closeEndings(context));
  for (const signingId of sure(await leftUnsealed(context))) await sealAndBringIntoForce(context, signingId, house);
}

/** The last to sign may hold no role here: what follows from the signatures of all is the house's to do. */
const asTheHouse = (context: Context): Context => contextFor(context, system('signing'));
