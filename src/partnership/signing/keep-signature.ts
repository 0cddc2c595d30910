import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { WayThere } from '#platform/signatures/signing-service.ts';
import { writeLetters } from './letters/write.ts';
import type { Signature, SigningRecords } from './model.ts';
import { askSigning, noSuchSigning } from './own-signing.ts';
import type { maySignAs } from './policy.ts';
import { newestFile, placeOfSignatory, statusOf } from './rules/status.ts';
import { turnOf } from './rules/turn.ts';
import { holdRecords } from './store/records.server.ts';
import { insertSignature } from './store/signatures.server.ts';

/** What came of signing; `complete` when it was the last signature needed. */
export interface Signed {
  signingId: string;
  complete: boolean;
  /** How whoever signs goes on to the service where they do; null where they have signed. */
  onward: WayThere | null;
}

/** Does something for a signatory who may and whose turn it is, upon the newest file, while the signing is held; `overtaken` where that is another file by now. */
export const whileInTurn = <T>(context: Context, may: typeof maySignAs, { signatoryId, previousSha256 }: Pick<Signature, 'signatoryId' | 'previousSha256'>, act: (inside: Context, records: SigningRecords) => Promise<Outcome<T>>): Promise<Outcome<T> | 'overtaken'> =>
  inTransaction(context, async (inside) => {
    const asked = await askSigning(inside, signatoryId);
    const records = asked.ok ? await holdRecords(inside, asked.value.records.signing.id) : null;
    if (!asked.ok || !records || !may(inside.actor, asked.value.signatory)) return noSuchSigning();
    const turn = turnOf(records, signatoryId, inside.clock.today());
    if (!turn.ok) return turn;
    return newestFile(records) === previousSha256 ? act(inside, records) : 'overtaken';
  });

/** Keeps a signature of a signing that is held, and asks whoever is next. */
export async function keepSignature(inside: Context, records: SigningRecords, { signature, house }: { signature: Signature; house: string | null }): Promise<Outcome<Signed>> {
  const { id: signingId, agreementId } = records.signing;
  if (!(await insertSignature(inside, signingId, signature))) return refuse('conflict', 'signing.signed-already');
  const now = { ...records, signatures: [...records.signatures, signature] };
  await writeLetters(inside, now, house);
  const { signatoryId, placeId, revision, sha256, manner, assurance, scan } = signature;
  const organisationId = placeOfSignatory(records.signing, signatoryId)!.organisation.id;
  await witness(inside, { what: 'signing.signed', agreementId, facts: { signingId, signatoryId, placeId, organisationId, revision, sha256, manner, assurance, ...(scan && { scan: scan.sha256 }) } });
  return done({ signingId, complete: statusOf(now, inside.clock.today()) === 'complete', onward: null });
}
