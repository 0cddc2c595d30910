import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installed } from '../../../../tests/support/installed.ts';
import { newAuthority, signedPdf, trustIn } from '../../../../tests/support/signed-pdf.ts';
import { type TimeAuthority, timeAuthority } from '../../../../tests/support/time-authority.ts';
import { stoppedClock } from '../../clock.ts';
import { openSignatures } from '../open.ts';
import { SEAL_FIELD } from '../reserve-fields.ts';
import { seal } from '../seal.ts';
import { validate } from '../validate.ts';
import { httpTimestamps } from './http.ts';

const hasOpenssl = installed('openssl');
const clock = stoppedClock('2026-11-21');
let time: TimeAuthority;
beforeAll(async () => {
  if (hasOpenssl) time = await timeAuthority();
});
afterAll(() => time?.close());

test.skipIf(!hasOpenssl)('with a time authority it is proved when each signed, and the sealed file lasts', async () => {
  const authority = await newAuthority(afterAll);
  const timestamps = httpTimestamps(time.address);
  const trust = await trustIn(authority, { timestampRoots: [time.root] });
  const before = Date.now() - 1000;
  const [, , both] = await signedPdf(authority, timestamps, ['municipality', 'association', SEAL_FIELD]);
  const waiting = await validate(both, trust);
  expect(waiting).toMatchObject({ verdict: 'incomplete', emptyFields: [SEAL_FIELD], signatures: [{ level: 'B-T', remarks: [] }, { level: 'B-T', remarks: [] }] });
  for (const { provenAt } of waiting.signatures) expect(Date.parse(provenAt!)).toBeGreaterThan(before);

  const sealed = await seal(both, { authority, timestamps, at: new Date() });
  const report = await validate(sealed, trust);
  expect(report).toMatchObject({ verdict: 'whole', isTrusted: true });
  expect(report.signatures.map(({ field, kind, level }) => [field, kind, level])).toEqual([
    ['municipality', 'signature', 'B-LTA'],
    ['association', 'signature', 'B-LTA'],
    [SEAL_FIELD, 'timestamp', 'timestamp'],
  ]);
  expect(await validate(sealed, { ...trust, revocationLists: [] })).toMatchObject({ verdict: 'whole', isTrusted: true, signatures: [{ level: 'B-LTA' }, {}, {}] });

  const damaged = Buffer.from(Buffer.from(sealed).toString('latin1').replaceAll('/FlateDecode', '/FlateDecoda'), 'latin1');
  expect(await validate(new Uint8Array(damaged), trust)).toMatchObject({ verdict: 'broken', signatures: [{ integrity: [] }, { integrity: [] }, { integrity: [{ code: 'timestamp-not-over-this' }] }] });

  const strangers = await validate(sealed, { ...trust, timestampRoots: [] });
  expect(strangers).toMatchObject({ verdict: 'whole', isTrusted: true, signatures: [{ provenAt: null, remarks: [{ code: 'timestamp-untrusted' }] }, {}, { trust: [{ code: 'root-unknown' }] }] });
  const later = await validate(sealed, { ...trust, at: new Date(Date.now() + 40 * 365 * 24 * 3600 * 1000) });
  expect(later.signatures[2].trust).toMatchObject([{ code: 'certificate-not-valid-then' }, { code: 'certificate-not-valid-then' }]);
});

test.skipIf(!hasOpenssl)('a certificate called back after a proven time still stood then; without one it counts for nothing', async () => {
  const authority = await newAuthority(afterAll);
  const [, stamped] = await signedPdf(authority, httpTimestamps(time.address));
  const [, unstamped] = await signedPdf(authority);
  for (const pdf of [stamped, unstamped]) {
    const { x509 } = await import('../x509.ts');
    const { checkSigned } = await import('../validation/signed-data.ts');
    const { blobsIn } = await import('../validation/blobs.ts');
    const [{ blob }] = blobsIn(Buffer.from(pdf));
    const { certificate } = checkSigned(blob.der!, blob.signed);
    await authority.revoke(new x509.X509Certificate(certificate!.raw).serialNumber, new Date(Date.now() + 60_000));
  }
  const trust = await trustIn(authority, { timestampRoots: [time.root], at: new Date(Date.now() + 120_000) });
  expect(await validate(stamped, trust)).toMatchObject({ isTrusted: true });
  expect(await validate(unstamped, trust)).toMatchObject({ isTrusted: false, signatures: [{ trust: [{ code: 'certificate-revoked' }] }] });
});

test.skipIf(!hasOpenssl)('an answer to another question, over something else, or that is none, is not taken', async () => {
  const hash = new Uint8Array(randomBytes(32));
  const stamps = httpTimestamps(time.address);
  const wrong: [string, Partial<Pick<TimeAuthority, 'query' | 'answer'>>, RegExp][] = [
    ['another hash', { query: (query) => Buffer.from(query.map((byte, at) => (at === query.indexOf(hash) ? byte ^ 1 : byte))) }, /timestamp-not-over-this/],
    ['another nonce', { query: (query) => Buffer.from(query.map((byte, at) => (at === query.length - 6 ? byte ^ 1 : byte))) }, /another nonce/],
    ['another time', { answer: (answer) => Buffer.from(answer.toString('latin1').replace(/20\d{12}Z/, '20200101000000Z'), 'latin1') }, /timestamp-wrong/],
    ['not an answer', { answer: () => Buffer.from('<html>') }, /cannot be read/],
    ['too much', { answer: () => Buffer.alloc(100_000) }, /100000 bytes/],
  ];
  for (const [what, done, said] of wrong) {
    Object.assign(time, { query: (bytes: Buffer) => bytes, answer: (bytes: Buffer) => bytes }, done);
    await expect(stamps.stamp(hash), what).rejects.toThrow(said);
  }
  Object.assign(time, { query: (bytes: Buffer) => bytes, answer: (bytes: Buffer) => bytes });
  expect(await stamps.ready()).toEqual({ ok: true, value: null });
});

test('a time authority that is not there is a no with its reason', async () => {
  expect(await httpTimestamps(new URL('http://127.0.0.1:1/')).ready()).toMatchObject({ ok: false, refusals: [{ code: 'signatures.time-authority-silent' }] });
});

test('a time authority that is half said, or roots that are none, stop the start', () => {
  const opened = (environment: NodeJS.ProcessEnv) => () => openSignatures('nowhere', environment, clock);
  for (const environment of [{ TIMESTAMP_URL: 'https://time.example' }, { TIMESTAMP_ROOTS: 'package.json' }, { TIMESTAMP_URL: 'time', TIMESTAMP_ROOTS: 'package.json' }, { TIMESTAMP_URL: 'https://time.example', TIMESTAMP_ROOTS: 'package.json' }]) {
    expect(opened(environment), JSON.stringify(environment)).toThrow('timestamps-half-set-up');
  }
  expect(opened({ TRUSTED_ROOTS: 'nowhere.pem' })).toThrow('trusted-roots-unreadable');
  expect(opened({})().timestamps).toBeNull();
});
