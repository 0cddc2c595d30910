import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { somebody } from '../../../tests/support/cast.ts';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { loggedFaults } from '../../../tests/support/logged-faults.ts';
import { smsGateway } from '../../../tests/support/sms-gateway.ts';
import { stoppedClock } from '../clock.ts';
import { type Context, contextFor, inTransaction } from '../context.ts';
import { deliverSms } from './messenger.ts';
import { openSms } from './open.ts';
import { queueSms, restingSms, tidySms } from './outbox.ts';

const gateway = await smsGateway();
const withoutGateway = await freshHouse();
const house = contextFor({ ...withoutGateway, sms: openSms({ SMS_URL: gateway.address, SMS_FROM: 'Handslag' }) }, withoutGateway.actor);
const maja = contextFor(house, await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }));

const sms = { to: '+46701740605', text: 'Vi ses på torget kl. 21. Välkommen!', kind: 'test.reminder' };
const at = (clock: string): Context => contextFor({ ...house, clock: stoppedClock(clock) }, house.actor);
const kept = async () => (await sql`select to_number, text, sent_at is not null as sent, next_try_at is not null as waits, last_error from platform.sms_outbox order by queued_at`.execute(house.database)).rows;

beforeEach(async () => {
  gateway.taken.length = 0;
  gateway.status = 200;
  await sql`delete from platform.sms_outbox`.execute(house.database);
});

test('a message leaves once with its å, ä and ö, and then nobody knows what it said or to whom', async () => {
  await queueSms(maja, sms);
  await Promise.all([deliverSms(house), deliverSms(house)]);
  expect(gateway.taken).toEqual([{ from: 'Handslag', to: sms.to, message: sms.text, login: 'granby:hemligt' }]);
  expect(await kept()).toEqual([{ to_number: null, text: null, sent: true, waits: false, last_error: null }]);
});

test('what has the same key is told once, and what came to nothing is never told', async () => {
  expect(await queueSms(maja, { ...sms, key: 'one' })).toBe(true);
  expect(await queueSms(maja, { ...sms, key: 'one' })).toBe(false);
  const failed = inTransaction(maja, async (inside) => {
    await queueSms(inside, sms);
    throw new Error('power cut');
  });
  await expect(failed).rejects.toThrow('power cut');
  expect((await restingSms(house)).length).toBe(1);
});

test('more than one message is a fault', async () => {
  await expect(queueSms(maja, { ...sms, text: 'x'.repeat(161) })).rejects.toThrow('more than one message');
});

test('a gateway that is busy is asked again later, and one that says no is not', async () => {
  const faults = loggedFaults('sms');
  await queueSms(maja, sms);
  gateway.status = 503;
  await deliverSms(house);
  gateway.status = 400;
  await deliverSms(at('2026-11-21T20:00:00Z'));
  gateway.status = 200;
  await deliverSms(at('2026-11-21T21:00:00Z'));
  expect(gateway.taken).toEqual([]);
  expect(await kept()).toEqual([{ to_number: null, text: null, sent: false, waits: false, last_error: '400 {}' }]);
  expect(faults()).toHaveLength(1);
  expect(faults()[0]).not.toContain(sms.to);
});

test('what has run out is not sent, and is tidied away', async () => {
  await queueSms(maja, { ...sms, usefulUntil: new Date('2026-11-21T19:10:00Z') });
  await deliverSms(at('2026-11-21T20:00:00Z'));
  expect(gateway.taken).toEqual([]);
  await tidySms(at('2026-11-22T03:20:00Z'));
  expect(await kept()).toMatchObject([{ to_number: null, text: null }]);
  await tidySms(at('2026-12-25T03:20:00Z'));
  expect(await kept()).toEqual([]);
});

test('without a gateway messages rest, for the house alone to read', async () => {
  await queueSms(contextFor(withoutGateway, maja.actor), sms);
  await deliverSms(withoutGateway);
  expect(await restingSms(withoutGateway)).toMatchObject([{ to: sms.to, text: sms.text }]);
  expect(await restingSms(maja)).toEqual([]);
});

test('half a setting stops the program before it starts', () => {
  expect(() => openSms({ SMS_URL: 'https://user:word@sms.example/' })).toThrow('sms-sender-missing');
  expect(() => openSms({ SMS_URL: 'https://user:word@sms.example/', SMS_FROM: 'Kommunen i Granby' })).toThrow('sms-sender-missing');
  expect(() => openSms({ SMS_URL: 'sms.example', SMS_FROM: 'Handslag' })).toThrow('sms-gateway-unreadable');
});
