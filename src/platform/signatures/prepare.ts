import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { sha256 } from './bytes.ts';
import { appended } from './reserve-fields.ts';

/** Bytes kept for a signature: with its timestamp one of ours takes half of it, and a longer one from elsewhere fits. */
const ROOM = 12_000;

/** A document with a hole where the signature will stand. Only what is in the hole is not signed. */
export interface Prepared {
  bytes: Uint8Array;
  /** SHA-256 of everything but the hole: what is to be signed. */
  digest: Uint8Array;
  /** Where the hole begins and ends: its first hexadecimal digit, and the one after its last. */
  hole: { start: number; end: number };
}

/** Fills a reserved place with a signature that lacks nothing but its value. Throws where there is no such empty place. */
export async function prepare(bytes: Uint8Array, { field, name, reason, at }: { field: string; name: string; reason: string | null; at: Date }): Promise<Prepared> {
  const pdf = await PDF.load(bytes);
  const place = pdf.getForm()?.getSignatureFields().find((each) => each.name === field);
  if (!place) throw new Error(`no place is reserved for ${field}`);
  if (place.isSigned()) throw new Error(`${field} is already signed`);
  const number = PdfNumber.of(9_999_999_999);
  const signature = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: PdfArray.of(PdfNumber.of(0), number, number, number),
    Contents: PdfString.fromBytes(new Uint8Array(ROOM)),
    M: PdfString.fromString(pdfDate(at)),
    Name: PdfString.fromString(name),
    ...(reason === null ? {} : { Reason: PdfString.fromString(reason) }),
  });
  place.getDict().set('V', pdf.register(signature));
  return withRanges(await appended(pdf, bytes), bytes.length);
}

/** Says in the file which ranges are signed, in the room that was kept for saying it. */
function withRanges(bytes: Buffer, from: number): Prepared {
  const ranges = bytes.indexOf('/ByteRange [', from);
  const open = bytes.indexOf('<', bytes.indexOf('/Contents', ranges));
  const close = bytes.indexOf('>', open) + 1;
  const room = bytes.indexOf(']', ranges) + 1 - ranges;
  bytes.write(`/ByteRange [0 ${open} ${close} ${bytes.length - close}]`.padEnd(room), ranges, 'latin1');
  return { bytes, digest: sha256(bytes.subarray(0, open), bytes.subarray(close)), hole: { start: open + 1, end: close - 1 } };
}

/** The finished document: the signature in its hole. */
export function embed({ bytes, hole }: Omit<Prepared, 'digest'>, cms: Uint8Array): Uint8Array {
  const room = hole.end - hole.start;
  if (cms.length * 2 > room) throw new Error(`a signature of ${cms.length} bytes does not fit into ${room / 2}`);
  const signed = Buffer.from(bytes);
  signed.write(Buffer.from(cms).toString('hex').padEnd(room, '0'), hole.start, 'latin1');
  return new Uint8Array(signed);
}

const pdfDate = (at: Date): string => `D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
