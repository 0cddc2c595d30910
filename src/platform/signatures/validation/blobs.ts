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

/** Where a file ended each time somebody signed it, by what its bytes say: also of signatures that a later revision has hidden. */
export function signedEnds(file: Buffer): number[] {
  const ends = new Set<number>();
  for (const match of file.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const blob = blobAt(file, match.slice(1).map(Number));
    if (blob?.der) ends.add(blob.end);
  }
  return [...ends].sort((one, other) => one - other);
}

/** Whether the file could have ended there: after its closing mark. */
export const endsARevision = (file: Buffer, end: number): boolean => /%%EOF[ \t]*\r?\n?$/.test(file.toString('latin1', Math.max(0, end - 12), end));
