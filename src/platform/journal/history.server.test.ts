import { expect, test } from 'vitest';
import { somebody } from '../../../tests/support/cast.ts';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { sure } from '#kernel/outcome.ts';
import { letTakePart } from '../access/assignments.ts';
import { nobody } from '../actor.ts';
import { type Context, contextFor, inTransaction } from '../context.ts';
import { witness } from '../journal.ts';
import type { JournalEvent } from './events.ts';
import { ownHistory, partnershipHistory } from './history.ts';

const house = await freshHouse();
const maja = await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' });
const walk = crypto.randomUUID();
const rink = crypto.randomUUID();
for (const partnership of [walk, rink]) await letTakePart(house, partnership, [maja.assignments[0].organisation!.id]);
const per = await somebody(house, 'Per Ek', { role: 'finance-officer', organisation: 'Granby kommun' });
const vera = await somebody(house, 'Vera Åberg', { role: 'volunteer', organisation: 'Föreningen Granby', agreementId: walk });
const [asMaja, asPer, asVera] = [maja, per, vera].map((person) => contextFor(house, person));

const write = (context: Context, what: JournalEvent, agreementId: string | null) => inTransaction(context, (inside) => witness(inside, { what, agreementId }));
await write(asMaja, 'agreement.received', walk);
await write(house, 'agreement.read', walk);
await write(asPer, 'money.terms-recorded', walk);
await write(asMaja, 'agreement.commenced', walk);
await write(asMaja, 'agreement.received', rink);
await write(asVera, 'commitments.duty-completed', walk);
await write(asMaja, 'people.organisation-registered', null);

const whats = ({ rows }: { rows: { what: string }[] }) => rows.map(({ what }) => what);
const inWalk = async (filter: object) => sure(await partnershipHistory(asMaja, walk, { limit: 10, ...filter }));

test('what has happened in a partnership is read newest first, with who, for whom, when', async () => {
  const page = await inWalk({});
  expect(whats(page)).toEqual(['commitments.duty-completed', 'agreement.commenced', 'money.terms-recorded', 'agreement.read', 'agreement.received']);
  expect(page.rows.at(-1)).toMatchObject({ who: 'Maja Lindgren', actingFor: 'Granby kommun', at: house.clock.now(), sequence: 1 });
  expect(page.next).toBeNull();
});

test('it is read a page at a time, and no entry is shown twice or left out', async () => {
  const first = await inWalk({ limit: 2 });
  const second = await inWalk({ limit: 2, before: first.next });
  const third = await inWalk({ limit: 2, before: second.next });
  expect([first, second, third].flatMap(whats)).toEqual(whats(await inWalk({})));
  expect(third.next).toBeNull();
});

test('it is narrowed to a kind and to a person', async () => {
  expect((await inWalk({})).people.map(({ name }) => name)).toEqual(['Maja Lindgren', 'Per Ek', 'Vera Åberg']);
  expect(whats(await inWalk({ room: 'agreement' }))).toEqual(['agreement.commenced', 'agreement.read', 'agreement.received']);
  expect(whats(await inWalk({ room: 'agreement', who: maja.id }))).toEqual(['agreement.commenced', 'agreement.received']);
  expect(whats(await inWalk({ who: 'nobody we know' }))).toEqual([]);
});

test('it is read by those whose role lets them, and not found by those outside', async () => {
  expect(await partnershipHistory(asVera, walk, { limit: 1 })).toMatchObject({ ok: false, refusals: [{ kind: 'forbidden' }] });
  expect(await partnershipHistory(asVera, rink, { limit: 1 })).toMatchObject({ ok: false, refusals: [{ kind: 'not-found' }] });
  expect(await partnershipHistory(contextFor(house, nobody), walk, { limit: 1 })).toMatchObject({ ok: false, refusals: [{ kind: 'unauthenticated' }] });
});

test('everyone reads what they have done themselves, wherever it was', async () => {
  expect(whats(sure(await ownHistory(asMaja, { limit: 10 })))).toEqual(['people.organisation-registered', 'agreement.received', 'agreement.commenced', 'agreement.received']);
  expect(whats(sure(await ownHistory(asVera, { limit: 10 })))).toEqual(['commitments.duty-completed']);
  expect(await ownHistory(contextFor(house, nobody), { limit: 10 })).toMatchObject({ ok: false, refusals: [{ kind: 'unauthenticated' }] });
});
