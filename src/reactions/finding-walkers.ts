import { daysBetween } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { askToWalk, joinLetter, kitLetter, lateKit, networkOf } from '#partnership/walks';
import { type Context, inTransaction } from '#platform/context.ts';
import { tell } from './tell.ts';

/** When somebody wants to walk, the leaders of the group that they were led to are told that there is somebody, and nothing of who. */
export const askToWalkAndTell = (house: Context, { origin, ...input }: Parameters<typeof askToWalk>[1] & { origin: string }): ReturnType<typeof askToWalk> =>
  inTransaction(house, async (inside) => {
    const outcome = await askToWalk(inside, input);
    if (!outcome.ok || outcome.value.newcomerId === null) return outcome;
    const { agreementId, group, newcomerId } = outcome.value;
    const letter = joinLetter({ group: group.name, address: `${origin}/partnerships/${agreementId}/walks/groups/${group.id}#newcomers` });
    await tellLeaders(inside, { agreementId, organisationId: group.organisationId }, { ...letter, kind: 'walks.newcomer', once: `walks.newcomer ${newcomerId}` });
    return outcome;
  });

/** What should have been back is told of to the leaders of the group that has it: the day after, and then every week; one letter for all that was due the same day. */
export async function remindOfKit(house: Context, origin: string | null): Promise<void> {
  for (const { agreementId, group, things } of sure(await lateKit(house))) {
    for (const [dueOn, together] of Map.groupBy(things, (thing) => thing.dueOn)) {
      const week = Math.floor((daysBetween(dueOn, house.clock.today()) - 1) / 7);
      const letter = kitLetter({ group: group.name, things: together, address: origin && `${origin}/partnerships/${agreementId}/walks/kit?group=${group.id}` });
      await tellLeaders(house, { agreementId, organisationId: group.organisationId }, { ...letter, kind: 'walks.kit', once: `walks.kit ${group.id} ${dueOn} ${week}` });
    }
  }
}

/** Tells those who lead walks for a group's association; where it has nobody yet, those of the one that coordinates. */
async function tellLeaders(context: Context, { agreementId, organisationId }: { agreementId: string; organisationId: string }, letter: { subject: string; text: string; kind: string; once: string }): Promise<void> {
  if ((await tell(context, { agreementId, who: 'walks.lead', only: organisationId }, letter)) > 0) return;
  const { coordinator } = sure(await networkOf(context, agreementId));
  if (coordinator) await tell(context, { agreementId, who: 'walks.lead', only: coordinator.id }, letter);
}
