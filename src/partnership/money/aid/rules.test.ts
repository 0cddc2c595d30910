import { expect, test } from 'vitest';
import type { Aid, AidDeclaration } from './model.ts';
import { aidStanding, ceilingOn, centsOf } from './rules.ts';

const aid = (grantedOn: string, kronor: number, more: Partial<Aid> = {}): Aid => ({ id: grantedOn, what: 'Bidrag', grantedOn, ore: kronor * 100, rate: 100_000, rateOn: grantedOn, recordedAt: new Date(grantedOn), recordedBy: 'Maja', withdrawnAt: null, ...more });
const declaration = (dated: string, euros: number): AidDeclaration => ({ id: dated, dated, othersCents: euros * 100, seenOn: dated, seenBy: 'Maja', recordedAt: new Date(dated) });
const standing = (given: { aid?: Aid[]; declarations?: AidDeclaration[]; on?: string; planned?: { ore: number; rate: number | null } | null }) => aidStanding({ aid: [], declarations: [], on: '2026-11-21', planned: null, ...given });

test('an amount is reckoned to the cent at the rate of its own day', () => {
  expect(centsOf(10_000_00, 110_000)).toBe(909_09);
  expect(centsOf(100_00, 112_345)).toBe(8_90);
});

test('the ceiling was raised with the year 2024', () => {
  expect([ceilingOn('2023-12-31'), ceilingOn('2024-01-01')]).toEqual([200_000_00, 300_000_00]);
});

test('three years are counted back from the day: what was granted on the day itself three years ago is out', () => {
  const { counted, since, ownCents } = standing({ aid: [aid('2023-11-21', 100), aid('2023-11-22', 1000), aid('2026-11-21', 2000), aid('2026-11-22', 4000), aid('2025-01-01', 8000, { withdrawnAt: new Date() })] });
  expect(since).toBe('2023-11-21');
  expect(counted.map(({ grantedOn }) => grantedOn)).toEqual(['2023-11-22', '2026-11-21']);
  expect(ownCents).toBe(300_00);
});

test('the recipient’s newest declaration is added, and its absence is a sign', () => {
  expect(standing({}).signs).toEqual(['no-declaration']);
  const { declaration: counted, sumCents, signs } = standing({ declarations: [declaration('2026-05-01', 7), declaration('2025-05-01', 99), declaration('2023-01-01', 500)] });
  expect(counted?.dated).toBe('2026-05-01');
  expect(sumCents).toBe(7_00);
  expect(signs).toEqual([]);
});

test('the ceiling itself may be reached; a cent more is a sign, before or with what is planned', () => {
  const declarations = [declaration('2026-05-01', 100_000)];
  expect(standing({ declarations, aid: [aid('2026-01-01', 2_000_000)] })).toMatchObject({ sumCents: 300_000_00, signs: [] });
  expect(standing({ declarations, aid: [aid('2026-01-01', 2_000_000.1)] }).signs).toEqual(['over-ceiling']);
  expect(standing({ declarations, aid: [aid('2026-01-01', 1_999_000)], planned: { ore: 1_000_10, rate: 100_000 } }).signs).toEqual(['plan-passes-ceiling']);
  expect(standing({ declarations, planned: { ore: 100_00, rate: null } })).toMatchObject({ plannedCents: null, signs: ['plan-without-rate'] });
});
