import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { done, refuse, sure as yes } from '#kernel/outcome.ts';
import { nobody } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { freshContext } from '../../../tests/support/fresh-database.ts';
import { smallReading, smallText } from '../../../tests/support/readings.ts';
import * as agreements from './index.ts';
import type { ReadFile } from './read-file.server.ts';

const context = await freshContext();
const signedOut = contextFor(context, nobody);
const file = { fileName: 'avtal.txt', bytes: new TextEncoder().encode(smallText) };
const found = (reading = smallReading()) => ({ read: async () => done<ReadFile>({ text: smallText, format: 'text', notes: [], reading }) });

const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const journal = async () =>
  (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${id} order by id`.execute(context.database)).rows.map(({ what }) => what);
const factOf = async (kind: string) => yes(await agreements.agreementForReview(context, id)).facts.find((fact) => fact.kind === kind)!;

let id: string;
beforeEach(async () => {
  id = yes(await agreements.receiveAgreement(context, file)).agreementId;
  yes(await agreements.takeReading(context, id, found()));
});

test('a file that is handed in is kept byte for byte and waits to be read', async () => {
  const received = yes(await agreements.receiveAgreement(context, file)).agreementId;
  const state = yes(await agreements.agreementState(context, received));
  expect(state).toEqual({ state: 'reading', title: null, fileName: 'avtal.txt', refusal: null, takenBack: null });
  const sha256 = (await sql<{ sha256: string }>`select sha256 from agreement.document where id = ${received}`.execute(context.database)).rows[0].sha256;
  expect(await context.files.get(sha256)).toEqual(Buffer.from(smallText));
});

test('an empty file, one too large and a visitor without a session are turned away', async () => {
  expect(no(await agreements.receiveAgreement(context, { ...file, bytes: new Uint8Array() }))).toEqual(['agreement.file-is-empty']);
  expect(no(await agreements.receiveAgreement(context, { ...file, bytes: new Uint8Array(agreements.LIMITS.fileBytes + 1) }))).toEqual(['agreement.file-too-large']);
  expect(no(await agreements.receiveAgreement(signedOut, file))).toEqual(['access.sign-in-first']);
  expect(no(await agreements.agreementForReview(signedOut, id))).toEqual(['access.sign-in-first']);
});

test('a file that cannot be read says why, and the agreement remembers it', async () => {
  const received = yes(await agreements.receiveAgreement(context, file)).agreementId;
  expect(no(await agreements.takeReading(context, received, { read: async () => refuse('invalid', 'agreement.pdf-is-a-scan') }))).toEqual(['agreement.pdf-is-a-scan']);
  expect(yes(await agreements.agreementState(context, received)).state).toBe('refused');
});

test('a reading that failed through a fault of ours is told with its reference, and reading again is possible', async () => {
  const received = yes(await agreements.receiveAgreement(context, file)).agreementId;
  yes(await agreements.giveUpReading(context, received, '1a2b3c4d'));
  expect(yes(await agreements.agreementState(context, received)).refusal).toMatchObject({ code: 'agreement.reading-failed', facts: { reference: '1a2b3c4d' } });
  yes(await agreements.takeReading(context, received, found()));
  expect(yes(await agreements.agreementState(context, received)).state).toBe('review');
});

test('a fact can be confirmed, corrected, removed and looked at again, and the reading that runs follows', async () => {
  const deadline = await factOf('deadline');
  yes(await agreements.decide(context, { factId: deadline.id, verdict: 'correct', value: { date: '2026-06-15' } }));
  expect((await factOf('deadline')).value.date).toBe('2026-06-15');
  expect(yes(await agreements.confirmedReading(context, id)).reading.deadlines.map(({ date }) => date)).toEqual(['2026-06-15']);
  yes(await agreements.decide(context, { factId: deadline.id, verdict: 'remove' }));
  expect(yes(await agreements.confirmedReading(context, id)).reading.deadlines).toEqual([]);
  yes(await agreements.decide(context, { factId: deadline.id, verdict: 'reopen' }));
  expect((await factOf('deadline')).verdict).toBe('undecided');
  expect((await factOf('deadline')).value.date).toBe('2026-06-01');
  expect(await journal()).toEqual(['agreement.received', 'agreement.read', 'agreement.fact-corrected', 'agreement.fact-removed', 'agreement.fact-reopened']);
});

test('a correction that is not a date is refused at its field and changes nothing', async () => {
  const deadline = await factOf('deadline');
  const outcome = await agreements.decide(context, { factId: deadline.id, verdict: 'correct', value: { date: 'i juni' } });
  expect(outcome).toMatchObject({ ok: false, refusals: [{ kind: 'invalid', path: 'date' }] });
  expect((await factOf('deadline')).verdict).toBe('undecided');
});

test('confirming all that is certain leaves the unsure for a person', async () => {
  expect(yes(await agreements.confirmAll(context, { agreementId: id, onlyCertain: true })).count).toBe(4);
  expect((await factOf('place')).verdict).toBe('undecided');
});

test('a newer reading leaves a confirmed fact as the person left it', async () => {
  const deadline = await factOf('deadline');
  yes(await agreements.decide(context, { factId: deadline.id, verdict: 'confirm' }));
  const newer = smallReading();
  newer.deadlines[0].date = '2027-01-01';
  newer.places[0].name = 'Granby centrum';
  yes(await agreements.takeReading(context, id, found(newer)));
  expect((await factOf('deadline')).value.date).toBe('2026-06-01');
  expect((await factOf('place')).value.name).toBe('Granby centrum');
});

test('a fact the reader missed can be added with its place in the text, and a place outside the text cannot', async () => {
  const fact = { agreementId: id, kind: 'amount' as const, value: { sek: 5000, what: 'Bidrag', approx: false, per: null } };
  yes(await agreements.addFact(context, { ...fact, span: { start: 0, end: 6, line: 1 } }));
  expect((await factOf('amount')).verdict).toBe('confirmed');
  expect(no(await agreements.addFact(context, { ...fact, span: { start: 0, end: 9999, line: 1 } }))).toEqual(['agreement.place-outside-text']);
});

test('an agreement is put to use once, when nothing is left undecided', async () => {
  expect(no(await agreements.commence(context, { agreementId: id, caseNumber: null }))).toEqual(['agreement.facts-undecided']);
  yes(await agreements.confirmAll(context, { agreementId: id, onlyCertain: false }));
  yes(await agreements.commence(context, { agreementId: id, caseNumber: ' KS 2026/12 ' }));
  expect(no(await agreements.commence(context, { agreementId: id, caseNumber: null }))).toEqual(['agreement.commenced-already']);
  const view = yes(await agreements.agreementForReview(context, id));
  expect(view.caseNumber).toBe('KS 2026/12');
  expect((await journal()).at(-1)).toBe('agreement.commenced');
});

test('what was handed in by mistake is taken back, is nowhere until it is taken up again, and the journal keeps both', async () => {
  const deadline = await factOf('deadline');
  const listed = async (takenBack: boolean) => yes(await agreements.listAgreements(context, { limit: 500, takenBack })).rows.filter((row) => row.id === id).map(({ state }) => state);
  expect(no(await agreements.takeUpAgreement(context, { agreementId: id }))).toEqual(['agreement.not-taken-back']);
  yes(await agreements.takeBackAgreement(context, { agreementId: id }));
  expect(no(await agreements.takeBackAgreement(context, { agreementId: id }))).toEqual(['agreement.taken-back-already']);
  expect(yes(await agreements.agreementState(context, id))).toMatchObject({ state: 'taken-back', takenBack: { by: expect.any(String) } });
  expect([await listed(false), await listed(true)]).toEqual([[], ['taken-back']]);
  for (const deed of [
    agreements.agreementForReview(context, id),
    agreements.originalFile(context, id),
    agreements.confirmAll(context, { agreementId: id, onlyCertain: false }),
    agreements.commence(context, { agreementId: id, caseNumber: null }),
    agreements.takeReading(context, id, found()),
  ]) expect(no(await deed)).toEqual(['agreement.not-found']);
  expect(no(await agreements.decide(context, { factId: deadline.id, verdict: 'confirm' }))).toEqual(['agreement.fact-not-found']);
  yes(await agreements.takeUpAgreement(context, { agreementId: id }));
  expect([await listed(false), await listed(true)]).toEqual([['review'], []]);
  expect((await journal()).slice(-2)).toEqual(['agreement.taken-back', 'agreement.taken-up']);
});

test('a file that could not be read can be taken back, and one that waits to be is not read any more', async () => {
  const [unread, refused] = [yes(await agreements.receiveAgreement(context, file)).agreementId, yes(await agreements.receiveAgreement(context, file)).agreementId];
  await agreements.takeReading(context, refused, { read: async () => refuse('invalid', 'agreement.pdf-is-a-scan') });
  for (const agreementId of [unread, refused]) yes(await agreements.takeBackAgreement(context, { agreementId }));
  expect(yes(await agreements.unreadAgreements(context))).not.toContain(unread);
  expect(yes(await agreements.agreementState(context, refused)).state).toBe('taken-back');
});

test('what was taken back leaves the others as they were', async () => {
  const other = yes(await agreements.receiveAgreement(context, file)).agreementId;
  yes(await agreements.takeBackAgreement(context, { agreementId: other }));
  yes(await agreements.decide(context, { factId: (await factOf('deadline')).id, verdict: 'confirm' }));
  expect(yes(await agreements.agreementForReview(context, id)).id).toBe(id);
});

test('an agreement in use is not taken back, and one taken back is not put to use: the database says the same', async () => {
  const taking = () => sql`insert into agreement.taking_back (id, agreement_id, taken_back_at, taken_back_by) values (gen_random_uuid(), ${id}, now(), 'x')`.execute(context.database);
  const commencing = () => sql`insert into agreement.commencement (agreement_id, commenced_at, commenced_by) values (${id}, now(), 'x')`.execute(context.database);
  yes(await agreements.confirmAll(context, { agreementId: id, onlyCertain: false }));
  yes(await agreements.takeBackAgreement(context, { agreementId: id }));
  await expect(taking()).rejects.toThrow('taking_back_once');
  await expect(commencing()).rejects.toThrow('row-level security');
  yes(await agreements.takeUpAgreement(context, { agreementId: id }));
  yes(await agreements.commence(context, { agreementId: id, caseNumber: null }));
  expect(no(await agreements.takeBackAgreement(context, { agreementId: id }))).toEqual(['agreement.commenced-not-taken-back']);
  await expect(taking()).rejects.toThrow('row-level security');
});

test('lists come a page at a time, newest first, none missed and none twice', async () => {
  const all: string[] = [];
  let after: string | null = null;
  do {
    const page: { rows: { id: string }[]; next: string | null } = yes(await agreements.listAgreements(context, { after, limit: 3 }));
    expect(page.rows.length).toBeLessThanOrEqual(3);
    all.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain(id);
});
