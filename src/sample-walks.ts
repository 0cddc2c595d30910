import { randomUUID } from 'node:crypto';
import { addDays } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { listOrganisations, peopleOf } from '#partnership/people';
import { addArea, addMeetingPoint, addOccasion, agreeOnAreas, planSeason, proposeGroup, sayAboutGroup, setCoordinator, startGroup } from '#partnership/walks';
import type { Role } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import type { EnteredOccasion, Pattern } from '#pure/walks';
import { layOutNights, type NightsStory } from './sample-nights.ts';

/** What a sample's story tells of its walks. Days ahead are counted from the day that the samples are laid out, so that there is always a season. */
export interface WalksStory {
  areas: { name: string; advice: string; corners: string[]; meetingPoints: { name: string; position: string }[] }[];
  groups: string[];
  oneAreaANight: boolean;
  occasions: { kind: EnteredOccasion; name: string; inDays: number; days: number }[];
  season: Pick<Pattern, 'weekdays' | 'from' | 'to' | 'leaders' | 'walkers' | 'smallest'> & { days: number };
  /** Nights that have been walked. */
  nights?: NightsStory;
}

/** Lets a sample's groups, areas and season of walks be as its story says. Gives what lays out the nights it has walked, which are entered one by one as they were and not within what else is laid out. */
export async function layOutWalks(context: Context, agreementId: string, { areas, groups, oneAreaANight, occasions, season, nights }: WalksStory): Promise<(house: Context) => Promise<void>> {
  const { parties } = sure(await peopleOf(context, agreementId));
  const organisations = sure(await listOrganisations(context)).filter(({ name }) => parties.some((party) => party.name === name));
  const [municipality, association] = (['public', 'civil'] as const).map((side) => organisations.find(({ sector }) => sector === side)!);
  const today = context.clock.today();
  sure(await setCoordinator(context, { agreementId, organisationId: association!.id }));
  const groupIds: string[] = [];
  for (const name of groups) {
    const { groupId } = sure(await proposeGroup(context, { agreementId, organisationId: null, name }));
    sure(await sayAboutGroup(speakingFor(context, 'coordinator', municipality!), { groupId, agrees: 'yes', words: '' }));
    sure(await sayAboutGroup(speakingFor(context, 'association-manager', association!), { groupId, agrees: 'yes', words: '' }));
    sure(await startGroup(context, { groupId }));
    groupIds.push(groupId);
  }
  const areaIds: string[] = [];
  for (const { name, advice, corners, meetingPoints } of areas) {
    const { areaId } = sure(await addArea(context, { agreementId, name, advice, corners: corners.join('\n') }));
    for (const point of meetingPoints) sure(await addMeetingPoint(context, { areaId, ...point }));
    areaIds.push(areaId);
  }
  for (const { kind, name, inDays, days } of occasions) sure(await addOccasion(context, { agreementId, kind, name, start: addDays(today, inDays), end: addDays(today, inDays + days - 1) }));
  sure(await agreeOnAreas(context, { agreementId, oneAreaANight }));
  const { days, ...hours } = season;
  const pattern: Pattern = { ...hours, period: { start: addDays(today, 1), end: addDays(today, days) }, breaks: 'keep', riskNights: 'add', kind: 'night', areaIds, areaWay: 'turn', groupIds };
  sure(await planSeason(context, { agreementId, seasonId: randomUUID(), pattern, without: [], note: '', exceptionReason: '' }));
  return async (house) => (nights ? layOutNights(house, { agreementId, associationId: association!.id, groupIds, pattern, story: nights }) : undefined);
}

/** The house, as whoever speaks for one of the parties. */
const speakingFor = (context: Context, role: Role, { id, name }: { id: string; name: string }): Context => ({
  ...context,
  actor: { kind: 'person', id: randomUUID(), name, assurance: 'substantial', assignments: [{ id: randomUUID(), role, organisation: { id, name }, agreementId: null }] },
});
