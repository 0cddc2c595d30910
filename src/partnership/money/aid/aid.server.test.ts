import { expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import * as money from '#partnership/money';
import { no, organisationIdOf, twoSides } from '../../../../tests/support/two-sides.ts';

const { journal, maja, outreachWorker, rowsSeen, sara, signedOut } = await twoSides();

const organisationId = organisationIdOf(maja);
const orgNumber = '802998-3411';
const grant = { organisationId, orgNumber: '8029983411', what: 'Bidrag till kafé', grantedOn: '2026-01-15', ore: 110_000_00, rate: 110_000, rateOn: '2026-01-15' };
const standing = async (more: object = {}) => sure(await money.aidStandingOf(maja, { organisationId, orgNumber, on: '2026-11-21', planned: null, ...more }));

test('aid is written in the ledger, counted, and no longer counted when it is withdrawn', async () => {
  const { aidId } = sure(await money.recordAid(maja, grant));
  sure(await money.recordDeclaration(maja, { organisationId, orgNumber, dated: '2026-02-01', othersCents: 50_000_00, seenOn: '2026-02-03', seenBy: 'Maja Lindgren' }));
  expect(await standing()).toMatchObject({ ownCents: 10_000_00, sumCents: 60_000_00, declaration: { seenBy: 'Maja Lindgren', seenOn: '2026-02-03' }, signs: [] });
  expect(await standing({ planned: { ore: 2_750_000_00, rate: 110_000 } })).toMatchObject({ signs: ['plan-passes-ceiling'] });
  expect(await standing({ asOf: new Date('2026-01-01') })).toMatchObject({ sumCents: 0, signs: ['no-declaration'] });
  sure(await money.withdrawAid(maja, { aidId }));
  expect(no(await money.withdrawAid(maja, { aidId }))).toEqual(['money.aid-withdrawn-already']);
  expect(await standing()).toMatchObject({ ownCents: 0, counted: [] });
  expect((await journal(null)).slice(-3)).toEqual(['money.aid-recorded', 'money.aid-declared', 'money.aid-withdrawn']);
});

test('a ledger is kept by those who draft for its organisation, and seen by nobody else', async () => {
  const { aidId } = sure(await money.recordAid(maja, grant));
  expect(no(await money.recordAid(sara, grant))).toEqual(['access.not-allowed']);
  expect(no(await money.recordAid(outreachWorker, { ...grant, organisationId: organisationIdOf(outreachWorker) }))).toEqual(['access.not-allowed']);
  expect(no(await money.recordAid(signedOut, grant))).toEqual(['access.sign-in-first']);
  expect(no(await money.withdrawAid(sara, { aidId }))).toEqual(['money.aid-not-found']);
  expect(no(await money.aidStandingOf(sara, { organisationId, orgNumber, on: '2026-11-21', planned: null }))).toEqual(['access.not-allowed']);
  expect(await rowsSeen(sara, 'money.aid')).toBe(0);
  expect(await rowsSeen(sara, 'money.aid_declaration')).toBe(0);
});

test('what is not said or cannot be is sent back to its field', async () => {
  const record = async (more: object) => ((await money.recordAid(maja, { ...grant, ...more })) as { refusals?: { code: string; path?: string }[] }).refusals;
  expect(await record({ what: ' ', ore: undefined, rate: null })).toMatchObject([{ code: 'money.aid-incomplete', path: 'what' }, { path: 'ore' }, { path: 'rate' }]);
  expect(await record({ grantedOn: '2027-01-01' })).toMatchObject([{ code: 'money.aid-in-the-future' }]);
  expect(await record({ what: 'Till 070-1740623' })).toMatchObject([{ code: 'people.free-text-has-phone-number' }]);
  const declare = (more: object) => money.recordDeclaration(maja, { organisationId, orgNumber, dated: '2026-02-01', othersCents: 0, seenOn: '2026-02-03', seenBy: 'Maja', ...more });
  expect(no(await declare({ seenOn: '2026-01-31' }))).toEqual(['money.declaration-incomplete']);
  expect(no(await declare({ seenOn: '2027-01-31' }))).toEqual(['money.declaration-in-the-future']);
});
