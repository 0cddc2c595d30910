import { beforeAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { giveKey, walkerWithKey, walksOf, walkToSee } from '#partnership/walks';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { type Walking, walking } from '../../../tests/support/walking.ts';
import { tables } from './store/rows.server.ts';

let scene: Walking;
beforeAll(async () => {
  scene = await walking(await freshHouse());
});

/** Puts somebody on a walk the way the database sees it, past everything else. */
async function place(walkId: string, personId: string, { place, turn }: { place: number | null; turn: number }) {
  const { starts, ends } = await tables(scene.house).selectFrom('walks.walk').select(['starts', 'ends']).where('id', '=', walkId).executeTakeFirstOrThrow();
  const row = { id: crypto.randomUUID(), walk_id: walkId, person_id: personId, starts, ends, task: 'walker', turn, place, phone: null, signed_at: scene.house.clock.now(), placed_at: null, cancelled_at: null, cancelled_by: null, no_show_at: null } as const;
  await tables(scene.house).insertInto('walks.signup').values(row).execute();
}

const idOf = ({ actor }: Walking['leader']): string => ('id' in actor ? actor.id : '');

test('both parties see the walks of the season, in the order in which they start', async () => {
  await scene.plan('2026-12-05');
  await scene.plan('2026-12-04');
  for (const who of [scene.coordinator, scene.leader]) {
    const walks = sure(await walksOf(who, scene.agreementId, { from: '2026-12-01', to: '2026-12-31' }));
    expect(walks.map(({ night, places }) => [night, places])).toEqual([['2026-12-04', 5], ['2026-12-05', 5]]);
  }
});

test('a walk of a partnership that is not theirs does not exist for others', async () => {
  const walkId = await scene.plan('2026-12-06');
  const stranger = { ...scene.coordinator, ...(await walking(await freshHouse())).coordinator };
  expect(await walkToSee(stranger, walkId)).toMatchObject({ ok: false, refusals: [{ kind: 'not-found' }] });
});

test('the database gives nobody a place that is taken, nor two places at the same time', async () => {
  const [one, other] = [await scene.plan('2026-12-12'), await scene.plan('2026-12-12')];
  const [ada, bo] = [idOf(await scene.walker('Ada Holm')), idOf(await scene.walker('Bo Ek'))];
  await place(one, ada, { place: 1, turn: 1 });
  await expect(place(one, bo, { place: 1, turn: 2 })).rejects.toThrow('signup_place');
  await expect(place(one, bo, { place: 6, turn: 2 })).rejects.toThrow('foreign key');
  await expect(place(other, ada, { place: 1, turn: 1 })).rejects.toThrow('signup_one_place_at_a_time');
  await place(other, ada, { place: null, turn: 1 });
});

test('the municipality knows how many walk and not who', async () => {
  const walkId = await scene.plan('2026-12-13');
  await place(walkId, idOf(await scene.walker('Cia Lund')), { place: 1, turn: 1 });
  const seenBy = async (who: Walking['leader']) => (await tables(who).selectFrom('walks.signup').select('id').where('walk_id', '=', walkId).execute()).length;
  expect(await seenBy(scene.coordinator)).toBe(0);
  expect(await seenBy(scene.leader)).toBe(1);
  expect(await seenBy(scene.manager)).toBe(1);
});

test('a walker is known by the key in the telephone and by no other', async () => {
  const personId = idOf(await scene.walker('Dag Strand'));
  const { secret } = sure(await giveKey(scene.house, { personId, agreementId: scene.agreementId }));
  expect(await walkerWithKey(scene.house, secret)).toBe(personId);
  expect(await walkerWithKey(scene.house, `${secret}x`)).toBeNull();
  expect(await giveKey(scene.manager, { personId, agreementId: scene.agreementId })).toMatchObject({ ok: false, refusals: [{ kind: 'forbidden' }] });
});
