import { randomUUID } from 'node:crypto';
import { confirmNights, receiveEntries, setOffice, tellAfterwards, walksOf } from '#partnership/walks';
import { addDays } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { system } from '#platform/actor.ts';
import { type Clock, stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import { castDemo } from '../../src/demo-cast.ts';
import { placeOn } from './night.ts';
import { walking } from './walking.ts';

const KINDS = ['talk', 'fight', 'alcohol-drugs', 'vehicles'];

/** Lays out, in a folder with a migrated database, a partnership whose group has walked these many nights until yesterday, with reports each; the last has an accident in it. Gives its address. */
export async function layOutWalked(folder: string, { nights }: { nights: number }): Promise<string> {
  const { ports, close } = await openHouse({ DATA_DIR: folder });
  const house = contextFor(ports, system('Handslag'));
  const scene = await walking(house);
  const at = (clock: Clock, who = scene.manager) => contextFor({ ...house, clock }, who.actor);
  const ada = await scene.walker('Ada Holm');
  const bo = await scene.walker('Bo Ek');
  const today = house.clock.today();
  for (let night = nights; night > 0; night--) {
    const walkId = await scene.plan(addDays(today, -night), { smallest: 2 });
    const { starts, ends } = sure(await walksOf(scene.manager, scene.agreementId, { from: addDays(today, -night), to: addDays(today, -night) }))[0];
    const entry = (kind: string, body: unknown, after: number, about: string | null = null) => ({ id: randomUUID(), kind, about, body, buildsOn: [], offset: 0, phoneAt: new Date(starts.getTime() + after * 60_000).toISOString() });
    const reports = Array.from({ length: 1 + (night % 3) }, (_, nth) =>
      entry('report', { meetingPointId: null, kinds: [KINDS[(night + nth) % KINDS.length]], young: '6-15', mood: 2 + ((night + nth) % 4), deeds: ['talked'], contacts: ['none'], injury: night === 1 && nth === 0, foundToPolice: false, note: null, noteKept: false }, 20 + 70 * nth, randomUUID()),
    );
    const signups = [await placeOn(house, walkId, ada, { task: 'leader', place: 1 }), await placeOn(house, walkId, bo, { task: 'walker', place: 2 })];
    const entries = [...signups.map((signup) => entry('here', 'in', 0, signup)), ...reports, ...signups.map((signup) => entry('talked', true, 200, signup)), entry('closed', { talkedThrough: true }, 205)];
    sure(await receiveEntries(at(stoppedClock(ends.toISOString()), ada), { walkId, sentAt: ends.toISOString(), entries, keyEnded: false }));
    if (night > 3) sure(await confirmNights(scene.manager, { agreementId: scene.agreementId, walkIds: [walkId] }));
  }
  sure(await setOffice(scene.manager, { agreementId: scene.agreementId, email: 'kansli@example.se', phone: '', insured: 'Alla som vandrar är olycksfallsförsäkrade.', excluded: 'Bilar och saker.', toDo: 'Ring kansliet.', withinDays: 14 }));
  sure(await tellAfterwards(house, { origin: null }));
  await castDemo(house);
  await close();
  return `/partnerships/${scene.agreementId}/walks`;
}
