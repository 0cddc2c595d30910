import { randomUUID } from 'node:crypto';
import { sure } from '#kernel/outcome.ts';
import { addPerson, listOrganisations } from '#partnership/people';
import { system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { hoursOf, type NewWalk, type WalkTask } from '#pure/walks';
import { tables } from '../../src/partnership/walks/store/rows.server.ts';
import { insertWalk } from '../../src/partnership/walks/store/walks.server.ts';
import { somebody } from './cast.ts';
import { running } from './three-partnerships.ts';

/** A partnership in which a group walks: the municipality Granby and the association Lyktan, which coordinates. */
export interface Walking {
  house: Context;
  agreementId: string;
  associationId: string;
  groupId: string;
  areaId: string;
  /** The municipality's coordinator, the association's manager and the leader of its group. */
  coordinator: Context;
  manager: Context;
  leader: Context;
  /** Plans a walk on a night, 21.00–00.30, with these places. */
  plan(night: string, more?: Partial<NewWalk>): Promise<string>;
  /** Enters somebody who walks with the group, and gives them as who asks. */
  walker(name: string, birthYear?: number): Promise<Context>;
}

/** Lays out a partnership with one group that walks in one area. */
export async function walking(house: Context): Promise<Walking> {
  const { id: agreementId } = await running(house, 'Nattvandring i Granby', ['Granby kommun', 'Föreningen Lyktan']);
  const associationId = sure(await listOrganisations(house)).find(({ name }) => name === 'Föreningen Lyktan')!.id;
  const [groupId, areaId] = [randomUUID(), randomUUID()];
  const at = house.clock.now();
  await tables(house).insertInto('walks.network').values({ agreement_id: agreementId, organisation_id: associationId, set_at: at, set_by: 'Handslag' }).execute();
  await tables(house)
    .insertInto('walks.walking_group')
    .values({ id: groupId, agreement_id: agreementId, organisation_id: associationId, name: 'Lyktan norr', proposed_at: at, proposed_by: 'Handslag', started_on: '2026-01-01', ended_on: null })
    .execute();
  await tables(house)
    .insertInto('walks.area')
    .values({ id: areaId, agreement_id: agreementId, name: 'Centrum', shape: null, advice: null, made_at: at, made_by: 'Handslag', removed_at: null, removed_by: null })
    .execute();
  const as = async (...[name, part]: [string, Parameters<typeof somebody>[2]]) => contextFor(house, await somebody(house, name, part));
  return {
    house,
    agreementId,
    associationId,
    groupId,
    areaId,
    coordinator: await as('Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }),
    manager: await as('Idris Berg', { role: 'association-manager', organisation: 'Föreningen Lyktan' }),
    leader: await as('Lena Ask', { role: 'group-leader', organisation: 'Föreningen Lyktan', agreementId }),
    plan: (night, more = {}) => insertWalk(house, { ...walkOn(night), agreementId, groupId, areaId, ...more }),
    walker: (name, birthYear) => walkerOf(house, { agreementId, groupId, associationId }, { name, birthYear }),
  };
}

const PLACES: WalkTask[] = ['leader', 'walker', 'walker', 'walker', 'walker'];

const walkOn = (night: string) => ({ ...hoursOf(night, '21:00', '00:30'), night, kind: 'night' as const, meetingPointId: null, smallest: 2, places: PLACES, note: null, exceptionReason: null });

async function walkerOf(house: Context, { agreementId, groupId, associationId }: Pick<Walking, 'agreementId' | 'groupId' | 'associationId'>, { name, birthYear }: { name: string; birthYear?: number }): Promise<Context> {
  const adding = contextFor(house, await somebody(house, 'Idris Berg', { role: 'association-manager', organisation: 'Föreningen Lyktan' }));
  const { personId } = sure(await addPerson(adding, { organisationId: associationId, name, email: '', phone: '', birthYear: birthYear ?? '' }));
  await tables(contextFor(house, system('Handslag')))
    .insertInto('walks.walker')
    .values({ person_id: personId, agreement_id: agreementId, group_id: groupId, phone_mark: null, since: house.clock.now(), until: null })
    .execute();
  return contextFor(house, { kind: 'walker', id: personId });
}
