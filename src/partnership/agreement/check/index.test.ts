import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../read/index.ts';
import { structure } from '../read/structure/index.ts';
import { CHECKS, check, sayAgain } from './index.ts';

const PAGES = new URL('../../../../docs/checks/', import.meta.url);
const findingsIn = (text: string) => check({ doc: structure(text), reading: read(text) });

/** Pieces that checks look for, so that random texts trip over them. */
const piece = fc.constantFrom(
  '1. Parter\n', '## 3. Mål\n', 'Lindeby kommun', 'Föreningen Kvällsljus', ' 212000-9904 ', ' den 31 juni ', '2025-02-01 – 2025-12-31\n', '120 000 kr ',
  'ska betala ', 'återbetalas helt eller delvis. ', '(datum) ', '2025-01-\n', 'bilaga 1 ', '”', '(', 'bankgiro 991-2347 ', '- minst ca 60 personer\n', 'två (3) exemplar. ',
  'Budget 2025\nPersonal\t90 000\nSumma\t130 000\n', 'slutrapport senast den 7 december ', '\n', '█████ ', 'XX ', 'varav 3 kr, 4 kr och 5 kr ', '2 × 38 500 × 12 = 900 000 kr ',
);
const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 30 }).map((pieces) => pieces.join(''));

test('checking takes any text, and every finding stands inside it and has something to say', () => {
  fc.assert(
    fc.property(text, (written) => {
      for (const { source, message } of findingsIn(written)) {
        expect(source.start).toBeGreaterThanOrEqual(0);
        expect(source.end).toBeGreaterThanOrEqual(source.start);
        expect(source.end).toBeLessThanOrEqual(written.length);
        expect(message).toMatch(/\p{L}/u);
      }
    }),
    { numRuns: 150 },
  );
});

test('the gravest comes first, then what stands first', () => {
  const findings = findingsIn('# Avtal\n\nbankgiro 991-2347 och bankgiro 991-2348\n\nBilaga\n\nEtt ord ord för mycket.\n\nSenast den 31 juni 2025.');
  const weight = { error: 0, warning: 1, note: 2 };
  const order = findings.map(({ severity, source }) => weight[severity] * 1e6 + source.start);
  expect(findings.length).toBeGreaterThan(3);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('a finding that was kept can be said again, and one whose check is gone cannot', () => {
  const [finding] = findingsIn('bankgiro 991-2347');
  expect(sayAgain(finding!)).toBe(finding!.message);
  expect(sayAgain({ code: 'no-such-check', facts: {} })).toBeNull();
});

test('what is written differently once is said of one', () => {
  const said = (times: number) => findingsIn(`mellan Lindeby kommun och Föreningen Kvällsljus.\n\n${'Vi i Lindeby Kommun vandrar. '.repeat(times)}`).find(({ code }) => code === 'party-name-varies')!.message;
  expect(said(1)).toContain('skrivs en gång ”Lindeby Kommun”');
  expect(said(2)).toContain('skrivs också ”Lindeby Kommun” (2 gånger)');
});

test('every check has its page and every page its check', () => {
  const pages = readdirSync(PAGES).filter((name) => name !== 'README.md').map((name) => name.replace('.md', ''));
  expect(pages.toSorted()).toEqual(CHECKS.map(({ code }) => code).toSorted());
  expect(readFileSync(new URL('README.md', PAGES), 'utf8').match(/^\| \[/gm)).toHaveLength(pages.length);
});
