import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { beginAgreementDraft, changeDraft, confirmedReading, readAgreementDraft } from '#partnership/agreement';
import { dutiesOfPartnership } from '#partnership/commitments';
import { sure } from '#kernel/outcome.ts';
import { system } from '#platform/actor.ts';
import { contextFor, inTransaction } from '#platform/context.ts';
import { no, organisationIdOf, twoSides } from '../../tests/support/two-sides.ts';
import { bringIntoForceAndLayOut } from './lay-out.ts';

const { house, journal, maja, sara } = await twoSides();
const sealing = contextFor(house, system('sealing'));

test('a signed draft becomes the running partnership: its facts confirmed by those who signed, its duties planned, once', async () => {
  const parties = [
    { organisationId: organisationIdOf(maja), name: 'Granby kommun', orgNumber: null, sector: 'public' as const },
    { organisationId: organisationIdOf(sara), name: 'Föreningen Lyktan', orgNumber: null, sector: 'civil' as const },
  ];
  const { draftId } = sure(await beginAgreementDraft(maja, { template: 'with-instalments', organisationId: organisationIdOf(maja), title: 'Nattfotboll', parties }));
  const { agreementId, version } = sure(await readAgreementDraft(maja, draftId));
  const fields = { start: '2027-01-01', slut: '2027-12-31', 'betalning-1': '100000', 'betalning-2-belopp': '100000', 'betalning-2-dag': '2027-06-01', 'tid-1-vad': 'Delrapport', 'tid-1-dag': '2027-08-31', 'undertecknare-1-namn': 'Anna Berg', 'undertecknare-2-namn': 'Bo Ek' };
  sure(await changeDraft(maja, { draftId, change: { kind: 'fields', version, fields } }));
  const content = sure(await readAgreementDraft(maja, draftId));
  const pdfSha256 = await house.files.put(new TextEncoder().encode('the sealed file'));
  const force = () => bringIntoForceAndLayOut(sealing, { draftId, pdfSha256, content });
  expect(no(await force())).toEqual(['agreement.draft-not-found']);

  await inTransaction(maja, (inside) => sql`update agreement.draft set shared_at = now(), shared_by = 'Maja Lindgren' where id = ${draftId}`.execute(inside.database));
  expect(no(await bringIntoForceAndLayOut(maja, { draftId, pdfSha256, content }))).toEqual(['access.not-allowed']);
  sure(await force());
  sure(await force());

  const agreed = sure(await confirmedReading(maja, agreementId));
  expect(agreed).toMatchObject({ commenced: true, reading: { title: 'Nattfotboll', period: { start: { date: '2027-01-01' }, end: { date: '2027-12-31' } } } });
  expect(agreed.facts.every(({ verdict, decidedBy }) => verdict === 'confirmed' && decidedBy === 'Anna Berg, Bo Ek')).toBe(true);
  expect(agreed.reading.payments.map(({ sek, payer }) => [sek, payer])).toEqual([[100_000, 'Granby kommun'], [100_000, 'Granby kommun']]);
  const { duties } = sure(await dutiesOfPartnership(sara, agreementId));
  expect(duties.map(({ duty }) => duty.kind)).toEqual(expect.arrayContaining(['payment', 'report']));
  expect((await journal(agreementId)).filter((what) => what === 'agreement.brought-into-force')).toHaveLength(1);
});
