import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { keepSignature, type Signed } from '../keep-signature.ts';
import { dateSchema, LIMITS } from '../model.ts';
import { askOf, noSuchSigning } from '../own-signing.ts';
import { mayPrepareSigning } from '../policy.ts';
import { newestFile, signatoryOf } from '../rules/status.ts';
import { turnOf } from '../rules/turn.ts';
import { findRecords, holdRecords } from '../store/records.server.ts';

interface Scanned {
  signingId: string;
  signatoryId: string;
  /** The day that stands on the paper. */
  signedOn: string;
  bytes: Uint8Array;
  house: string | null;
}

/**
 * Keeps the scanned paper that a signatory has signed by hand, as somebody who drafts in the partnership says that they
 * have. The scan is kept as it came and never opened here; the file that others sign stays as it is. Turn and order hold as for anybody.
 */
export async function signOnPaper(context: Context, { signingId, signatoryId, signedOn, bytes, house }: Scanned): Promise<Outcome<Signed>> {
  const { actor } = context;
  if (actor.kind !== 'person') return signInFirst();
  const asked = await askOf(context, mayPrepareSigning, await findRecords(context, signingId));
  if (!asked.ok) return asked;
  const { signing } = asked.value.records;
  if (!signing.sent || !signatoryOf(signing, signatoryId)) return noSuchSigning();
  const usable = usableScan(bytes);
  if (!usable.ok) return usable;
  const today = context.clock.today();
  const sentOn = signing.sent.at.toISOString().slice(0, 10);
  if (!dateSchema.safeParse(signedOn).success || signedOn > today || signedOn < sentOn) return refuse('invalid', 'signing.paper-day-outside', { path: 'signedOn', facts: { from: sentOn, to: today } });

  const sha256 = await context.files.put(bytes);
  return inTransaction(context, async (inside) => {
    const records = (await holdRecords(inside, signingId))!;
    const turn = turnOf(records, signatoryId, inside.clock.today());
    if (!turn.ok) return turn;
    const file = newestFile(records);
    await witness(inside, { what: 'signing.paper-kept', agreementId: signing.agreementId, facts: { signingId, signatoryId, sha256, signedOn } });
    return keepSignature(inside, records, {
      signature: {
        placeId: turn.value.id,
        signatoryId,
        revision: 1 + records.signatures.length,
        manner: 'paper',
        previousSha256: file,
        sha256: file,
        scan: { sha256, signedOn },
        signedAt: inside.clock.now(),
        by: { id: actor.id, name: actor.name },
        assurance: actor.assurance,
        signedIn: null,
      },
      house,
    });
  });
}

/** A scan is a PDF of some size; more is not asked of it here, and it is not opened. */
function usableScan(bytes: Uint8Array): Outcome<null> {
  if (bytes.length === 0) return refuse('invalid', 'signing.scan-missing', { path: 'scan' });
  if (bytes.length > LIMITS.scanBytes) return scanTooLarge();
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return beginning.includes('%PDF-') ? done(null) : refuse('invalid', 'signing.scan-not-pdf', { path: 'scan' });
}

/** The no to a scan that is larger than the server takes in. */
export const scanTooLarge = () => refuse('invalid', 'signing.scan-too-large', { path: 'scan', facts: { megabytes: LIMITS.scanBytes / 1024 / 1024 } });
