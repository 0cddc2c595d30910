import { addDays } from '#kernel/calendar-date.ts';
import { entrust } from '#platform/access/assignments.ts';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import { openAccount } from '#platform/sign-in/accounts.ts';
import { walking } from './walking.ts';

/** A walk that begins in some hours, with a place for who leads and one for who walks along. */
export interface WalkAhead {
  agreementId: string;
  groupId: string;
  walkId: string;
  /** Where whoever leads the group is reached to sign in. */
  leader: string;
}

const HOUR = 3_600_000;

/** Lays a walk that begins in five hours in a data folder that no program has open. */
export async function layWalkAhead(folder: string): Promise<WalkAhead> {
  const house = await openHouse({ DATA_DIR: folder });
  const context = contextFor(house.ports, system('Handslag'));
  const scene = await walking(context);
  const today = context.clock.today();
  const starts = new Date(context.clock.now().getTime() + 5 * HOUR);
  const night = starts.getTime() < Date.parse(`${addDays(today, 1)}T00:00:00+01:00`) ? today : addDays(today, 1);
  const walkId = await scene.plan(night, { starts, ends: new Date(starts.getTime() + 3 * HOUR), places: ['leader', 'walker'] });
  await scene.plan(addDays(today, 8));
  await scene.walker('Ada Holm');
  const leader = 'lena.ask@example.se';
  const { id } = await openAccount(context, { name: 'Lena Ask', email: leader });
  await entrust(context, { accountId: id, role: 'group-leader', organisationId: scene.associationId, agreementId: scene.agreementId, starts: '2000-01-01' });
  await house.close();
  return { agreementId: scene.agreementId, groupId: scene.groupId, walkId, leader };
}
