import { PDF, PdfArray, PdfDict, PdfName, PdfNumber } from '@libpdf/core';
import type { Authority } from '#platform/signatures/authority.ts';
import { signedCms } from '#platform/signatures/cms.ts';
import { oneTimeSigner } from '#platform/signatures/one-time-certificate.ts';
import { embed, prepare } from '#platform/signatures/prepare.ts';
import { signField } from '#platform/signatures/sign-field.ts';
import { newAuthority, SIGNATORIES, signedPdf, signerOf } from './signed-pdf.ts';

/** A signed file with something done to it that a validation must not miss. */
export interface Mutation {
  what: string;
  bytes: Uint8Array;
}

/** Files with one bit flipped, spread over everything that is signed, also what stands in the file more than once. */
export function flippedBits(signed: Uint8Array, count: number): Mutation[] {
  const holes = holesIn(signed);
  const places = [...signed.keys()].filter((at) => !holes.some(({ from, to }) => at >= from && at < to));
  return Array.from({ length: count }, (_, index) => {
    const at = places[Math.floor((index * places.length) / count)];
    const bytes = new Uint8Array(signed);
    bytes[at] ^= 1 << (index % 8);
    return { what: `bit ${index % 8} of byte ${at} flipped`, bytes };
  });
}

/** The signatures in a file, as it writes them: what stands in them is not signed. */
function holesIn(signed: Uint8Array): { from: number; to: number }[] {
  const text = Buffer.from(signed).toString('latin1');
  return [...text.matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+\d+/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }));
}

/** Everything else that is done to signed files: between the signatures, after them, to their structure and to who signed. */
export async function forgeries(authority: Authority, after: (work: () => void) => void): Promise<Mutation[]> {
  const [unsigned, first, both] = await signedPdf(authority);
  const second = (pdf: Uint8Array) => signAs(authority, pdf, 'association');
  const made: [string, Uint8Array | Promise<Uint8Array>][] = [
    ['text inserted between the signatures', second(await withText(first, 1))],
    ['text inserted after the last', withText(both, 2)],
    ['an annotation laid over a page between the signatures', second(await withAnnotation(first))],
    ['a page stream swapped between the signatures', second(await withSwappedPages(first))],
    ['a page stream swapped after the last', withSwappedPages(both)],
    ['a page added between the signatures', second(await changed(first, (pdf) => void pdf.addPage()))],
    ['a page removed after the last', changed(both, (pdf) => pdf.removePage(2))],
    ['the root dictionary replaced', Promise.resolve(withOtherRoot(both, '/Type /Catalog /Pages 2 0 R'))],
    ['the root dictionary replaced by one with other pages', Promise.resolve(withOtherRoot(both, '/Type /Catalog /Pages 9000 0 R', '9000 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n'))],
    ['cut off after the first signature', first],
    ...[1, 7, 100, 1000].map((bytes): [string, Uint8Array] => [`cut off ${bytes} bytes before its end`, both.subarray(0, both.length - bytes)]),
    ['cut off in the middle of the second revision', both.subarray(0, first.length + 300)],
    ['bytes put at the end', Buffer.concat([both, Buffer.from('% more')])],
    ['bytes put at the beginning', Buffer.concat([Buffer.from('% before\n'), both])],
    ['a signature removed', changed(both, (pdf) => void pdf.getForm()?.getSignatureFields()[0].getDict().delete('V'))],
    ['the first signature put in the place of the second', changed(first, (pdf) => copyFirst(pdf))],
    ...[1, 2, 50].map((bytes): [string, Uint8Array] => [`a range widened by ${bytes}`, widened(both, bytes)]),
    ['a range that leaves out a part', narrowed(both)],
    ['a certificate of somebody else', forged(unsigned, authority, async (signer) => ({ ...signer, certificate: (await signerOf(authority, 'Någon Annan')).certificate }))],
    ['a digest of something else', signedOverNothing(unsigned, authority)],
    ['a signatory who has made herself an authority', byLeaf(unsigned, authority)],
    ['an authority that nobody knows', signAs(await newAuthority(after, 'Okänd utfärdare'), unsigned, 'municipality')],
    ['an authority that nobody knows by the same name', signAs(await newAuthority(after), unsigned, 'municipality')],
    ['a certificate called back before it was used', revoked(unsigned, authority)],
  ];
  return Promise.all(made.map(async ([what, bytes]) => ({ what, bytes: new Uint8Array(await bytes) })));
}

async function signAs(authority: Authority, pdf: Uint8Array, field: keyof typeof SIGNATORIES): Promise<Uint8Array> {
  return signField(pdf, { field, signer: await signerOf(authority, SIGNATORIES[field]), reason: null, at: new Date(), timestamps: null });
}

async function changed(bytes: Uint8Array, change: (pdf: PDF) => void): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  change(pdf);
  return pdf.save({ incremental: true });
}

const withText = (bytes: Uint8Array, page: number) => changed(bytes, (pdf) => pdf.getPage(page)!.drawText('och 500 000 kronor till', { x: 60, y: 600 }));

const withAnnotation = (bytes: Uint8Array) =>
  changed(bytes, (pdf) => {
    const note = PdfDict.of({ Type: PdfName.of('Annot'), Subtype: PdfName.of('Square'), Rect: PdfArray.of(...[0, 0, 500, 800].map((side) => PdfNumber.of(side))) });
    pdf.getPage(0)!.dict.set('Annots', PdfArray.of(pdf.register(note)));
  });

const withSwappedPages = (bytes: Uint8Array) =>
  changed(bytes, (pdf) => {
    const [one, other] = [pdf.getPage(0)!.dict, pdf.getPage(1)!.dict];
    const contents = one.get('Contents')!;
    one.set('Contents', other.get('Contents')!);
    other.set('Contents', contents);
  });

function copyFirst(pdf: PDF): void {
  const [one, other] = pdf.getForm()!.getSignatureFields();
  other.getDict().set('V', one.getDict().get('V')!);
}

/** A revision whose trailer names a new root. */
function withOtherRoot(bytes: Uint8Array, entries: string, more = ''): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1];
  const size = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map(([, each]) => Number(each)));
  const root = `\n9999 0 obj\n<< ${entries} >>\nendobj\n`;
  const at = bytes.length + 1;
  const moreAt = bytes.length + root.length;
  const entry = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;
  const table = `xref\n${more ? `9000 1\n${entry(moreAt)}` : ''}9999 1\n${entry(at)}trailer\n<< /Size ${Math.max(size, 10_000)} /Root 9999 0 R /Prev ${startxref} >>\nstartxref\n${moreAt + more.length}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(root + more + table, 'latin1')]);
}

/** The hole of the last signature made wider than its signature. */
function widened(bytes: Uint8Array, by: number): Uint8Array {
  return withRange(bytes, ([start, length, again, rest]) => [start, length, again + by, rest - by]);
}

/** A last signature that says it does not reach the end. */
const narrowed = (bytes: Uint8Array): Uint8Array => withRange(bytes, ([start, length, again, rest]) => [start, length, again, rest - 40]);

function withRange(bytes: Uint8Array, change: (ranges: number[]) => number[]): Uint8Array {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const [whole, inside] = [...text.matchAll(/\/ByteRange \[([^\]]*)\]/g)].at(-1)!;
  const room = text.lastIndexOf(whole);
  file.write(`/ByteRange [${change(inside.trim().split(/\s+/).map(Number)).join(' ')}]`.padEnd(whole.length), room, 'latin1');
  return file;
}

type Signer = Awaited<ReturnType<typeof signerOf>>;

async function forged(unsigned: Uint8Array, authority: Authority, as: (signer: Signer) => Promise<Signer>, over?: Uint8Array): Promise<Uint8Array> {
  const signer = await as(await signerOf(authority, SIGNATORIES.municipality));
  const prepared = await prepare(unsigned, { field: 'municipality', name: signer.name, reason: null, at: new Date() });
  return embed(prepared, await signedCms(over ?? prepared.digest, signer));
}

const signedOverNothing = (unsigned: Uint8Array, authority: Authority) => forged(unsigned, authority, async (signer) => signer, new Uint8Array(32));

/** A certificate issued by a signatory's own: her key is lent to her as if it could issue. */
async function byLeaf(unsigned: Uint8Array, authority: Authority): Promise<Uint8Array> {
  const { x509, KEYS } = await import('#platform/signatures/x509.ts');
  const keys = await crypto.subtle.generateKey(KEYS, false, ['sign', 'verify']);
  const leaf = await signerOf(authority, 'Bettan Berg');
  const subject = new x509.X509Certificate(new Uint8Array(leaf.certificate));
  const issuer = await x509.X509CertificateGenerator.create({ subject: subject.subjectName, issuer: new x509.X509Certificate(new Uint8Array(authority.issuing)).subjectName, publicKey: keys.publicKey, signingKey: keys.privateKey, signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' } });
  const person = { name: SIGNATORIES.municipality, accountId: 'x', assurance: 'high', signedInBy: 'x', signedInAt: new Date() } as const;
  const made = await oneTimeSigner({ certificate: issuer, key: keys.privateKey }, authority.root, person, { now: new Date(), lists: null });
  return forged(unsigned, authority, async () => ({ ...made, chain: [leaf.certificate, authority.issuing, authority.root] }));
}

async function revoked(unsigned: Uint8Array, authority: Authority): Promise<Uint8Array> {
  const { x509 } = await import('#platform/signatures/x509.ts');
  return forged(unsigned, authority, async (signer) => {
    await authority.revoke(new x509.X509Certificate(new Uint8Array(signer.certificate)).serialNumber, new Date());
    return signer;
  });
}
