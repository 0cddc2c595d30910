import { daysBetween } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { localizeUrl } from '#locale';
import { askToWalk, changeGroup, joinLetter, kitLetter, lateKit, moveNewcomer, networkOf, wishWords } from '#partnership/walks';
import { type Context, inTransaction } from '#platform/context.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { queueSms } from '#platform/sms/outbox.ts';
import { mobileNumber } from '#pure/walks';
import { tell } from './tell.ts';

/**
 * When somebody wants to walk, they are sent the link by which they can change to another group, also when they have asked
 * before; the leaders of the group that they were led to are told that there is somebody, and nothing of who.
 */
export const askToWalkAndTell = (house: Context, { origin, ...input }: Parameters<typeof askToWalk>[1] & { origin: string }, secret: string): ReturnType<typeof askToWalk> =>
  inTransaction(house, async (inside) => {
    const outcome = await askToWalk(inside, input, secret);
    if (!outcome.ok) return outcome;
    const { agreementId, group, newcomerId, wish } = outcome.value;
    if (wish) await sendLink(inside, wish, localizeUrl(`${origin}/join/${input.slug}/${wish.key}`).href);
    if (newcomerId) await tellOfNewcomer(inside, { agreementId, newcomerId, group }, origin);
    return outcome;
  });

/** When somebody is moved on to another group, its leaders are told that there is somebody. */
export const moveNewcomerAndTell = (context: Context, { origin, ...input }: Parameters<typeof moveNewcomer>[1] & { origin: string }): ReturnType<typeof moveNewcomer> => movedAndTold(context, origin, (inside) => moveNewcomer(inside, input));

/** When somebody changes to another group themselves, its leaders are told the same. */
export const changeGroupAndTell = (house: Context, { origin, ...input }: Parameters<typeof changeGroup>[1] & { origin: string }): ReturnType<typeof changeGroup> => movedAndTold(house, origin, (inside) => changeGroup(inside, input));

const movedAndTold = (context: Context, origin: string, move: (inside: Context) => ReturnType<typeof changeGroup>): ReturnType<typeof changeGroup> =>
  inTransaction(context, async (inside) => {
    const outcome = await move(inside);
    if (outcome.ok) await tellOfNewcomer(inside, outcome.value, origin);
    return outcome;
  });

/** Sends the link to where they are reached, and nowhere else: it says that they have asked. */
async function sendLink(inside: Context, { group, reach }: { group: string; reach: string }, link: string): Promise<void> {
  const { sms, subject, text } = wishWords({ group, link });
  const number = reach.includes('@') ? null : mobileNumber(reach);
  if (number) await queueSms(inside, { to: number, text: sms, kind: 'walks.wish' });
  else if (reach.includes('@')) await queueMail(inside, { to: reach, subject, text, kind: 'walks.wish' });
}

async function tellOfNewcomer(inside: Context, { agreementId, newcomerId, group }: { agreementId: string; newcomerId: string; group: { id: string; name: string; organisationId: string } }, origin: string): Promise<void> {
  const letter = joinLetter({ group: group.name, address: `${origin}/partnerships/${agreementId}/walks/groups/${group.id}#newcomers` });
  await tellLeaders(inside, { agreementId, organisationId: group.organisationId }, { ...letter, kind: 'walks.newcomer', once: `walks.newcomer ${newcomerId} ${group.id}` });
}

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
