import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';

/**
 * The place for the document's own timestamp. Where a time authority is configured it is reserved beside the signatories',
 * so that a file that was cut off before it was sealed shows it.
 */
export const SEAL_FIELD = 'seal';

/** Locked, and printed if it were to be seen. It has no size, and stands on no page's list, so it is not. */
const FLAGS = 132;

/**
 * Gives a document of this program's own making one empty, invisible place for each signature, before the first is made:
 * those who sign later then only fill a place, which readers know is no change. Appends to the file.
 */
export async function reserveFields(bytes: Uint8Array, fields: string[]): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  const catalog = pdf.getCatalog();
  const page = pdf.getPage(0);
  if (!page) throw new Error('a document without pages cannot be signed');
  const places = fields.map((field) =>
    pdf.register(
      PdfDict.of({
        Type: PdfName.of('Annot'),
        Subtype: PdfName.of('Widget'),
        FT: PdfName.of('Sig'),
        T: PdfString.fromString(field),
        F: PdfNumber.of(FLAGS),
        P: page.ref,
        Rect: PdfArray.of(...Array.from({ length: 4 }, () => PdfNumber.of(0))),
      }),
    ),
  );
  const form = catalog.getDict('AcroForm', (ref) => pdf.getObject(ref));
  const before = form?.getArray('Fields', (ref) => pdf.getObject(ref)) ?? [];
  const after = form ?? PdfDict.of({});
  after.set('Fields', PdfArray.of(...before, ...places));
  // Bit 1: there are signatures. Bit 2: append only.
  after.set('SigFlags', PdfNumber.of(3));
  if (!form) catalog.set('AcroForm', pdf.register(after));
  return appended(pdf, bytes);
}

/** Saves what was changed after the bytes as they were. Throws where that would rewrite them: signatures would break. */
export async function appended(pdf: PDF, before: Uint8Array): Promise<Buffer> {
  const blocked = pdf.canSaveIncrementally();
  if (blocked) throw new Error(`the file would be rewritten: ${blocked}`);
  return mustFollow(before, await pdf.save({ incremental: true }));
}

/** The later file, when it begins with every byte of the earlier. */
export function mustFollow(before: Uint8Array, after: Uint8Array): Buffer {
  if (Buffer.compare(after.subarray(0, before.length), before) !== 0) throw new Error('the file was rewritten, not added to');
  return Buffer.from(after.buffer, after.byteOffset, after.length);
}
