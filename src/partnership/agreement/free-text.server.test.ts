import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { done, sure } from '#kernel/outcome.ts';
import { freshContext } from '../../../tests/support/fresh-database.ts';
import { smallReading } from '../../../tests/support/readings.ts';
import * as agreements from './index.ts';
import type { ReadFile } from './read-file.server.ts';

const text = 'Granby kommun och Föreningen Lyktan. 2026-01-01 – 2026-12-31. Rapporten lämnas till vaktmästaren på 070-174 06 05.';
const context = await freshContext();

let id: string;
beforeEach(async () => {
  id = sure(await agreements.receiveAgreement(context, { fileName: 'avtal.txt', bytes: new TextEncoder().encode(text) })).agreementId;
  sure(await agreements.takeReading(context, id, { read: async () => done<ReadFile>({ text, format: 'text', notes: [], reading: smallReading() }) }));
});

const no = (outcome: { ok: boolean; refusals?: { code: string; path?: string }[] }) => outcome.refusals?.map(({ code, path }) => [code, path]);
const deadline = async () => sure(await agreements.agreementForReview(context, id)).facts.find(({ kind }) => kind === 'deadline')!;
const commitment = (text: string, lookedAt?: string[]) =>
  agreements.addFact(context, { agreementId: id, kind: 'commitment', value: { text, party: null, modality: 'shall' }, span: { start: 62, end: 70, line: 1 }, lookedAt });
const kept = async () => (await sql<{ facts: { keptAnyway?: object } }>`select facts from platform.journal where agreement_id = ${id} order by id desc limit 1`.execute(context.database)).rows[0].facts.keptAnyway;

test('what a person adds in their own words is asked about, and kept when they have looked at it', async () => {
  const written = 'Nyckeln hämtas hos Lyktan, bilen ABC 123';
  expect(no(await commitment(written))).toEqual([['people.free-text-has-plate', 'text']]);
  sure(await commitment(written, [written]));
  expect(await kept()).toEqual({ text: ['plate'] });
});

test("the agreement's own words are nobody's to answer for", async () => {
  sure(await commitment('Rapporten lämnas till vaktmästaren på  070-174 06 05.'));
  expect(await kept()).toBeUndefined();
});

test('a correction is asked about, and one that leaves the words as they were is not', async () => {
  const { id: factId } = await deadline();
  const what = 'Lämna rapport, pnr 811218-9876';
  expect(no(await agreements.decide(context, { factId, verdict: 'correct', value: { what } }))).toEqual([['people.free-text-has-personal-number', 'what']]);
  sure(await agreements.decide(context, { factId, verdict: 'correct', value: { what }, lookedAt: [what] }));
  sure(await agreements.decide(context, { factId, verdict: 'correct', value: { what, date: '2026-06-15' } }));
  expect((await deadline()).value).toMatchObject({ what, date: '2026-06-15' });
});

test('a contact person is named on purpose', async () => {
  const value = { name: 'Mona Ek', role: null, email: null, phone: '070-174 06 05', organisation: null };
  expect((await agreements.addFact(context, { agreementId: id, kind: 'contact', value, span: { start: 62, end: 70, line: 1 } })).ok).toBe(true);
});
