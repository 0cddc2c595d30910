import { expect, test } from 'vitest';
import { fact } from '../../../tests/support/duty-facts.ts';
import type { FactView } from '#pure/agreement';
import { paymentsFrom } from './rules.ts';

const paid = (value: Record<string, unknown>) => paymentsFrom([fact('payment', { due: { date: null, precision: null, event: null }, ...value }) as FactView])[0];

test('shares say who pays, where "both" would say that the association pays itself', () => {
  const split = ['Kultur', 'Social'].map((payer) => ({ payer, sek: 100 }));
  expect(paid({ payer: 'both', split })).toMatchObject({ payer: null, shares: [{ payer: 'Kultur' }, { payer: 'Social' }] });
  expect(paid({ payer: 'both', split: [] }).payer).toBe('both');
  expect(paid({ payer: 'Granby kommun', split }).payer).toBe('Granby kommun');
});
