import { type PDF, type PdfDict, PdfNumber, type PdfRef, PdfString } from '@libpdf/core';
import { sameBytes } from '../bytes.ts';
import { type Blob, blobAt } from './blobs.ts';

/** A signature where it stands in a document. */
export interface SignaturePlace {
  field: string;
  /** The kind of signature, as the document calls it. */
  subFilter: string | null;
  claimedAt: Date | null;
  /** Null where the ranges enclose anything but the signature that the document has there. */
  blob: Blob | null;
  /** It stood in an earlier revision and is gone from the document. */
  isRemoved: boolean;
  /** The same one stands in another place. */
  isTwice: boolean;
}

/** The signatures of a document and the names of places without one. */
export function signaturePlaces(pdf: PDF, file: Buffer): { signed: SignaturePlace[]; empty: string[] } {
  const fields = pdf.getForm()?.getSignatureFields() ?? [];
  return {
    signed: fields.filter((field) => field.isSigned()).map((field) => placeOf(pdf, field.name, field.getSignatureDict(), file)),
    empty: fields.filter((field) => !field.isSigned()).map(({ name }) => name),
  };
}

function placeOf(pdf: PDF, field: string, dict: PdfDict | null, file: Buffer): SignaturePlace {
  const get = (ref: PdfRef) => pdf.getObject(ref);
  const ranges = dict?.getArray('ByteRange', get);
  const contents = dict?.get('Contents');
  const blob = ranges ? blobAt(file, [...ranges].map((each) => (each instanceof PdfNumber ? each.value : Number.NaN))) : null;
  const isThatOne = blob?.der && contents instanceof PdfString && sameBytes(contents.bytes.subarray(0, blob.der.length), blob.der);
  return {
    field,
    subFilter: dict?.getName('SubFilter', get)?.value ?? null,
    claimedAt: dateOf(dict?.getString('M', get)?.asString()),
    blob: isThatOne ? blob : null,
    isRemoved: false,
    isTwice: false,
  };
}

/** A date as PDF writes it: `D:20261121173000+01'00'`, or with less. */
function dateOf(written: string | undefined): Date | null {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = '', zoneHour = '00', zoneMinute = '00'] =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:([+\-Z])(?:(\d{2})'?(\d{2})?'?)?)?/.exec(written ?? '') ?? [];
  if (!year) return null;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${/[+-]/.test(zone) ? `${zone}${zoneHour}:${zoneMinute}` : 'Z'}`);
  return Number.isNaN(date.getTime()) ? null : date;
}
