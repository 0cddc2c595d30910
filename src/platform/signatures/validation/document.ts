import { PDF } from '@libpdf/core';
import type { Change } from '../report.ts';
import { endsARevision, signedEnds } from './blobs.ts';
import { changesBetween } from './changes.ts';
import { type SignaturePlace, signaturePlaces } from './places.ts';

/** A signed document as it was at each signature. */
export interface SignedDocument {
  pdf: PDF;
  /** Every signature that it has or ever had, in the order they were made. */
  places: SignaturePlace[];
  /** Places without a signature, in the document as it is now. */
  empty: string[];
  /** What was changed after each signature and before the next, or after the last. */
  changes: Change[][];
}

/** Opens a document and every revision of it that somebody signed. Throws where the document cannot be read. */
export async function openSigned(file: Buffer): Promise<SignedDocument> {
  const pdf = await PDF.load(new Uint8Array(file));
  const now = signaturePlaces(pdf, file);
  const ends = new Set([...signedEnds(file), ...now.signed.flatMap(({ blob }) => blob?.end ?? [])]);
  const revisions = new Map<number, PDF | null>();
  for (const end of [...ends].sort((one, other) => one - other)) revisions.set(end, end === file.length ? pdf : await revision(file, end));
  const places = inOrder([...now.signed, ...removed(now.signed, revisions, file)]);
  return { pdf, places, empty: now.empty, changes: places.map((place, index) => changesAfter(place, places[index + 1], revisions, pdf, file)) };
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

const inOrder = (places: SignaturePlace[]): SignaturePlace[] => places.sort((one, other) => (one.blob?.end ?? 0) - (other.blob?.end ?? 0));

/** From one signature to the next; where a revision cannot be opened, that itself is a change. */
function changesAfter({ blob }: SignaturePlace, next: SignaturePlace | undefined, revisions: Map<number, PDF | null>, pdf: PDF, file: Buffer): Change[] {
  if (!blob || blob.end === file.length) return [];
  const [before, after] = [revisions.get(blob.end), next?.blob ? revisions.get(next.blob.end) : pdf];
  if (!before || !after) return [{ kind: 'structure', page: null, path: '/' }];
  return changesBetween(before, after);
}
