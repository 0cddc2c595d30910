import { afterAll, expect, test } from 'vitest';
import { flippedBits, forgeries } from '../../../../tests/support/mutations.ts';
import { newAuthority, signedPdf, trustIn } from '../../../../tests/support/signed-pdf.ts';
import type { ValidationReport } from '../report.ts';
import { validate } from '../validate.ts';

/** `npm run bench signatures` flips 300 bits; so many do for a test. */
const FLIPS = 32;

const authority = await newAuthority(afterAll);
const [, , both] = await signedPdf(authority);
const forged = await forgeries(authority, afterAll);
const trust = await trustIn(authority);

const told = ({ problems, signatures, emptyFields }: ValidationReport): string[] => [
  ...problems.map(({ code }) => code),
  ...signatures.flatMap(({ integrity, trust: doubts, changes }) => [...[...integrity, ...doubts].map(({ code }) => code), ...changes.map(({ kind, page }) => `${kind} ${page ?? ''}`.trim())]),
  ...emptyFields.map((field) => `empty ${field}`),
];

/** What must be said of each. */
const EXPECTED: Record<string, string> = {
  'text inserted between the signatures': 'page 2',
  'text inserted after the last': 'page 3',
  'an annotation laid over a page between the signatures': 'annotation 1',
  'a page stream swapped between the signatures': 'page 1',
  'a page stream swapped after the last': 'page 2',
  'a page added between the signatures': 'structure',
  'a page removed after the last': 'structure',
  'the root dictionary replaced': 'signature-removed',
  'the root dictionary replaced by one with other pages': 'signature-removed',
  'cut off after the first signature': 'empty association',
  'cut off in the middle of the second revision': 'bytes-after-the-end',
  'bytes put at the end': 'bytes-after-the-end',
  'bytes put at the beginning': 'byte-range-wrong',
  'a signature removed': 'signature-removed',
  'the first signature put in the place of the second': 'signature-twice',
  'a range that leaves out a part': 'content-altered',
  'a certificate of somebody else': 'signature-wrong',
  'a digest of something else': 'content-altered',
  'a signatory who has made herself an authority': 'chain-broken',
  'an authority that nobody knows': 'root-unknown',
  'an authority that nobody knows by the same name': 'root-unknown',
  'a certificate called back before it was used': 'certificate-revoked',
};

test('what is done to a signed file is named', async () => {
  expect(forged.length).toBeGreaterThan(25);
  for (const { what, bytes } of forged) {
    const report = await validate(bytes, trust);
    expect(told(report), what).toContain(EXPECTED[what] ?? 'byte-range-wrong');
    expect(report.verdict === 'whole' && report.isTrusted, what).toBe(false);
  }
});

test('a bit flipped anywhere in what is signed is never missed', async () => {
  expect(await validate(both, trust)).toMatchObject({ verdict: 'whole', isTrusted: true });
  for (const { what, bytes } of flippedBits(both, FLIPS)) expect((await validate(bytes, trust)).verdict, what).toBe('broken');
});
