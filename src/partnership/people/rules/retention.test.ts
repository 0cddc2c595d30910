import { expect, test } from 'vitest';
import { decisionFor, isDue, type RetentionDecision } from './retention.ts';

const decision = (organisationId: string, months: number | null): RetentionDecision => ({
  id: 1, organisationId, type: 'contact-persons', months, caseNumber: 'KS 2026/12', decidedOn: '2026-01-01', decidedBy: 'Kommunstyrelsen', recordedAt: new Date(0), recordedBy: 'Maja',
});
const granby = { organisationId: 'granby', sector: 'public' } as const;
const region = { organisationId: 'region', sector: 'public' } as const;
const lyktan = { organisationId: 'lyktan', sector: 'civil' } as const;

test('without a decision everything is kept', () => {
  expect(decisionFor([granby, lyktan], [])).toBeNull();
  expect(decisionFor([granby, lyktan], [decision('lyktan', 1)])).toBeNull();
  expect(decisionFor([], [decision('granby', 1)])).toBeNull();
});

test('the municipality decides for a partnership with an association', () => {
  expect(decisionFor([granby, lyktan], [decision('granby', 24)])?.organisationId).toBe('granby');
});

test('two authorities must both have decided, and the longer time holds', () => {
  expect(decisionFor([granby, region, lyktan], [decision('granby', 24)])).toBeNull();
  expect(decisionFor([granby, region, lyktan], [decision('granby', 24), decision('region', 36)])?.organisationId).toBe('region');
});

test('a decision to keep for ever outweighs every other', () => {
  expect(decisionFor([granby, region], [decision('granby', 24), decision('region', null)])).toBeNull();
});

test('associations by themselves decide together', () => {
  const fyren = { organisationId: 'fyren', sector: 'civil' } as const;
  expect(decisionFor([lyktan, fyren], [decision('lyktan', 12)])).toBeNull();
  expect(decisionFor([lyktan, fyren], [decision('lyktan', 12), decision('fyren', 6)])?.organisationId).toBe('lyktan');
});

test('records are due the day after their time has passed, and never where they are kept for ever', () => {
  expect(isDue(decision('granby', 24), '2024-06-30', '2026-06-30')).toBe(false);
  expect(isDue(decision('granby', 24), '2024-06-30', '2026-07-01')).toBe(true);
  expect(isDue(decision('granby', 0), '2024-06-30', '2024-07-01')).toBe(true);
  expect(isDue(decision('granby', null), '1990-01-01', '2026-07-01')).toBe(false);
});
