import canonicalize from 'canonicalize';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, type Policy, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { DocumentRenderer } from '#platform/documents/renderer.ts';
import { evidenceDocument } from '../evidence/document.ts';
import { evidenceOf } from '../evidence/evidence.ts';
import type { SigningRecords, SigningStatus } from '../model.ts';
import { noSuchSigning } from '../own-signing.ts';
import { isSignatoryOf, mayFollowSigning, maySeeSealed } from '../policy.ts';
import { newestFile, statusOf } from '../rules/status.ts';
import { findRecords } from '../store/records.server.ts';

interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** A signing that has been sent out, for those who drafted it and those asked to sign; sealed, for whoever may see the partnership's people. */
export async function readSigning(context: Context, signingId: string): Promise<Outcome<{ records: SigningRecords; status: SigningStatus }>> {
  const records = await findRecords(context, signingId);
  return visible(context, records, (actor, place) => mayFollowSigning(actor, place, records?.seal !== null));
}

/** A file of a signing by the name in its address; `scan-N.pdf` is the paper of the Nth signature. The sealed one is for everybody in the partnership. */
export async function signingFile(context: Context, renderer: DocumentRenderer, { signingId, file }: { signingId: string; file: string }): Promise<Outcome<NamedFile>> {
  const found = file === 'sealed.pdf' ? await visible(context, await findRecords(context, signingId), maySeeSealed) : await readSigning(context, signingId);
  if (!found.ok) return found;
  const { records, status } = found.value;
  const kept = hashOf(records, file);
  if (kept) return named(records, file, await context.files.get(kept));
  if (file === 'evidence.json') return named(records, file, new TextEncoder().encode(canonicalize(evidenceOf(records, status))));
  if (file !== 'evidence.pdf') return noSuchFile();
  const pdf = await renderer.pdf(evidenceDocument(evidenceOf(records, status)));
  return pdf.ok ? named(records, file, pdf.value) : pdf;
}

async function visible(context: Context, records: SigningRecords | null, policy: Policy): Promise<Outcome<{ records: SigningRecords; status: SigningStatus }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!records?.signing.sent) return noSuchSigning();
  const read = done({ records, status: statusOf(records, context.clock.today()) });
  if (isSignatoryOf(context.actor, records.signing)) return read;
  const asked = await ask(context, policy, records.signing.agreementId);
  return asked.ok ? read : asked;
}

function hashOf(records: SigningRecords, file: string): string | null {
  if (file === 'frozen.pdf') return records.signing.sent!.frozenSha256;
  if (file === 'newest.pdf') return newestFile(records);
  if (file === 'sealed.pdf') return records.seal?.sha256 ?? null;
  const scan = /^scan-(\d{1,2})\.pdf$/.exec(file);
  return (scan && records.signatures.find(({ revision }) => revision === Number(scan[1]))?.scan?.sha256) || null;
}

const named = ({ signing }: SigningRecords, file: string, bytes: Uint8Array | null): Outcome<NamedFile> => (bytes ? done({ name: `${signing.sent!.title} – ${file}`, bytes }) : noSuchFile());

const noSuchFile = () => refuse('not-found', 'signing.file-not-found');
