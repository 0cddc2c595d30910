import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { inTransaction } from '#platform/context.ts';
import { no, organisationIdOf, twoSides } from '../../../../tests/support/two-sides.ts';
import * as agreement from '../index.ts';

const { house, journal, maja, outreachWorker, rowsSeen, sara, signedOut, stranger } = await twoSides();

const granby = { organisationId: organisationIdOf(maja), name: 'Granby kommun', orgNumber: '212000-1355', sector: 'public' } as const;
const lyktan = { organisationId: organisationIdOf(sara), name: 'Föreningen Lyktan', orgNumber: '802996-6150', sector: 'civil' } as const;
const template = { template: 'with-instalments', organisationId: granby.organisationId, title: '', parties: [granby, lyktan] };
const begun = async () => sure(await agreement.beginAgreementDraft(maja, template)).draftId;
const read = async (draftId: string, context = maja) => sure(await agreement.readAgreementDraft(context, draftId));
const change = (draftId: string, one: Parameters<typeof agreement.changeDraft>[1]['change'], more: { lookedAt?: string[] } = {}) => agreement.changeDraft(maja, { draftId, change: one, ...more });

test('until it is shared a draft is its own organisation\'s: nobody else finds it, by list, id or SQL, nor learns of it', async () => {
  const draftId = await begun();
  const { agreementId, version } = await read(draftId);
  for (const other of [sara, stranger]) {
    expect(no(await agreement.readAgreementDraft(other, draftId))).toEqual(['agreement.draft-not-found']);
    expect(no(await agreement.changeDraft(other, { draftId, change: { kind: 'title', version, title: 'Annat' } }))).toEqual(['agreement.draft-not-found']);
    expect(no(await agreement.withdrawDraft(other, { draftId }))).toEqual(['agreement.draft-not-found']);
    expect(sure(await agreement.agreementsInTheMaking(other, { limit: 20 })).rows).toEqual([]);
  }
  expect([await rowsSeen(sara, 'agreement.draft'), await rowsSeen(sara, 'agreement.clause'), await rowsSeen(house, 'agreement.draft')]).toEqual([0, 0, 0]);
  expect(await rowsSeen(maja, 'agreement.clause')).toBeGreaterThan(10);
  expect(no(await agreement.readAgreementDraft(signedOut, draftId))).toEqual(['access.sign-in-first']);
  expect(no(await agreement.beginAgreementDraft(outreachWorker, { ...template, organisationId: lyktan.organisationId }))).toEqual(['access.not-allowed']);
  expect(no(await agreement.beginAgreementDraft(sara, template))).toEqual(['agreement.choose-own-organisation']);
  expect(no(await agreement.beginAgreementDraft(maja, { ...template, template: 'poem' }))).toEqual(['agreement.choose-template']);
  expect(await journal(agreementId)).toEqual([]);
  expect((await journal(null)).at(-1)).toBe('agreement.draft-begun');
  expect(sure(await agreement.agreementsInTheMaking(maja, { limit: 20 })).rows.map(({ id }) => id)).toContain(draftId);
});

test('what is typed is kept: fields, words, rows and the order of clauses, each change upon what was seen', async () => {
  const draftId = await begun();
  const first = await read(draftId);
  expect(first.fields.find(({ slug }) => slug === 'kommun')?.value).toBe('Granby kommun');
  sure(await change(draftId, { kind: 'fields', version: first.version, fields: { start: '1 mars 2027', slut: '2027-12-31', bidrag: '300 000 kr' } }));
  expect(no(await change(draftId, { kind: 'fields', version: first.version + 1, fields: { start: 'snart', bidrag: 'mycket', slut: '2028-01-01' } }))).toEqual(['agreement.date-not-understood', 'agreement.number-not-understood']);
  expect(no(await change(draftId, { kind: 'fields', version: first.version, fields: { slut: '2028-06-30' } }))).toEqual(['agreement.changed-by-another']);
  sure(await change(draftId, { kind: 'fields', version: first.version, fields: { slut: '31 december 2027' } }));

  const [parties, background] = first.clauses;
  sure(await change(draftId, { kind: 'change', clauseId: background.id, version: 1, heading: 'Varför', body: 'Text\r\nmed {ort} i.' }));
  expect(no(await change(draftId, { kind: 'change', clauseId: background.id, version: 1, heading: 'Annat', body: '' }))).toEqual(['agreement.changed-by-another']);
  expect(no(await change(draftId, { kind: 'change', clauseId: background.id, version: 2, heading: ' ', body: '' }))).toEqual(['agreement.heading-missing']);
  sure(await change(draftId, { kind: 'move', clauseId: background.id, after: null }));
  sure(await change(draftId, { kind: 'add', heading: 'Försäkring', body: 'Kommunen försäkrar alla.', after: parties.id }));
  const money = first.clauses.find(({ heading }) => heading === 'Ekonomi och betalningar')!;
  sure(await change(draftId, { kind: 'add-row', clauseId: money.id, row: 'payment-dated' }));
  sure(await change(draftId, { kind: 'remove-row', clauseId: money.id, key: 'betalning-1' }));
  sure(await change(draftId, { kind: 'remove', clauseId: first.clauses[2].id, version: 1 }));
  sure(await change(draftId, { kind: 'restore', clauseId: first.clauses[2].id }));
  expect((await read(draftId)).clauses[3]).toMatchObject({ id: first.clauses[2].id, body: first.clauses[2].body });
  sure(await change(draftId, { kind: 'remove', clauseId: first.clauses[2].id, version: 1 }));
  // Two who fill in different fields at once do not stand in each other's way.
  sure(await change(draftId, { kind: 'fields', version: 1, fields: { malgrupp: 'unga' }, was: { malgrupp: '' } }));

  const after = await read(draftId);
  expect(after.clauses.slice(0, 4).map(({ heading, body, version }) => [heading, body.slice(0, 24), version])).toEqual([['Varför', 'Text\nmed {ort} i.', 2], ['Parter', 'Överenskommelsen gäller ', 1], ['Försäkring', 'Kommunen försäkrar alla.', 1], ['Målgrupp', 'Partnerskapet vänder sig', 1]]);
  expect(after.fields.find(({ slug }) => slug === 'ort')).toMatchObject({ kind: 'text', value: null });
  expect(after.facts.filter(({ kind }) => kind === 'payment').map(({ key }) => key)).toEqual(['betalning-2', 'betalning-3', 'betalning-4']);
  expect(after.fields.find(({ slug }) => slug === 'slut')?.value).toBe('2027-12-31');
});

test('a text that gives away a person is asked about, but not where somebody is named on purpose', async () => {
  const draftId = await begun();
  const { clauses, version } = await read(draftId);
  const gives = { kind: 'change', clauseId: clauses[1].id, version: 1, heading: 'Bakgrund', body: 'Idén kom från 19811228-9874.' } as const;
  expect(no(await change(draftId, gives))).toEqual(['people.free-text-has-personal-number']);
  sure(await change(draftId, gives, { lookedAt: [gives.body] }));
  sure(await change(draftId, { kind: 'fields', version, fields: { 'kontakt-1-namn': 'Anna Berg', 'kontakt-1-telefon': '070-1740670' } }));
});

test('a draft that is shared is seen by both sides, changed by nobody\'s own hand, and one that is withdrawn by none', async () => {
  const draftId = await begun();
  const { agreementId, version } = await read(draftId);
  await inTransaction(maja, (inside) => sql`insert into access.participation (agreement_id, organisation_id, since) values (${agreementId}, ${lyktan.organisationId}, now())`.execute(inside.database));
  expect(await rowsSeen(sara, 'agreement.draft')).toBe(0);
  await inTransaction(maja, (inside) => sql`update agreement.draft set shared_at = now(), shared_by = 'Maja Lindgren' where id = ${draftId}`.execute(inside.database));
  expect((await read(draftId, sara)).mayWrite).toBe(false);
  expect(no(await change(draftId, { kind: 'title', version, title: 'Nytt' }))).toEqual(['agreement.draft-is-shared']);
  expect(no(await agreement.withdrawDraft(maja, { draftId }))).toEqual(['agreement.draft-is-shared']);
  expect(no(await agreement.readAgreementDraft(stranger, draftId))).toEqual(['agreement.draft-not-found']);

  const other = await begun();
  sure(await agreement.withdrawDraft(maja, { draftId: other }));
  expect(no(await agreement.readAgreementDraft(maja, other))).toEqual(['agreement.draft-not-found']);
  expect((await journal(null)).at(-1)).toBe('agreement.draft-withdrawn');
});

test('a draft that was withdrawn is found among those that were and can be taken up again; that it was stays recorded', async () => {
  const draftId = await begun();
  const listed = async (stage: 'withdrawn' | null, context = maja) => sure(await agreement.agreementsInTheMaking(context, { stage, limit: 50 })).rows.map(({ id }) => id);
  expect(no(await agreement.restoreDraft(maja, { draftId }))).toEqual(['agreement.draft-not-withdrawn']);
  sure(await agreement.withdrawDraft(maja, { draftId }));
  expect([(await listed(null)).includes(draftId), (await listed('withdrawn')).includes(draftId), await listed('withdrawn', sara)]).toEqual([false, true, []]);
  for (const other of [sara, stranger]) expect(no(await agreement.restoreDraft(other, { draftId }))).toEqual(['agreement.draft-not-found']);
  sure(await agreement.restoreDraft(maja, { draftId }));
  expect((await listed(null)).includes(draftId)).toBe(true);
  expect((await read(draftId)).mayWrite).toBe(true);
  expect([await rowsSeen(maja, 'agreement.draft_restored'), await rowsSeen(sara, 'agreement.draft_restored')]).toEqual([1, 0]);
  expect((await journal(null)).slice(-2)).toEqual(['agreement.draft-withdrawn', 'agreement.draft-restored']);
});

test('drafts are listed page by page, narrowed to how far they have come', async () => {
  const draftId = await begun();
  await begun();
  sure(await agreement.shareDraft(maja, { draftId, organisationId: lyktan.organisationId }));
  const page = async (more: object) => sure(await agreement.agreementsInTheMaking(maja, { limit: 2, ...more }));
  const first = await page({});
  const seen = [...first.rows];
  for (let { next } = first; next; ) {
    const after = await page({ after: next });
    seen.push(...after.rows);
    next = after.next;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.length).toBe(sure(await agreement.agreementsInTheMaking(maja, { limit: 100 })).rows.length);
  const shared = (await page({ stage: 'in-negotiation', limit: 100 })).rows;
  expect([shared.map(({ id }) => id).includes(draftId), shared.every(({ sharedAt, sentOutAt }) => sharedAt && !sentOutAt)]).toEqual([true, true]);
  expect((await page({ stage: 'draft', limit: 100 })).rows.some(({ id }) => id === draftId)).toBe(false);
  expect((await page({ stage: 'out-for-signature' })).rows).toEqual([]);
});
