import { expect, test } from 'vitest';
import type { Role } from '#platform/access/roles.ts';
import { dutyText, fact, period } from '../../../../tests/support/duty-facts.ts';
import { dutiesFromFacts } from '../rules/duties.ts';
import { type FirmDuty, type ReminderSettings, USUAL } from './model.ts';
import { occasionName, remindersOf } from './rules.ts';

const granby = { id: 'granby', name: 'Granby kommun' };
const lyktan = { id: 'lyktan', name: 'Föreningen Lyktan' };
const acts = (accountId: string, role: Role, organisation: typeof granby, deputy = false) => ({ accountId, role, organisation, deputy });
const cast = {
  organisations: [granby, lyktan],
  acting: [
    acts('Maja', 'coordinator', granby),
    acts('Majas ersättare', 'coordinator', granby, true),
    acts('Revisorn', 'auditor', granby),
    acts('Åsa', 'association-manager', lyktan),
    acts('Åsas ersättare', 'association-manager', lyktan, true),
    acts('Volontären', 'volunteer', lyktan),
  ],
};

const [planned] = dutiesFromFacts([period('2026-01-01', '2026-12-31'), fact('deadline', { date: '2026-06-09', what: 'Delrapport', responsible: lyktan.name }, 14)], { text: dutyText });
const owedBy = (owner: string | null): FirmDuty => ({ id: 'd', agreementId: 'a', partnership: 'Lyktan', duty: { ...planned, owner }, dueBy: '2026-06-09' });
const told = (today: string, { owner = lyktan.name, settings = {} }: { owner?: string | null; settings?: Record<string, Partial<ReminderSettings>> } = {}) =>
  remindersOf(owedBy(owner), cast, today, (account) => ({ ...USUAL, ...settings[account] })).map(({ accountId, occasion }) => `${accountId}: ${occasionName(occasion)}`);

test('whoever owes a duty is told thirty days, seven days and one day before, and when it is late', () => {
  expect(told('2026-05-09')).toEqual([]);
  expect(told('2026-05-10')).toEqual(['Åsa: 30']);
  expect(told('2026-06-02')).toEqual(['Åsa: 7']);
  expect(told('2026-06-08')).toEqual(['Åsa: 1']);
  expect(told('2026-06-10')).toEqual(['Åsa: late']);
});

test('an occasion is named until the next one, so that a day on which nothing ran is made up for', () => {
  expect(told('2026-05-20')).toEqual(['Åsa: 30']);
  expect(told('2026-06-04')).toEqual(['Åsa: 7']);
  expect(told('2026-06-09')).toEqual(['Åsa: 1']);
});

test('deputies and the coordinator are told when the duty has been late for three days', () => {
  expect(told('2026-06-12')).toEqual(['Åsa: late']);
  expect(told('2026-06-13')).toEqual(['Åsa: late', 'Åsas ersättare: left', 'Maja: left']);
});

test('a coordinator who owes the duty is told as the one who owes it, and their deputy when it is left lying', () => {
  expect(told('2026-06-30', { owner: granby.name })).toEqual(['Maja: late', 'Majas ersättare: left']);
});

test('what both owe, and what the agreement gives nobody, is told to those of every party who may record it', () => {
  expect(told('2026-06-08', { owner: 'both' })).toEqual(['Maja: 1', 'Åsa: 1']);
  expect(told('2026-06-08', { owner: null })).toEqual(['Maja: 1', 'Åsa: 1']);
  expect(told('2026-06-08', { owner: 'Stiftelsen Okänd' })).toEqual(['Maja: 1', 'Åsa: 1']);
});

test('a unit of a party is the party, and another association with a longer name is not', () => {
  expect(told('2026-06-08', { owner: 'Granby kommun, kulturförvaltningen' })).toEqual(['Maja: 1']);
  expect(told('2026-06-08', { owner: 'föreningen  lyktan' })).toEqual(['Åsa: 1']);
  expect(told('2026-06-08', { owner: 'Föreningen Lyktan Syd' })).toEqual(['Maja: 1', 'Åsa: 1']);
});

test('each chooses their days, or none at all', () => {
  const settings = { Åsa: { daysBefore: [14] } };
  expect(told('2026-05-20', { settings })).toEqual([]);
  expect(told('2026-05-26', { settings })).toEqual(['Åsa: 14']);
  expect(told('2026-06-08', { settings })).toEqual(['Åsa: 14']);
  expect(told('2026-06-30', { settings: { Åsa: { wanted: false }, Maja: { wanted: false } } })).toEqual(['Åsas ersättare: left']);
});
