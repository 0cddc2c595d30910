import { randomUUID } from 'node:crypto';
import { sure } from '#kernel/outcome.ts';
import { addArea, addKit, addMeetingPoint, kitOf, noteDamage, openFinding, planSeason } from '#partnership/walks';
import type { Context } from '#platform/context.ts';
import { hoursOf, type Pattern } from '#pure/walks';
import { tables } from '../../src/partnership/walks/store/rows.server.ts';
import { insertWalk } from '../../src/partnership/walks/store/walks.server.ts';

/** What there is of walks in a partnership, for whoever knocks on its doors. */
export interface WalkingStage {
  groupId: string;
  /** The short name of the page for whoever wants to walk. */
  slug: string;
  /** The SHA-256 of a picture of kit that is broken. */
  photo: string;
  /** One of its walks, months ahead. */
  walkId: string;
  /** Where it is, and where it meets. */
  areaId: string;
  meetingPointId: string;
  seasonId: string;
  /** A walk of the group that is over. */
  overId: string;
}

const laid = new Map<string, Promise<WalkingStage>>();

/** Lays out walks in a partnership: its association coordinates, and has a group that walks. Once in each, whoever asks. */
export function walkingIn(house: Context, agreementId: string, associationId: string): Promise<WalkingStage> {
  const stage = laid.get(agreementId) ?? layOut(house, agreementId, associationId);
  laid.set(agreementId, stage);
  return stage;
}

async function layOut(house: Context, agreementId: string, associationId: string): Promise<WalkingStage> {
  const [groupId, at] = [randomUUID(), house.clock.now()];
  await tables(house).insertInto('walks.network').values({ agreement_id: agreementId, organisation_id: associationId, set_at: at, set_by: 'Handslag' }).execute();
  await tables(house)
    .insertInto('walks.walking_group')
    .values({ id: groupId, agreement_id: agreementId, organisation_id: associationId, name: 'Norr', proposed_at: at, proposed_by: 'Handslag', started_on: '2026-01-01', ended_on: null })
    .execute();
  const slug = `vandra-${agreementId.slice(0, 8)}`;
  sure(await openFinding(house, { agreementId, slug }));
  const { areaId } = sure(await addArea(house, { agreementId, name: 'Centrum', advice: '', corners: '' }));
  const { meetingPointId } = sure(await addMeetingPoint(house, { areaId, name: 'Torget', position: '' }));
  const over = '2026-11-06';
  const overId = await insertWalk(house, { ...hoursOf(over, '21:00', '00:30'), agreementId, groupId, areaId, meetingPointId: null, kind: 'night', night: over, smallest: 2, places: ['leader', 'walker'], note: null, exceptionReason: null });
  return { groupId, slug, photo: await brokenKit(house, agreementId), areaId, meetingPointId, overId, ...(await ahead(house, { agreementId, groupId, areaId, meetingPointId })) };
}

async function brokenKit(house: Context, agreementId: string): Promise<string> {
  sure(await addKit(house, { agreementId, kind: 'vest', count: '1' }));
  const [{ id: itemId }] = sure(await kitOf(house, agreementId)).items;
  sure(await noteDamage(house, { agreementId, itemId, words: 'Sprucken söm', photo: new Uint8Array([0xff, 0xd8, 0xff]) }));
  return sure(await kitOf(house, agreementId)).items[0]!.damages[0]!.photo!;
}

const PATTERN = { weekdays: [1, 2, 3, 4, 5, 6, 7], breaks: 'keep', riskNights: 'keep', from: '21:00', to: '00:30', kind: 'night', areaWay: 'turn', leaders: 1, walkers: 1, smallest: 2 } satisfies Partial<Pattern>;

async function ahead(house: Context, { agreementId, groupId, areaId, meetingPointId }: { agreementId: string; groupId: string; areaId: string; meetingPointId: string }): Promise<{ walkId: string; seasonId: string }> {
  const [seasonId, night] = [randomUUID(), '2099-05-01'];
  sure(await planSeason(house, { agreementId, seasonId, pattern: { ...PATTERN, period: { start: night, end: night }, areaIds: [areaId], groupIds: [groupId] }, without: [], note: '', exceptionReason: '' }));
  const { id: walkId } = await tables(house).updateTable('walks.walk').set({ meeting_point_id: meetingPointId }).where('season_id', '=', seasonId).returning('id').executeTakeFirstOrThrow();
  return { walkId, seasonId };
}
