import { expect, test } from 'vitest';
import type { Credential, CredentialKind } from '../model.ts';
import { lacksFor } from './fitness.ts';

const seen = (kind: CredentialKind, seenOn: string, more: Partial<Credential> = {}): Credential => ({
  id: kind, personId: 'p', kind, about: null, seenOn, seenBy: 'Maja', validUntil: null, withdrawnAt: null, ...more,
});
const adult = { birthYear: null };
const on = '2026-11-21';

test('an insured adult may walk, an uninsured one not yet', () => {
  expect(lacksFor('walk', adult, [seen('insurance', '2026-01-01')], on)).toEqual([]);
  expect(lacksFor('walk', adult, [], on)).toEqual(['insurance']);
});

test('nobody works with minors before a register extract has been seen, and a check of open sources is no extract', () => {
  expect(lacksFor('work-with-minors', adult, [seen('background-check', '2026-01-01')], on)).toEqual(['register-extract']);
  expect(lacksFor('work-with-minors', adult, [seen('register-extract', '2026-01-01')], on)).toEqual([]);
});

test('what was seen counts from the day it was seen to its last day, and not once taken back', () => {
  const extract = (more: Partial<Credential>) => lacksFor('work-with-minors', adult, [seen('register-extract', '2026-01-01', more)], on);
  expect(extract({ validUntil: '2026-11-21' })).toEqual([]);
  expect(extract({ validUntil: '2026-11-20' })).toEqual(['register-extract']);
  expect(extract({ seenOn: '2026-11-22' })).toEqual(['register-extract']);
  expect(extract({ withdrawnAt: new Date() })).toEqual(['register-extract']);
});

test('a walker of 15 to 17 needs a guardian’s consent, a younger one does not walk, and neither leads', () => {
  const insured = [seen('insurance', '2026-01-01'), seen('course', '2026-01-01')];
  // Born 2010, sixteen by the end of the year: fifteen at least.
  expect(lacksFor('walk', { birthYear: 2010 }, insured, on)).toEqual(['guardian-consent']);
  expect(lacksFor('walk', { birthYear: 2010 }, [...insured, seen('guardian-consent', '2026-02-01')], on)).toEqual([]);
  expect(lacksFor('walk', { birthYear: 2011 }, insured, on)).toEqual(['too-young']);
  expect(lacksFor('lead-walk', { birthYear: 2008 }, insured, on)).toEqual(['too-young']);
  expect(lacksFor('lead-walk', { birthYear: 2007 }, insured, on)).toEqual([]);
});

test('nobody stands on the call-out list without having said yes', () => {
  expect(lacksFor('callout', adult, [], on)).toEqual(['callout-consent']);
});
