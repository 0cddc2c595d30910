import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CryptoKeySigner, PDF, type SubFilter } from '@libpdf/core';
import { afterAll, expect, test } from 'vitest';
import { installed } from '../../../../tests/support/installed.ts';
import { newAuthority, signedPdf, signerOf, trustIn } from '../../../../tests/support/signed-pdf.ts';
import { pem } from '../pem.ts';
import { embed, prepare } from '../prepare.ts';
import { reserveFields } from '../reserve-fields.ts';
import { signField } from '../sign-field.ts';
import { apartValidator, validate } from '../validate.ts';
import { newSerialNumber, x509 } from '../x509.ts';

/** Signed files as other programs make them. */
const authority = await newAuthority(afterAll);
const trust = await trustIn(authority);
const folder = mkdtempSync(join(tmpdir(), 'handslag-foreign-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };

/** Somebody whose key is RSA, and who is their own root. */
async function stranger() {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: 'CN=Örjan Främling, O=Annan AB',
    notBefore: new Date(Date.now() - 60_000),
    keys,
    signingAlgorithm: RSA,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  const der = new Uint8Array(certificate.rawData);
  const key = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return { der, key, signer: new CryptoKeySigner(keys.privateKey, der, 'RSA', 'RSASSA-PKCS1-v1_5') };
}

const { der, key, signer } = await stranger();
const trustingThem = { ...trust, roots: [der] };

async function plain(): Promise<PDF> {
  const pdf = PDF.create();
  pdf.addPage().drawText('Samverkan', { x: 60, y: 700 });
  return pdf;
}

test.each<SubFilter>(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])('a signature of the kind %s with RSA holds, and is trusted by those who know its root', async (subFilter) => {
  const { bytes } = await (await plain()).sign({ signer, subFilter });
  expect(await validate(bytes, trust)).toMatchObject({ verdict: 'whole', isTrusted: false, signatures: [{ signer: { name: 'Örjan Främling', organisation: 'Annan AB' }, level: 'CMS', integrity: [], trust: [{ code: 'root-unknown' }] }] });
  expect(await validate(bytes, trustingThem)).toMatchObject({ verdict: 'whole', isTrusted: true });
});

test.skipIf(!installed('openssl'))('so is one of RSA-PSS, however much salt it has, and one by SHA-1 proves nothing', async () => {
  const prepared = await prepare(await reserveFields(await (await plain()).save(), ['one']), { field: 'one', name: 'Örjan', reason: null, at: new Date() });
  const { bytes, hole } = prepared;
  writeFileSync(join(folder, 'content'), Buffer.concat([bytes.subarray(0, hole.start - 1), bytes.subarray(hole.end + 1)]));
  writeFileSync(join(folder, 'certificate'), pem('CERTIFICATE', der));
  writeFileSync(join(folder, 'key'), pem('PRIVATE KEY', key));
  const signed = (...words: string[]) =>
    embed(prepared, execFileSync('openssl', ['cms', '-sign', '-binary', '-cades', '-in', 'content', '-signer', 'certificate', '-inkey', 'key', '-outform', 'DER', ...words], { cwd: folder }));
  for (const salt of ['0', '20', '32']) {
    const report = await validate(signed('-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', `rsa_pss_saltlen:${salt}`), trustingThem);
    expect(report, salt).toMatchObject({ verdict: 'whole', isTrusted: true });
  }
  expect(await validate(signed('-md', 'sha1'), trustingThem)).toMatchObject({ verdict: 'broken', signatures: [{ integrity: [{ code: 'algorithm-weak' }] }] });
});

test('a file whose index is a stream is read as any other', async () => {
  const pdf = await plain();
  const signed = await signField(await reserveFields(await pdf.save({ useXRefStream: true }), ['one']), { field: 'one', signer: await signerOf(authority, 'Åsa Öberg'), reason: null, at: new Date(), timestamps: null });
  expect(await validate(signed, trust)).toMatchObject({ verdict: 'whole', isTrusted: true });
});

test.skipIf(!installed('qpdf'))('so are files with object streams, and those laid out for the web', async () => {
  writeFileSync(join(folder, 'plain.pdf'), await (await plain()).save());
  for (const words of [['--object-streams=generate'], ['--linearize']]) {
    execFileSync('qpdf', [...words, 'plain.pdf', 'laid-out.pdf'], { cwd: folder });
    const { bytes } = await (await PDF.load(readFileSync(join(folder, 'laid-out.pdf')))).sign({ signer });
    expect(await validate(bytes, trustingThem), words[0]).toMatchObject({ verdict: 'whole', isTrusted: true });
  }
});

test('a form filled in after a signature is a change after it, on its page, and the signature still holds', async () => {
  const pdf = await plain();
  const page = pdf.getPage(0)!;
  const field = pdf.getOrCreateForm().createTextField('sum', { fontSize: 12 });
  page.drawField(field, { x: 60, y: 500, width: 200, height: 20 });
  const { bytes } = await pdf.sign({ signer });
  const filled = await PDF.load(bytes);
  filled.getForm()!.getTextField('sum')!.setValue('500 000');
  const report = await validate(await filled.save({ incremental: true }), trustingThem);
  expect(report).toMatchObject({ verdict: 'changed', isTrusted: true, signatures: [{ integrity: [] }] });
  expect(report.signatures[0].changes).toContainEqual({ kind: 'form-field', page: 1, path: expect.stringContaining('/V') });
});

test('a signature that can be seen, added to a page after another, is named as one', async () => {
  const [, , both] = await signedPdf(authority);
  const pdf = await PDF.load(both);
  pdf.getPage(1)!.drawRectangle({ x: 60, y: 60, width: 100, height: 40 });
  const { bytes } = await pdf.sign({ signer, fieldName: 'third' });
  const report = await validate(bytes, trust);
  expect(report).toMatchObject({ verdict: 'changed', signatures: [{ changes: [] }, { integrity: [], changes: [{ kind: 'page', page: 2 }] }, { integrity: [] }] });
});

test('what is no PDF, is locked, is cut off or has no signature is told apart', async () => {
  const pdf = await plain();
  const bare = await pdf.save();
  pdf.setProtection({ userPassword: 'hemligt' });
  const told: [Uint8Array, string, string[]][] = [
    [new TextEncoder().encode('Avtal'), 'unreadable', ['not-a-pdf']],
    [new Uint8Array(0), 'unreadable', ['not-a-pdf']],
    [await pdf.save(), 'unreadable', ['encrypted']],
    [bare, 'unsigned', []],
    [new TextEncoder().encode('%PDF-1.7\n'), 'unreadable', ['structure-damaged']],
  ];
  for (const [bytes, verdict, codes] of told) {
    const report = await validate(bytes, trust);
    expect([report.verdict, report.problems.map(({ code }) => code)]).toEqual([verdict, codes]);
  }
});

test('a file that makes its reader go round and round is judged by its bytes alone, and the next is judged as ever', async () => {
  const hurried = apartValidator({ seconds: 2 });
  const [, , both] = await signedPdf(authority);
  const loop = Buffer.from('\n9999 0 obj\n[ ) ]\nendobj\nxref\n9999 1\n0000000000 00000 n \ntrailer\n<< /Size 10000 /Root [ ) ] >>\nstartxref\n0\n%%EOF\n');
  expect(await hurried.validate(Buffer.concat([Buffer.from('%PDF-1.7\n'), loop]), trust)).toMatchObject({ verdict: 'unreadable', problems: [{ code: 'parser-gave-up' }] });
  expect(await hurried.validate(Buffer.concat([both, loop]), trust)).toMatchObject({ verdict: 'changed', problems: [{ code: 'structure-damaged' }], signatures: [{ signer: { name: 'Åsa Öberg' }, integrity: [] }, { integrity: [] }] });
  expect(await hurried.validate(both, trust)).toMatchObject({ verdict: 'whole' });
  hurried.close();
});
