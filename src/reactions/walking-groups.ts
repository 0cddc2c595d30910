import { type Outcome, sure } from '#kernel/outcome.ts';
import { agreementState } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { associationNamed, contactLetter, endGroup, groupLetter, type GroupOccasion, groupToSee, nameContact, passDuty, passedLetter, proposeGroup, sayAboutGroup, startGroup } from '#partnership/walks';
import type { Ability } from '#platform/access/roles.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { tell } from './tell.ts';

/* `origin` is where the letters lead. */

type Told = { origin: string };

/* When a group is proposed, heard of, starts or ends, those who plan are told, on both sides; its own leaders too when it walks or no longer does. */
const proposed = told('proposed', proposeGroup, (_, { groupId }) => groupId);
export const sayAboutGroupAndTell = told('heard', sayAboutGroup, ({ groupId }) => groupId);
export const startGroupAndTell = told('started', startGroup, ({ groupId }) => groupId);
export const endGroupAndTell = told('ended', endGroup, ({ groupId }) => groupId);

/** When a group of an association is proposed, which is named where it is another than the one that coordinates, both sides are told. */
export async function proposeGroupAndTell(context: Context, { association, ...input }: { agreementId: string; name: string; association: string; lookedAt?: string[] } & Told): ReturnType<typeof proposeGroup> {
  const named = association.trim() ? await associationNamed(context, { agreementId: input.agreementId, name: association }) : null;
  return named && !named.ok ? named : proposed(context, { ...input, organisationId: named?.value.organisationId ?? null });
}

function told<Input extends object, T extends { agreementId: string }>(occasion: GroupOccasion, act: (context: Context, input: Input) => Promise<Outcome<T>>, groupOf: (input: Input, value: T) => string) {
  return (context: Context, { origin, ...input }: Input & Told): Promise<Outcome<T>> =>
    inTransaction(context, async (inside) => {
      const outcome = await act(inside, input as unknown as Input);
      if (!outcome.ok) return outcome;
      const group = await groupTold(inside, { agreementId: outcome.value.agreementId, groupId: groupOf(input as unknown as Input, outcome.value), origin });
      const once = `walks.group-${occasion} ${group.id}${occasion === 'heard' ? ` ${context.clock.now().toISOString()}` : ''}`;
      for (const who of READERS[occasion]) await group.tell(who, groupLetter(occasion, group), { kind: 'walks.group', once });
      return outcome;
    });
}

const READERS: Record<GroupOccasion, Ability[]> = { proposed: ['walks.plan'], heard: ['walks.plan'], started: ['walks.plan', 'walks.lead'], ended: ['walks.plan', 'walks.lead'] };

/** When a group is reached by somebody else, whoever coordinates is told, unless it named them itself. */
export const nameContactAndTell = (context: Context, { origin, ...input }: Parameters<typeof nameContact>[1] & Told): ReturnType<typeof nameContact> =>
  inTransaction(context, async (inside) => {
    const outcome = await nameContact(inside, input);
    if (!outcome.ok || !outcome.value.reported) return outcome;
    const group = await groupTold(inside, { ...outcome.value, groupId: input.groupId, origin });
    if (group.coordinatorId) await group.tell('walks.plan', contactLetter(group), { kind: 'walks.contact', once: `walks.contact ${outcome.value.contactId}`, only: group.coordinatorId });
    return outcome;
  });

/** When a duty is passed on to a group, its leaders are told. */
export const passDutyAndTell = (context: Context, { origin, ...input }: Parameters<typeof passDuty>[1] & Told): ReturnType<typeof passDuty> =>
  inTransaction(context, async (inside) => {
    const outcome = await passDuty(inside, input);
    if (!outcome.ok) return outcome;
    const { passedId, groupId } = outcome.value;
    const group = await groupTold(inside, { agreementId: input.agreementId, groupId, origin });
    await group.tell('walks.lead', passedLetter({ ...group, what: input.what.trim() }), { kind: 'walks.passed-duty', once: `walks.passed ${passedId}`, only: group.organisationId });
    return outcome;
  });

/** A group as letters name it, and the way to tell of it with hidden names left out. */
async function groupTold(context: Context, { agreementId, groupId, origin }: { agreementId: string; groupId: string } & Told) {
  const { name, organisation, coordinator } = sure(await groupToSee(context, agreementId, groupId));
  const { title, fileName } = sure(await agreementState(context, agreementId));
  const { hide } = await guard(context);
  return {
    id: groupId,
    name,
    organisationId: organisation.id,
    coordinatorId: coordinator?.id ?? null,
    title: title ?? fileName,
    address: `${origin}/partnerships/${agreementId}/walks/groups/${groupId}`,
    tell: (who: Ability, letter: { subject: string; text: string }, { only, ...more }: { kind: string; once: string; only?: string }) => tell(context, { agreementId, who, only }, { ...hide(agreementId, letter), ...more }),
  };
}
