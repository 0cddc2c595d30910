import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../read/index.ts';
import { structure } from '../read/structure/index.ts';
import { check } from './index.ts';

/*
 * What an attentive reader finds wrong in three real agreements, by the line of the gold file, and the check that says the
 * same. Null is what no general check finds: misspellings, slips of a word, matters of layout. Skipped where the
 * agreements are not at hand.
 */

const FOLDER = ['../../../../../shared/agreements/', '../../../../../../shared/agreements/']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(folder));

const KRISTIANSTAD: [line: number, code: string | null][] = [
  [103, 'section-number-twice'],
  [169, 'section-number-missing'],
  [146, 'steering-group-called-board'],
  [221, 'signature-after-start'],
  [171, 'year-missing'],
  [173, 'duty-outlives-term'],
  [15, 'same-legal-person-twice'],
  [193, 'person-with-two-titles'],
  [201, 'notice-only-in-certain-cases'],
  [204, 'repayment-hits-the-innocent'],
  [211, 'originals-fewer-than-parties'],
  [171, 'annex-missing'],
  [41, 'grant-denied-and-named'],
  [101, 'goal-blurred'],
  [128, 'pasted-page-title'],
  [49, 'date-formats-vary'],
  [41, null],
  [191, null],
];

const OSTERSUND: [line: number, code: string | null][] = [
  [17, 'definition-covers-both-parties'],
  [59, 'section-number-missing'],
  [92, 'follow-up-too-early'],
  [102, 'period-start-conditional'],
  [102, 'extension-decided-too-late'],
  [74, 'follow-up-without-sender-or-receiver'],
  [81, 'conflicting-cost-bearing'],
  [23, 'passage-repeated-differently'],
  [80, null],
  [69, 'bracket-never-closed'],
  [98, null],
  [17, 'organisation-number-written-differently'],
  [108, 'contact-masked'],
  [135, 'signature-undated'],
];

const TIMRA: [line: number, code: string | null][] = [
  [41, 'two-amounts-for-the-same-thing'],
  [91, 'two-sums-with-the-same-name'],
  [41, 'promise-without-budget-line'],
  [109, 'budget-for-another-period'],
  [103, 'extension-decided-too-late'],
  [113, null],
  [82, 'template-leftover'],
  [88, 'payment-terms-missing'],
  [37, 'party-is-a-board'],
  [39, 'purpose-stated-twice'],
  [45, null],
  [53, 'follow-ups-overlap'],
  [119, 'signature-under-another-party'],
  [94, null],
];

const AGREEMENTS = { 'kristianstad-youngstival': KRISTIANSTAD, 'ostersund-nattvandring': OSTERSUND, 'timra-timra-ik': TIMRA };

describe.skipIf(FOLDER === undefined)('beside an attentive reader of three real agreements', () => {
  const near = Object.entries(AGREEMENTS).flatMap(([name, remarks]) => {
    const text = FOLDER ? readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8') : '';
    const findings = check({ doc: structure(text), reading: read(text) });
    return remarks.map(([line, code]) => {
      const same = findings.filter((finding) => finding.code === code).map(({ source }) => Math.abs(source.line - line));
      return { remark: `${name} ${line} ${code}`, expected: code !== null, found: same.length > 0, distance: Math.min(...same) };
    });
  });

  test('every remark that a check is there for is found', () => {
    expect(near.filter(({ expected, found }) => expected && !found).map(({ remark }) => remark)).toEqual([]);
  });

  test('at least three quarters are found, within two lines of where the reader put them', () => {
    expect(near.filter(({ distance }) => distance <= 2).length / near.length).toBeGreaterThanOrEqual(0.75);
  });
});
