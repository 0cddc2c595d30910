import { randomUUID } from 'node:crypto';
import { addDays } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { giveKey } from '#partnership/walks';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import { nightTables } from '../../src/partnership/walks/night/store/rows.server.ts';
import { placeOn } from './night.ts';
import { walking } from './walking.ts';

/** A walk that is under way, and the keys in the telephones of those who walk it. */
export interface NightUnderWay {
  walkId: string;
  keys: { ada: string; bo: string };
}

const HOUR = 3_600_000;

/** Lays a walk that began an hour ago in a data folder that no program has open: Ada leads, Bo walks, and so does somebody with a protected identity. */
export async function layNight(folder: string): Promise<NightUnderWay> {
  const house = await openHouse({ DATA_DIR: folder });
  const context = contextFor(house.ports, system('Handslag'));
  const scene = await walking(context);
  const now = context.clock.now().getTime();
  const starts = new Date(now - HOUR);
  const night = now - HOUR < Date.parse(context.clock.today()) ? addDays(context.clock.today(), -1) : context.clock.today();
  const walkId = await scene.plan(night, { starts, ends: new Date(now + 3 * HOUR) });
  const points = ['Torget', 'Stationen'].map((name) => ({ id: randomUUID(), area_id: scene.areaId, name, longitude: null, latitude: null, removed_at: null, removed_by: null }));
  await nightTables(context).insertInto('walks.meeting_point').values(points).execute();
  await nightTables(context).updateTable('walks.network').set({ social_emergency: '070-174 06 95' }).execute();
  const [ada, bo, cia] = [await scene.walker('Ada Holm'), await scene.walker('Bo Ek'), await scene.walker('Cia Lund')];
  await placeOn(context, walkId, ada, { task: 'leader', place: 1, phone: '070-174 06 11' });
  await placeOn(context, walkId, bo, { task: 'walker', place: 2 });
  await placeOn(context, walkId, cia, { task: 'walker', place: 3 });
  const idOf = ({ actor }: typeof ada) => ('id' in actor ? actor.id : '');
  await context.database.withTables<{ 'people.person': { id: string; protected: boolean } }>().updateTable('people.person').set({ protected: true }).where('id', '=', idOf(cia)).execute();
  const keyOf = async (who: typeof ada) => sure(await giveKey(context, { personId: idOf(who), agreementId: scene.agreementId })).secret;
  const keys = { ada: await keyOf(ada), bo: await keyOf(bo) };
  await house.close();
  return { walkId, keys };
}
