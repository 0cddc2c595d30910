import { PDF } from '@libpdf/core';
import type { Change, Problem } from '../report.ts';
import { blobsIn, endsARevision, endsWhole } from './blobs.ts';
import { changesBetween } from './changes.ts';
import { type SignaturePlace, signaturePlaces } from './places.ts';

/** A document that somebody has signed, as it was at each signature. */
export interface SignedDocument {
  /** Null where only the bytes could be read. */
  pdf: PDF | null;
  /** Every signature that it has or ever had, in the order they were made. */
  places: SignaturePlace[];
  /** Places without a signature, in the document as it is now. */
  empty: string[];
  /** What was changed after each signature and before the next, or after the last. */
  changes: Change[][];
  /** What is wrong with the file as a whole. */
  problems: Problem[];
}

/** Opens a document and every revision of it that somebody signed. Throws where the document cannot be read. */
export async function openSigned(file: Buffer): Promise<SignedDocument> {
  const pdf = await PDF.load(new Uint8Array(file));
  const now = signaturePlaces(pdf, file);
  const written = blobsIn(file).map(({ blob }) => blob.end);
  const ends = new Set([...written, ...now.signed.flatMap(({ blob }) => blob?.end ?? [])]);
  const revisions = new Map<number, PDF | null>();
  for (const end of [...ends].sort((one, other) => one - other)) revisions.set(end, end === file.length ? pdf : await revision(file, end));
  const places = inOrder([...now.signed, ...removed(now.signed, revisions, file)]);
  const changes = places.map((place, index) => changesAfter(place, places[index + 1], revisions, pdf, file));
  return { pdf, places, empty: now.empty, changes, problems: problemsOf(pdf, places, written, file) };
}

function problemsOf(pdf: PDF, places: SignaturePlace[], written: number[], file: Buffer): Problem[] {
  const problems: Problem[] = [];
  // The bytes tell of a signature that the document does not know, in no revision.
  if (places.length === 0 && written.length > 0) problems.push({ code: 'signature-removed' });
  if (pdf.canSaveIncrementally() === 'brute-force-recovery') problems.push({ code: 'structure-damaged' });
  const last = places.at(-1)?.blob;
  if (last && !endsWhole(file, last.end)) problems.push({ code: 'bytes-after-the-end' });
  return problems;
}

/** A document whose structure cannot be read: what its bytes alone tell of who signed them. */
export function openBare(file: Buffer): SignedDocument {
  const places = blobsIn(file).map(({ blob, subFilter }) => ({ field: '', subFilter, claimedAt: null, blob, isRemoved: false, isTwice: false }));
  return { pdf: null, places, empty: [], changes: places.map(() => []), problems: [{ code: 'structure-damaged' }] };
}

async function revision(file: Buffer, end: number): Promise<PDF | null> {
  return endsARevision(file, end) ? PDF.load(new Uint8Array(file.subarray(0, end))).catch(() => null) : null;
}

/** Signatures that a revision had and the document no longer has. */
function removed(now: SignaturePlace[], revisions: Map<number, PDF | null>, file: Buffer): SignaturePlace[] {
  const known = new Set(now.map(({ blob }) => blob?.end));
  const gone: SignaturePlace[] = [];
  for (const [end, pdf] of revisions) {
    if (!pdf || known.has(end)) continue;
    for (const place of signaturePlaces(pdf, file).signed) if (place.blob?.end === end) gone.push({ ...place, isRemoved: true });
  }
  return gone;
}

/** In the order they were made. One that stands in two places was made once. */
function inOrder(places: SignaturePlace[]): SignaturePlace[] {
  const sorted = places.sort((one, other) => (one.blob?.end ?? 0) - (other.blob?.end ?? 0));
  return sorted.map((place, index) => ({ ...place, isTwice: place.blob !== null && place.blob.end === sorted[index - 1]?.blob?.end }));
}

/** From one signature to the next; where a revision cannot be opened, that itself is a change. */
function changesAfter({ blob }: SignaturePlace, next: SignaturePlace | undefined, revisions: Map<number, PDF | null>, pdf: PDF, file: Buffer): Change[] {
  if (!blob || blob.end === file.length) return [];
  const [before, after] = [revisions.get(blob.end), next?.blob ? revisions.get(next.blob.end) : pdf];
  if (!before || !after) return [{ kind: 'structure', page: null, path: '/' }];
  return changesBetween(before, after);
}
