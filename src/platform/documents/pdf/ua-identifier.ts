import { PDF, PdfBool, PdfDict, PdfStream } from '@libpdf/core';

const SCHEMA = [
  ['schema', 'PDF/UA identification schema'],
  ['namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'],
  ['prefix', 'pdfuaid'],
].map(([name, value]) => `<pdfaSchema:${name}>${value}</pdfaSchema:${name}>`);
const PROPERTY = [
  ['category', 'internal'],
  ['description', 'Part of ISO 14289'],
  ['name', 'part'],
  ['valueType', 'Integer'],
].map(([name, value]) => `<pdfaProperty:${name}>${value}</pdfaProperty:${name}>`);
const EXTENSION = `<rdf:li rdf:parseType="Resource">${SCHEMA.join('')}<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${PROPERTY.join('')}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

/**
 * Says of a PDF/A-3a that it is PDF/UA-1 as well. Typst writes one or the other, and what it writes differs only in this
 * and in whether the title is shown; so a document that has passed as PDF/UA-1 is one, also in the file for archives.
 */
export async function withUaIdentifier(archive: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(archive);
  const catalog = pdf.getCatalog();
  const resolve = pdf.getObject.bind(pdf);
  const metadata = catalog.get('Metadata', resolve);
  const viewer = catalog.get('ViewerPreferences', resolve);
  if (!(metadata instanceof PdfStream) || !(viewer instanceof PdfDict)) throw new Error('the PDF lacks what PDF/A asks for');
  metadata.setData(new TextEncoder().encode(identified(new TextDecoder().decode(metadata.getDecodedData()))));
  viewer.set('DisplayDocTitle', PdfBool.TRUE);
  return pdf.save();
}

function identified(xmp: string): string {
  const said = xmp
    .replace('xmlns:pdfaid=', 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid=')
    .replace('<pdfaExtension:schemas><rdf:Bag>', `<pdfaExtension:schemas><rdf:Bag>${EXTENSION}`)
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>');
  if (said.length - xmp.length < EXTENSION.length + 60) throw new Error('the PDF says of itself what it is in another way than it used to');
  return said;
}
