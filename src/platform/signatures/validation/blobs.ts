/** A signature as the bytes say it: which ranges it signs, and what stands in the hole between them. */
export interface Blob {
  /** The file up to and with the last byte that is signed. */
  end: number;
  signed: Uint8Array[];
  /** The signature, or null where the hole is not just one signature. */
  der: Uint8Array | null;
  /** After the signature there is nothing but the zeros that fill the hole. */
  isPadded: boolean;
}

/** What the ranges of a signature enclose: everything up to where they end, but for one hole with the signature in hexadecimal. Null where they are anything else. */
export function blobAt(file: Buffer, ranges: number[]): Blob | null {
  const [start, length, again, rest] = ranges;
  if (ranges.length !== 4 || !ranges.every((each) => Number.isSafeInteger(each) && each >= 0) || start !== 0) return null;
  const end = again + rest;
  if (length >= again || end > file.length) return null;
  const hole = file.toString('latin1', length, again);
  const der = /^<[0-9a-fA-F\s]*>$/.test(hole) ? Buffer.from(hole.slice(1, -1).replace(/\s/g, ''), 'hex') : null;
  const long = der && lengthOf(der);
  return {
    end,
    signed: [file.subarray(0, length), file.subarray(again, end)],
    der: der && long ? new Uint8Array(der.subarray(0, long)) : null,
    isPadded: der !== null && long !== null && der.subarray(long).every((byte) => byte === 0),
  };
}

/** How long a DER value is; null where its own word for it does not fit. One of indefinite length is as long as there is room. */
function lengthOf(der: Buffer): number | null {
  if (der.length < 2) return null;
  if (der[1] === 0x80) return der.length;
  const bytes = der[1] < 0x80 ? 0 : der[1] & 0x7f;
  if (bytes > 4 || der.length < 2 + bytes) return null;
  const length = 2 + bytes + (bytes === 0 ? der[1] : der.readUIntBE(2, bytes));
  return length <= der.length ? length : null;
}

/** The signatures that the bytes tell of, without asking what the document says: also those that a later revision has hidden. */
export function blobsIn(file: Buffer): { blob: Blob; subFilter: string | null }[] {
  const text = file.toString('latin1');
  const found = new Map<number, { blob: Blob; subFilter: string | null }>();
  for (const match of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const ranges = match.slice(1).map(Number);
    const blob = blobAt(file, ranges);
    if (blob?.der) found.set(blob.end, { blob, subFilter: subFilterBeside(text, ranges) });
  }
  return [...found.values()].sort((one, other) => one.blob.end - other.blob.end);
}

/** What kind of signature it is stands before the hole or after it. */
function subFilterBeside(text: string, [, before, after]: number[]): string | null {
  const beside = [text.slice(Math.max(0, before - 500), before), text.slice(after, after + 500)];
  return beside.map((part) => /\/SubFilter\s*\/([\w.]+)/.exec(part)?.[1]).find(Boolean) ?? null;
}

/** After the last that is signed there is nothing, or whole revisions. */
export const endsWhole = (file: Buffer, end: number): boolean => end === file.length || /startxref\s+\d+\s+%%EOF[ \t]*\r?\n?$/.test(file.toString('latin1', Math.max(end, file.length - 60)));

/** Whether the file could have ended there: after its closing mark. */
export const endsARevision = (file: Buffer, end: number): boolean => /%%EOF[ \t]*\r?\n?$/.test(file.toString('latin1', Math.max(0, end - 12), end));
