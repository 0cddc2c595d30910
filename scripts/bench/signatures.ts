import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CryptoKeySigner, PDF } from '@libpdf/core';
import type { Authority } from '../../src/platform/signatures/authority.ts';
import { signField } from '../../src/platform/signatures/sign-field.ts';
import { apartValidator } from '../../src/platform/signatures/validate.ts';
import { KEYS, newSerialNumber, SIGNING, x509 } from '../../src/platform/signatures/x509.ts';
import { flippedBits, forgeries } from '../../tests/support/mutations.ts';
import { newAuthority, signedPdf, signerOf, trustIn, unsignedPdf } from '../../tests/support/signed-pdf.ts';
import { median, medianOf, type Row, row, WARMING } from './measure.ts';

const RUNS = 40;

/** Bits that are flipped beside the forgeries. */
const FLIPS = 300;

/** Signing and validating against libpdf's own signing and pdfsig on the same file, and what is done to signed files. */
export async function benchSignatures(): Promise<Row[]> {
  const cleared: (() => void)[] = [];
  const authority = await newAuthority((work) => cleared.push(work));
  const validator = apartValidator();
  try {
    const unsigned = await unsignedPdf();
    const [, , both] = await signedPdf(authority);
    const trust = await trustIn(authority);
    const issuing = await medianOf(RUNS, () => signerOf(authority, 'Åsa Öberg'));
    const { ours, library } = await signing(authority, unsigned);
    const validating = await medianOf(RUNS, () => validator.validate(both, trust));
    return [
      row('one-time key and certificate', issuing, 'ms', 50, 'limit 50 ms'),
      row('one signature, its key and certificate not counted', ours, 'ms', library * 2, `within 2 × of libpdf’s own sign() on the same file, ${library.toFixed(1)} ms, both with P-256`),
      ...againstPdfsig(both, validating),
      ...(await missed(validator, [...(await forgeries(authority, (work) => cleared.push(work))), ...flippedBits(both, FLIPS)], trust)),
    ];
  } finally {
    validator.close();
    for (const clear of cleared) clear();
  }
}

/** Ours and libpdf's own in turns, so that a machine that is busy for a while is so for both. Its key lies ready, and so does ours. */
async function signing(authority: Authority, unsigned: Uint8Array): Promise<{ ours: number; library: number }> {
  const keys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({ serialNumber: newSerialNumber(), name: 'CN=Bench', keys, signingAlgorithm: SIGNING });
  const libraryKey = new CryptoKeySigner(keys.privateKey, new Uint8Array(certificate.rawData), 'EC', 'ECDSA');
  const times: { ours: number[]; library: number[] } = { ours: [], library: [] };
  for (let run = -WARMING; run < RUNS; run += 1) {
    const signer = await signerOf(authority, 'Åsa Öberg');
    const began = performance.now();
    await signField(unsigned, { field: 'municipality', signer, reason: null, at: new Date(), timestamps: null });
    const between = performance.now();
    await (await PDF.load(unsigned)).sign({ signer: libraryKey, fieldName: 'municipality' });
    if (run < 0) continue;
    times.ours.push(between - began);
    times.library.push(performance.now() - between);
  }
  return { ours: median(times.ours), library: median(times.library) };
}

/** pdfsig is a process that is started for each file and does not compare revisions; ours is warm, and does. */
function againstPdfsig(both: Uint8Array, validating: number): Row[] {
  if (spawnSync('pdfsig', ['-v']).error) return [row('validating two signatures', validating, 'ms', 100, 'limit 100 ms (pdfsig is not on this machine)')];
  const folder = mkdtempSync(join(tmpdir(), 'handslag-bench-'));
  try {
    writeFileSync(join(folder, 'both.pdf'), both);
    const times = Array.from({ length: RUNS }, () => {
      const before = performance.now();
      execFileSync('pdfsig', ['-nocert', 'both.pdf'], { cwd: folder, stdio: 'pipe' });
      return performance.now() - before;
    });
    const pdfsig = median(times);
    return [row('validating two signatures, in the process apart, revisions compared', validating, 'ms', pdfsig * 2, `within 2 × of a pdfsig process on the same file, which compares none, ${pdfsig.toFixed(1)} ms`)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function missed(validator: ReturnType<typeof apartValidator>, mutations: { what: string; bytes: Uint8Array }[], trust: Awaited<ReturnType<typeof trustIn>>): Promise<Row[]> {
  const times: number[] = [];
  const unnamed: string[] = [];
  for (const { what, bytes } of mutations) {
    const before = performance.now();
    const { verdict, isTrusted } = await validator.validate(bytes, trust);
    times.push(performance.now() - before);
    if (verdict === 'whole' && isTrusted) unnamed.push(what);
  }
  if (unnamed.length > 0) console.log(`missed: ${unnamed.join(', ')}`);
  return [
    { what: `${mutations.length} files that something was done to, missed`, measured: String(unnamed.length), against: 'limit 0', ratio: unnamed.length === 0 ? 0 : Number.POSITIVE_INFINITY },
    row('the longest that one of them took', Math.max(...times), 'ms', 20_000, 'limit 20 s'),
  ];
}
