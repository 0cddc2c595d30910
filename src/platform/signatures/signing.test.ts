import { execFileSync } from 'node:child_process';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { installed } from '../../../tests/support/installed.ts';
import { newAuthority, SIGNATORIES, signedPdf, signerOf, trustIn, unsignedPdf } from '../../../tests/support/signed-pdf.ts';
import { sure } from '#kernel/outcome.ts';
import { wallClock } from '../clock.ts';
import { openAuthority } from './open-authority.ts';
import { openSignatures } from './open.ts';
import { ownSigningService } from './own-signing-service.ts';
import { pem } from './pem.ts';
import { prepare } from './prepare.ts';
import { complete, signField } from './sign-field.ts';
import { validate } from './validate.ts';
import { blobsIn } from './validation/blobs.ts';

const authority = await newAuthority(afterAll);
const [unsigned, first, both] = await signedPdf(authority);
const folder = mkdtempSync(join(tmpdir(), 'handslag-signing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const settings = { name: 'Gränby kommun', origin: new URL('https://handslag.granby.example'), now: new Date() };

test('both who have signed are named, in a file that only grew', async () => {
  for (const [earlier, later] of [[unsigned, first], [first, both]]) expect(Buffer.compare(later.subarray(0, earlier.length), earlier)).toBe(0);
  const report = await validate(both, await trustIn(authority));
  expect(report).toMatchObject({ verdict: 'whole', isTrusted: true, emptyFields: [], problems: [] });
  const found = report.signatures.map(({ signer, issuer, level, chain }) => ({ name: signer?.name, by: signer?.signedInBy, assurance: signer?.assurance, issuer, level, links: chain.length }));
  const told = { by: 'https://id.granby.example', assurance: 'substantial', issuer: 'Gränby kommun utfärdare', level: 'B-B', links: 3 };
  expect(found).toEqual(Object.values(SIGNATORIES).map((name) => ({ name, ...told })));
});

test('a certificate says who signs and how they signed in, and nothing that points at them elsewhere', async () => {
  const person = { name: 'Åsa Öberg', surname: 'Öberg', givenName: 'Åsa', accountId: '5f0c', assurance: 'low', signedInBy: 'mail-link', signedInAt: settings.now } as const;
  const [one, again, other] = await Promise.all([person, person, { ...person, accountId: '5f0d' }].map(async (each) => new X509Certificate((await authority.issue(each, settings.now)).certificate)));
  const pseudonym = /serialNumber=([0-9a-f]{32})$/m.exec(one.subject)?.[1];
  expect(one.subject.split('\n')).toEqual(['CN=Åsa Öberg', 'SN=Öberg', 'GN=Åsa', `serialNumber=${pseudonym}`]);
  expect([again.subject, one.subject === other.subject]).toEqual([one.subject, false]);
  expect(one.validToDate.getFullYear()).toBeGreaterThan(settings.now.getFullYear() + 15);
  expect(one.toString()).not.toContain('5f0c');
});

test('whoever signs elsewhere gets only the digest, and what they send back later fits', async () => {
  const person = { name: 'Åsa Öberg', accountId: '5f0c', assurance: 'high', signedInBy: 'https://elsewhere.example', signedInAt: new Date() } as const;
  const elsewhere = await newAuthority(afterAll, 'En annan underskriftstjänst');
  for (const [service, roots] of [[ownSigningService(authority), [authority.root]], [ownSigningService(elsewhere), [elsewhere.root]]] as const) {
    const prepared = await prepare(unsigned, { field: 'municipality', name: person.name, reason: null, at: new Date() });
    const begun = sure(await service.begin({ person, digest: prepared.digest, about: 'Avtal', at: new Date(), returnTo: new URL('https://handslag.granby.example') }));
    const signed = await complete(prepared, begun.kind === 'signed' ? begun.cms : new Uint8Array(), null);
    expect(await validate(signed, await trustIn(authority, { roots: [...roots] }))).toMatchObject({ isTrusted: true, signatures: [{ signer: { name: 'Åsa Öberg' }, integrity: [] }] });
    expect(await service.finish('never begun', {})).toMatchObject({ ok: false });
  }
});

test('a key signs once', async () => {
  const signer = await signerOf(authority, 'Åsa Öberg');
  const input = { field: 'municipality', signer, reason: null, at: new Date(), timestamps: null };
  await signField(unsigned, input);
  await expect(signField(unsigned, input)).rejects.toThrow('one-time key');
});

test('nobody signs in a place that is taken, or that nobody reserved', async () => {
  const input = { signer: await signerOf(authority, 'Åsa Öberg'), reason: null, at: new Date(), timestamps: null };
  await expect(signField(first, { ...input, field: 'municipality' })).rejects.toThrow('already signed');
  await expect(signField(first, { ...input, field: 'somebody' })).rejects.toThrow('no place');
});

test('an authority is kept for its owner alone, and is the same the next time, also when two start at once', async () => {
  const home = join(folder, 'kept');
  const [one, two] = await Promise.all([openAuthority(home, settings), openAuthority(home, settings)]);
  expect(one.root).toEqual(two.root);
  expect((await openAuthority(home, settings)).root).toEqual(one.root);
  expect(readdirSync(folder)).toEqual(['kept']);
  const modes = ['', 'authority.pem', 'root-key.pem'].map((name) => statSync(join(home, name)).mode & 0o777);
  if (process.platform !== 'win32') expect(modes).toEqual([0o700, 0o600, 0o600]);
});

test.skipIf(process.platform === 'win32')('a key that others could read stops the start', async () => {
  const home = join(folder, 'open');
  const look = () => openSignatures(home, {}, wallClock).look();
  await look();
  await look();
  chmodSync(join(home, 'authority.pem'), 0o644);
  await expect(look()).rejects.toMatchObject({ code: 'authority-open-to-others' });
  await expect(openAuthority(home, settings)).rejects.toMatchObject({ code: 'authority-open-to-others' });
  const torn = readFileSync(join(home, 'authority.pem'), 'utf8').replace(/(?<=BEGIN PRIVATE KEY-----\n)..../, 'AAAA');
  for (const text of ['torn', torn]) {
    writeFileSync(join(home, 'authority.pem'), text);
    chmodSync(join(home, 'authority.pem'), 0o600);
    await expect(look()).rejects.toMatchObject({ code: 'authority-unreadable' });
    await expect(openAuthority(home, settings)).rejects.toMatchObject({ code: 'authority-unreadable' });
  }
});

const paper = (name: string, content: Uint8Array | string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const run = (program: string, ...words: string[]): string => execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

test.skipIf(!installed('openssl'))('OpenSSL finds both signatures to be over what they say, under our root, and reads the revocation list', async () => {
  const root = paper('root.pem', pem('CERTIFICATE', authority.root));
  for (const { blob } of blobsIn(Buffer.from(both))) {
    const words = ['-inform', 'DER', '-in', paper('cms', blob.der!), '-content', paper('content', Buffer.concat(blob.signed)), '-CAfile', root, '-purpose', 'any', '-binary', '-out', 'out'];
    expect(() => run('openssl', 'cms', '-verify', '-cades', ...words)).not.toThrow();
    paper('content', Buffer.concat([...blob.signed, Buffer.from('.')]));
    expect(() => run('openssl', 'cms', '-verify', ...words)).toThrow(/verify error/);
  }
  await authority.revoke('4a4b', new Date());
  await authority.revoke('4a4b', new Date());
  const listed = run('openssl', 'crl', '-inform', 'DER', '-in', paper('list', await authority.revocationList(new Date())), '-noout', '-text');
  expect(listed.match(/Serial Number: 4A4B/g)).toHaveLength(1);
  const key = createPublicKey(run('openssl', 'x509', '-in', root, '-noout', '-pubkey'));
  expect(new X509Certificate(authority.issuing).verify(key)).toBe(true);
});

test.skipIf(!installed('pdfsig', 'certutil'))('pdfsig finds both valid, and trusted where our root is', () => {
  const asked = (trusted: boolean) => {
    const store = `sql:${mkdtempSync(join(folder, 'nss-'))}`;
    run('certutil', '-N', '-d', store, '--empty-password');
    if (trusted) run('certutil', '-A', '-d', store, '-n', 'root', '-t', 'C,C,C', '-i', paper('root.pem', pem('CERTIFICATE', authority.root)));
    return run('pdfsig', '-nssdir', store, paper('both.pdf', both));
  };
  const answer = asked(true);
  expect(answer.match(/Signature is Valid\./g)).toHaveLength(2);
  expect(answer.match(/Certificate is Trusted\./g)).toHaveLength(2);
  expect(answer).toContain('Åsa Öberg');
  expect(asked(false)).not.toContain('Certificate is Trusted');
});

test('a document with places that nobody has signed in is unsigned, and says which', async () => {
  expect(await validate(await unsignedPdf(), await trustIn(authority))).toMatchObject({ verdict: 'unsigned', isTrusted: false, emptyFields: ['municipality', 'association'] });
});
