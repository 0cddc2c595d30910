import { randomUUID } from 'node:crypto';
import { addArea, addKit, addMeetingPoint, addOccasion, askToWalk, confirmNights, giveKey, kitOf, lendKit, noteDamage, openFinding, proposeGroup, receiveEntries, refer, setOffice, tellAfterwards, walksOf } from '#partnership/walks';
import { addDays } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { entrust } from '#platform/access/assignments.ts';
import { system } from '#platform/actor.ts';
import { type Clock, stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import { openAccount } from '#platform/sign-in/accounts.ts';
import { castDemo } from '../../src/demo-cast.ts';
import { placeOn } from './night.ts';
import { type Walking, walking } from './walking.ts';

/** A partnership in which there is something to see on each page about its walks, and whose these are. */
export interface WalkedHouse {
  agreementId: string;
  associationId: string;
  groupId: string;
  /** Under way to be heard. */
  proposedGroupId: string;
  /** Drawn, with a meeting point. */
  areaId: string;
  /** The short name of the page for whoever wants to walk. */
  slug: string;
  /** Last night's, with an accident in it. */
  walkedId: string;
  /** In a week, with a walker on it and places left. */
  aheadId: string;
  /** Tonight or tomorrow, so that its page for the telephone is open. */
  tonightId: string;
  /** What the telephone of Ada, who leads the walks, is known by. */
  key: string;
  /** Where whoever leads the group is reached to sign in. */
  leader: string;
}

const KINDS = ['talk', 'fight', 'alcohol-drugs', 'vehicles'];

/** Lays out, in a folder with a migrated database, a partnership whose group has walked these many nights until yesterday, with reports each; the last has an accident in it. */
export async function layOutWalked(folder: string, { nights }: { nights: number }): Promise<WalkedHouse> {
  const { ports, close } = await openHouse({ DATA_DIR: folder });
  const house = contextFor(ports, system('Handslag'));
  const scene = await walking(house);
  const walkers = [await scene.walker('Ada Holm'), await scene.walker('Bo Ek')] as const;
  const walkedId = await walked(scene, walkers, nights);
  sure(await setOffice(scene.manager, { agreementId: scene.agreementId, email: 'kansli@example.se', phone: '', insured: 'Alla som vandrar är olycksfallsförsäkrade.', excluded: 'Bilar och saker.', toDo: 'Ring kansliet.', withinDays: 14 }));
  sure(await tellAfterwards(house, { origin: null }));
  const laid = { ...(await ahead(scene, walkers)), ...(await found(scene)), walkedId };
  await inKit(scene);
  await castDemo(house);
  const key = sure(await giveKey(house, { personId: idOf(walkers[0]), agreementId: scene.agreementId })).secret;
  const leader = await leading(scene);
  await close();
  const { agreementId, associationId, groupId } = scene;
  return { agreementId, associationId, groupId, ...laid, key, leader };
}

const idOf = ({ actor }: Context): string => ('id' in actor ? actor.id : '');

/** The nights until yesterday, of which the last three are not confirmed; gives the last. */
async function walked(scene: Walking, [ada, bo]: readonly [Context, Context], nights: number): Promise<string> {
  const { house } = scene;
  const at = (clock: Clock, who = scene.manager) => contextFor({ ...house, clock }, who.actor);
  const today = house.clock.today();
  let last = '';
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
    last = walkId;
  }
  return last;
}

/** An area that is drawn, a walk tonight and one in a week, and an event that asks for more. */
async function ahead(scene: Walking, [ada]: readonly [Context, Context]): Promise<{ areaId: string; tonightId: string; aheadId: string }> {
  const { house, agreementId } = scene;
  const today = house.clock.today();
  const { areaId } = sure(await addArea(scene.manager, { agreementId, name: 'Hamnen', advice: 'Halt på bryggan när det är under noll.', corners: '62.48900 17.31900\n62.48900 17.33400\n62.48400 17.33400' }));
  sure(await addMeetingPoint(scene.manager, { areaId, name: 'Kiosken', position: '62.48650 17.32650' }));
  sure(await addOccasion(scene.coordinator, { agreementId, kind: 'concert', name: 'Konsert i hamnen', start: addDays(today, 6), end: '' }));
  const [soon, hour] = [house.clock.now().getTime(), 3_600_000];
  const tonightId = await scene.plan(today, { starts: new Date(soon + hour), ends: new Date(soon + 4 * hour) });
  const aheadId = await scene.plan(addDays(today, 7));
  await scene.plan(addDays(today, 8), { groupId: null });
  await placeOn(house, tonightId, ada, { task: 'leader', place: 1, phone: '070-174 06 11' });
  await placeOn(house, aheadId, ada, { task: 'leader', place: 1 });
  return { areaId, tonightId, aheadId };
}

/** The page for whoever wants to walk, with somebody who has asked by it and a code that nobody has used; a second group that is proposed. */
async function found({ house, manager, coordinator, agreementId }: Walking): Promise<{ slug: string; proposedGroupId: string }> {
  const slug = 'vandra-i-granby';
  sure(await openFinding(manager, { agreementId, slug }));
  sure(await askToWalk(house, { slug, name: 'Elin Sjö', reach: '070-174 06 20', age: 'adult', area: '', code: '' }, slug));
  sure(await refer(coordinator, { agreementId }));
  const { groupId: proposedGroupId } = sure(await proposeGroup(manager, { agreementId, organisationId: null, name: 'Lyktan söder' }));
  return { slug, proposedGroupId };
}

/** Vests, of which one is lent and one is broken. */
async function inKit({ manager, agreementId, groupId }: Walking): Promise<void> {
  sure(await addKit(manager, { agreementId, kind: 'vest', count: '4' }));
  const [lent, broken] = sure(await kitOf(manager, agreementId)).items;
  sure(await lendKit(manager, { agreementId, itemId: lent.id, groupId, holderId: '', dueOn: '' }));
  sure(await noteDamage(manager, { agreementId, itemId: broken.id, words: 'Sprucken söm', photo: null }));
}

/** An account for whoever leads the group; gives where they are reached. */
async function leading({ house, associationId, agreementId }: Walking): Promise<string> {
  const email = 'lena.ask@example.se';
  const { id: accountId } = await openAccount(house, { name: 'Lena Ask', email });
  await entrust(house, { accountId, role: 'group-leader', organisationId: associationId, agreementId, starts: '2000-01-01' });
  return email;
}
