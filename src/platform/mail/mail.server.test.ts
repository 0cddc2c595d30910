import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { somebody } from '../../../tests/support/cast.ts';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { mailServer } from '../../../tests/support/mail-server.ts';
import { loggedFaults } from '../../../tests/support/logged-faults.ts';
import { nobody } from '../actor.ts';
import { stoppedClock } from '../clock.ts';
import { type Context, contextFor, inTransaction } from '../context.ts';
import { openMail } from './open.ts';
import { queueMail, restingLetters } from './outbox.ts';
import { deliverDue } from './postman.ts';

const server = await mailServer();
const mail = openMail({ SMTP_URL: server.address, MAIL_FROM: 'Handslag <handslag@granby.example>' });
const withoutMail = await freshHouse();
const house = contextFor({ ...withoutMail, mail }, withoutMail.actor);
const maja = contextFor(house, await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }));

const letter = { to: 'asa@foreningen.example', subject: 'Påminnelse: delrapport', text: 'Hej Åsa!\n\nDelrapporten är på väg att bli försenad.', kind: 'test.reminder' };
const at = (clock: string): Context => contextFor({ ...house, clock: stoppedClock(clock) }, house.actor);

beforeEach(async () => {
  server.taken.length = 0;
  server.answer = null;
  await sql`delete from platform.outbox`.execute(house.database);
});

test('a letter arrives with its å, ä and ö', async () => {
  await queueMail(maja, letter);
  await deliverDue(house);
  const [{ to, raw }] = server.taken;
  expect(to).toEqual(['asa@foreningen.example']);
  expect(raw).toContain('From: Handslag <handslag@granby.example>');
  expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
  expect(decoded(raw)).toContain('Hej Åsa!\n\nDelrapporten är på väg att bli försenad.');
  expect(raw).toContain('=?UTF-8?Q?P=C3=A5minnelse=3A_delrapport?=');
  expect(await restingLetters(house)).toEqual([]);
});

test('a letter leaves once, however often the postman comes', async () => {
  await queueMail(maja, letter);
  await Promise.all([deliverDue(house), deliverDue(house)]);
  await deliverDue(at('2027-01-01'));
  expect(server.taken.length).toBe(1);
});

test('a letter of a deed that came to nothing is never written', async () => {
  const failed = inTransaction(maja, async (inside) => {
    await queueMail(inside, letter);
    throw new Error('power cut');
  });
  await expect(failed).rejects.toThrow('power cut');
  await deliverDue(house);
  expect(server.taken).toEqual([]);
});

test('what has the same key is told once', async () => {
  expect(await queueMail(maja, { ...letter, key: 'asa 2026-11-21' })).toBe(true);
  expect(await queueMail(maja, { ...letter, key: 'asa 2026-11-21' })).toBe(false);
  expect(await queueMail(maja, { ...letter, key: 'asa 2026-11-22' })).toBe(true);
  expect((await restingLetters(house)).length).toBe(2);
});

test('a letter refused for now is tried again later, and delivered once', async () => {
  await queueMail(maja, letter);
  server.answer = { code: 450, words: 'Greylisted, come back' };
  await deliverDue(house);
  server.answer = null;
  await deliverDue(at('2026-11-21T09:01:00Z'));
  expect(server.taken).toEqual([]);
  await deliverDue(at('2026-11-21T09:03:00Z'));
  await deliverDue(at('2026-11-22'));
  expect(server.taken.length).toBe(1);
});

test('one refused for now does not keep the others waiting', async () => {
  await queueMail(contextFor({ ...maja, clock: stoppedClock('2026-11-20') }, maja.actor), letter);
  server.answer = { code: 450, words: 'Greylisted, come back' };
  await deliverDue(house);
  server.answer = null;
  await queueMail(maja, { ...letter, to: 'bo@foreningen.example' });
  await deliverDue(house);
  expect(server.taken.map(({ to }) => to)).toEqual([['bo@foreningen.example']]);
});

test('a letter refused for good keeps the words of the server and is neither tried again nor lost', async () => {
  const faults = loggedFaults('mail');
  await queueMail(maja, letter);
  server.answer = { code: 550, words: `<${letter.to}>: No such user here` };
  await deliverDue(house);
  server.answer = null;
  await deliverDue(at('2027-01-01'));
  expect(server.taken).toEqual([]);
  const { rows } = await sql`select to_address, sent_at, attempts, last_error from platform.outbox`.execute(house.database);
  expect(rows).toEqual([{ to_address: letter.to, sent_at: null, attempts: 1, last_error: expect.stringContaining('No such user here') }]);
  expect(faults()).toHaveLength(1);
  expect(faults()[0]).not.toContain(letter.to);
});

test('a server that does not answer costs one letter one try, and every letter leaves when it is back', async () => {
  const away = contextFor({ ...house, mail: openMail({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'handslag@granby.example' }) }, house.actor);
  await queueMail(maja, letter);
  await queueMail(maja, { ...letter, to: 'bo@foreningen.example' });
  await deliverDue(away);
  const { rows } = await sql`select sum(attempts)::int as tries from platform.outbox`.execute(house.database);
  expect(rows).toEqual([{ tries: 1 }]);
  await deliverDue(at('2026-11-21T10:00:00Z'));
  expect(server.taken.length).toBe(2);
});

test('an address that is really two reaches nobody', async () => {
  const faults = loggedFaults('mail');
  await queueMail(maja, { ...letter, to: 'asa@foreningen.example, eva@annanstans.example' });
  await deliverDue(house);
  expect(server.taken).toEqual([]);
  expect(faults()).toHaveLength(1);
});

test('nobody but the house reads what others have been told', async () => {
  await queueMail(contextFor(house, nobody), letter);
  for (const reader of [maja, contextFor(house, nobody)]) expect(await restingLetters(reader)).toEqual([]);
  expect(await restingLetters(house)).toMatchObject([{ to: letter.to, subject: letter.subject }]);
});

test('without a mail server letters rest in the outbox', async () => {
  await queueMail(withoutMail, letter);
  await deliverDue(withoutMail);
  expect(await restingLetters(withoutMail)).toMatchObject([{ to: letter.to, text: letter.text }]);
});

test('half a setting stops the program before it starts', () => {
  expect(() => openMail({ SMTP_URL: 'smtp://mail.granby.example' })).toThrow('mail-sender-missing');
  expect(() => openMail({ SMTP_URL: 'mail.granby.example', MAIL_FROM: 'a@b.example' })).toThrow('mail-server-unreadable');
});

/** The body of a message in quoted-printable, as its reader sees it. */
const decoded = (raw: string): string => {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replace(/=\r\n/g, '');
  return Buffer.from(body.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8').replaceAll('\r\n', '\n');
};
