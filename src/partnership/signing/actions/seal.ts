import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { ValidationReport } from '#platform/signatures/report.ts';
import { validate } from '#platform/signatures/validate.ts';
import { keptFile, mustFollowOn } from '../growing-file.ts';
import type { Seal, SigningRecords } from '../model.ts';
import { maySeal } from '../policy.ts';
import { newestFile, statusOf } from '../rules/status.ts';
import { disagreements } from '../rules/sealed-file.ts';
import { findRecords, holdRecords, unfinishedSignings } from '../store/records.server.ts';
import { insertSeal, letGoOfSealing, takeSealing } from '../store/signatures.server.ts';

/** What follows from a seal, in its transaction: what has been signed comes into force and receipts are written. */
export type WhenSealed = (inside: Context, records: SigningRecords & { seal: Seal }) => Promise<void>;

/**
 * Seals a signing that everybody has signed, once: of many who ask at the same time one does it, and the others are told
 * that it is not theirs to do. The file is finished and looked at before anything says that it is sealed; that it is, and
 * all that follows from it, is kept together or not at all. Cut off anywhere, it can be done again.
 */
export async function sealIfComplete(context: Context, { signingId, whenSealed }: { signingId: string; whenSealed: WhenSealed }): Promise<Outcome<{ sealed: boolean }>> {
  if (!maySeal(context.actor)) return refuse('forbidden', 'access.not-allowed');
  const records = await findRecords(context, signingId);
  if (!records || statusOf(records, context.clock.today()) !== 'complete') return done({ sealed: false });
  if (!(await takeSealing(context, signingId))) return done({ sealed: false });
  try {
    const made = await finished(context, records);
    return done({ sealed: await keep(context, records, { made, whenSealed }) });
  } finally {
    await letGoOfSealing(context, signingId);
  }
}

/** The signings that everybody has signed and nobody has sealed: what was cut off. */
export async function leftUnsealed(context: Context): Promise<Outcome<string[]>> {
  if (!maySeal(context.actor)) return refuse('forbidden', 'access.not-allowed');
  const found = await Promise.all((await unfinishedSignings(context)).map((id) => findRecords(context, id)));
  return done(found.flatMap((records) => (records && statusOf(records, context.clock.today()) === 'complete' ? [records.signing.id] : [])));
}

/** The final file, kept, with what our own validation says of it. Throws where that says anything but what the records do. */
async function finished(context: Context, records: SigningRecords): Promise<Seal> {
  const { authority, timestamps, trust } = context.signatures;
  const at = context.clock.now();
  const last = await keptFile(context, newestFile(records));
  // Where everybody signed on paper there is nothing to add validation data to.
  const electronic = records.signatures.some(({ manner }) => manner === 'electronic');
  const { seal } = await import('#platform/signatures/seal.ts');
  const final = electronic ? await seal(last, { authority: await authority(), timestamps, at }) : last;
  if (final.length !== last.length) mustFollowOn(last, final);
  const report: ValidationReport = await validate(final, await trust(at));
  const wrong = disagreements(report, records);
  if (wrong.length > 0) throw new Error(`the sealed file of signing ${records.signing.id} is not what was signed: ${wrong.join(', ')}`);
  return { sha256: await context.files.put(final), sealedAt: at, report };
}

const keep = (context: Context, { signing }: SigningRecords, { made, whenSealed }: { made: Seal; whenSealed: WhenSealed }): Promise<boolean> =>
  inTransaction(context, async (inside) => {
    const records = await holdRecords(inside, signing.id);
    if (!records || statusOf(records, inside.clock.today()) !== 'complete') return false;
    if (!(await insertSeal(inside, signing.id, made))) return false;
    const { sha256, report } = made;
    await witness(inside, { what: 'signing.sealed', agreementId: signing.agreementId, facts: { signingId: signing.id, sha256, verdict: (report as ValidationReport).verdict, signatures: records.signatures.length } });
    await whenSealed(inside, { ...records, seal: made });
    return true;
  });
