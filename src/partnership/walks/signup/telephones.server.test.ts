import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { addPerson } from '#partnership/people';
import { askForCode, cancelWalk, chooseLanguage, confirmCode, ownLanguage, signUp, tellWalkers, walkerWithKey } from '#partnership/walks';
import { done, sure } from '#kernel/outcome.ts';
import { contextFor } from '#platform/context.ts';
import { inLanguage } from '#platform/in-language.ts';
import { restingLetters } from '#platform/mail/outbox.ts';
import { answerOf, at, idOf, SECRET, signingUp } from '../../../../tests/support/signing-up.ts';
import { codeWords } from './words.ts';

const scene = await signingUp();
const { house, walk, walkers, enter, lookAfter, texts, giveNumber } = scene;

beforeEach(async () => {
  await scene.asks({});
  await scene.forgetTexts();
});

test('a stranger is somebody once the number is shown to be theirs, and then the same one each time', async () => {
  const [one, two] = [await walk(['walker', 'walker']), await walk(['walker', 'walker'])];
  const persons = async () => (await sql<{ id: string }>`select id from people.person where name = 'Elin Sjö'`.execute(house.database)).rows;
  const asking = { name: ' Elin Sjö ', phone: '070-174 06 20', group: scene.groupId, grown: 'yes' };
  const ask = async (walkId: string) => sure(await askForCode(house, { walkId, ...asking }, { secret: SECRET, within: async () => done(null) })).codeId;
  const codeId = await ask(one);
  const [{ to, text }] = await texts();
  expect(to).toBe('+46701740620');
  const figures = /^\d{6}/.exec(text)![0];
  expect(await persons()).toEqual([]);
  expect(answerOf(await confirmCode(house, { codeId, code: figures === '000000' ? '000001' : '000000' }, SECRET))).toBe('walks.code-is-wrong');
  const known = sure(await confirmCode(house, { codeId, code: figures }, SECRET));
  expect(sure(known.signedUp)).toMatchObject({ result: 'placed', place: 1 });
  const [{ id }] = await persons();
  expect(await walkerWithKey(house, known.key)).toBe(id);
  expect(answerOf(await confirmCode(house, { codeId, code: figures }, SECRET))).toBe('walks.code-is-spent');
  await sql`delete from platform.sms_outbox`.execute(house.database);
  const again = await ask(two);
  sure(await confirmCode(house, { codeId: again, code: /^\d{6}/.exec((await texts())[0].text)![0] }, SECRET));
  expect(await persons()).toEqual([{ id }]);
});

test('somebody whom the association has entered with a number is the same one when they show it', async () => {
  const { personId } = sure(await addPerson(scene.manager, { organisationId: scene.associationId, name: 'Gun', email: '', phone: '070 174 06 40', birthYear: '' }));
  await sql`insert into walks.walker (person_id, agreement_id, group_id, since) values (${personId}, ${scene.agreementId}, ${scene.groupId}, now())`.execute(house.database);
  const { codeId } = sure(await askForCode(house, { walkId: await walk(['walker']), name: 'Gun-Britt', phone: '+46701740640', group: scene.groupId, grown: 'yes' }, { secret: SECRET, within: async () => done(null) }));
  const { key } = sure(await confirmCode(house, { codeId, code: /^\d{6}/.exec((await texts())[0].text)![0] }, SECRET));
  expect(await walkerWithKey(house, key)).toBe(personId);
});

test('a code is tried five times and is good for ten minutes', async () => {
  const walkId = await walk(['walker']);
  const ask = async () => sure(await askForCode(house, { walkId, name: 'Frans', phone: '0701740621', group: '', grown: 'yes' }, { secret: SECRET, within: async () => done(null) })).codeId;
  const codeId = await ask();
  const figures = /^\d{6}/.exec((await texts())[0].text)![0];
  const wrong = String((Number(figures) + 1) % 1_000_000).padStart(6, '0');
  const tried = await Promise.all(Array.from({ length: 8 }, () => confirmCode(house, { codeId, code: wrong }, SECRET)));
  expect(tried.map(answerOf).sort()).toEqual([...Array(3).fill('walks.code-is-spent'), ...Array(5).fill('walks.code-is-wrong')]);
  expect(answerOf(await confirmCode(house, { codeId, code: figures }, SECRET))).toBe('walks.code-is-spent');
  await sql`delete from platform.sms_outbox`.execute(house.database);
  const late = await ask();
  expect(answerOf(await confirmCode(at(house, '2026-11-21T12:10:00Z'), { codeId: late, code: /^\d{6}/.exec((await texts())[0].text)![0] }, SECRET))).toBe('walks.code-is-spent');
  await lookAfter('2026-11-21T12:10:00Z');
  expect((await sql`select 1 from walks.signup_code`.execute(house.database)).rows).toEqual([]);
});

test('what is wrong with what a stranger says is all said at once, and no code is sent', async () => {
  const walkId = await walk(['walker']);
  const answer = await askForCode(house, { walkId, name: '', phone: '08-123', group: '', grown: '' }, { secret: SECRET, within: async () => done(null) });
  expect(answer.ok ? [] : answer.refusals.map(({ path }) => path)).toEqual(['name', 'phone', 'grown']);
  expect(await texts()).toEqual([]);
});

test('walkers are reminded the day before and three hours before, once each, and anew when the walk moves', async () => {
  const walkId = await walk(['walker'], '2026-11-28');
  const ada = contextFor(house, { kind: 'walker', id: sure(await addPerson(scene.manager, { organisationId: scene.associationId, name: 'Ada', email: 'ada@example.se', phone: '', birthYear: '' })).personId });
  await sql`insert into walks.walker (person_id, agreement_id, group_id, since) values (${idOf(ada)}, ${scene.agreementId}, ${scene.groupId}, now())`.execute(house.database);
  sure(await enter(ada, walkId));
  const subjects = async () => (await restingLetters(house)).filter(({ to }) => to === 'ada@example.se').map(({ text }) => text.split('\n')[0]).reverse();
  await lookAfter('2026-11-27T13:59:00Z');
  expect(await subjects()).toEqual([]);
  await Promise.all([lookAfter('2026-11-27T14:00:00Z'), lookAfter('2026-11-27T14:01:00Z')]);
  await lookAfter('2026-11-28T16:59:00Z');
  expect(await subjects()).toEqual(['Kom ihåg vandringen: Centrum, lör 28 nov 21.00.']);
  await lookAfter('2026-11-28T17:00:00Z');
  await lookAfter('2026-11-28T19:00:00Z');
  expect(await subjects()).toEqual(['Kom ihåg vandringen: Centrum, lör 28 nov 21.00.', 'Vi ses snart: Centrum, lör 28 nov 21.00.']);
  await sql`update walks.walk set starts = starts + interval '1 hour' where id = ${walkId}`.execute(house.database);
  sure(await tellWalkers(scene.manager, walkId, { kind: 'moved' }));
  await lookAfter('2026-11-28T19:30:00Z');
  expect((await subjects()).slice(2).sort()).toEqual(['Vi ses snart: Centrum, lör 28 nov 22.00.', 'Ändrad vandring: Centrum, lör 28 nov 22.00.']);
});

test('numbers are gone when the walk is over', async () => {
  const walkId = await walk(['walker'], '2026-12-24');
  const [ada] = await walkers('Ada');
  await giveNumber(ada, '+46701740630');
  sure(await signUp(ada, { walkId, task: 'walker', number: '+46701740630' }, SECRET));
  const numbers = async () => (await sql`select phone from walks.signup where walk_id = ${walkId}`.execute(house.database)).rows;
  await lookAfter('2026-12-24T22:00:00Z');
  expect(await numbers()).toEqual([{ phone: '+46701740630' }]);
  await lookAfter('2026-12-25T00:00:00Z');
  expect(await numbers()).toEqual([{ phone: null }]);
});

test('a number that is not the walker’s own is not kept', async () => {
  const walkId = await walk(['walker']);
  const [ada] = await walkers('Ada');
  await giveNumber(ada, '+46701740631');
  sure(await signUp(ada, { walkId, task: 'walker', number: '+46701740632' }, SECRET));
  expect((await sql`select phone from walks.signup where walk_id = ${walkId}`.execute(house.database)).rows).toEqual([{ phone: null }]);
});

test('a walker is told things in the language they asked in, with the page in it, until they choose another', async () => {
  const [one, two] = [await walk(['walker', 'walker'], '2027-08-06'), await walk(['walker', 'walker'], '2027-08-07')];
  const { codeId } = sure(await inLanguage('en', () => askForCode(house, { walkId: one, name: 'Olu Adeyemi', phone: '0701740660', group: scene.groupId, grown: 'yes' }, { secret: SECRET, within: async () => done(null) })));
  const code = (await texts())[0].text;
  expect(code).toBe(inLanguage('en', () => codeWords(/\d{6}/.exec(code)![0])));
  const { key } = sure(await confirmCode(house, { codeId, code: /\d{6}/.exec(code)![0] }, SECRET));
  const olu = contextFor(house, { kind: 'walker', id: (await walkerWithKey(house, key))! });
  expect(await ownLanguage(olu)).toBe('en');
  await scene.forgetTexts();
  sure(await cancelWalk(scene.coordinator, { walkId: one, reason: 'Snö' }));
  await lookAfter();
  const [english] = await texts();
  expect(english.text).toMatch(/^Cancelled walk: .*https:\/\/handslag\.example\/en\/walk\//);
  expect(answerOf(await chooseLanguage(olu, { language: 'fi' }))).toBe('walks.language-not-understood');
  expect(answerOf(await chooseLanguage(scene.manager, { language: 'sv' }))).toBe('walks.sign-up-first');
  sure(await chooseLanguage(olu, { language: 'sv' }));
  sure(await signUp(olu, { walkId: two, task: 'walker', number: '+46701740660' }, SECRET));
  await scene.forgetTexts();
  sure(await cancelWalk(scene.coordinator, { walkId: two, reason: 'Snö' }));
  await lookAfter();
  expect((await texts()).map(({ text }) => text)).toEqual([expect.stringMatching(/^Inställd vandring: .*https:\/\/handslag\.example\/walk\//)]);
});
