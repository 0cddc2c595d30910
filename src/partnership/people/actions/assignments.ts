import type { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { endAssignment, entrust, findAssignment, type KeptAssignment } from '#platform/access/assignments.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { JournalEvent } from '#platform/journal/events.ts';
import { termSchema } from '../model.ts';
import { mayEndAssignment } from '../policy.ts';
import { findPerson } from '../store/persons.server.ts';

type Ended = Outcome<{ agreementId: string | null; organisationId: string | null }>;

/** Ends somebody's role now: they leave, or whoever could have given it takes it back. What they did stays. */
export const leave = (context: Context, { assignmentId }: { assignmentId: string }): Promise<Ended> =>
  onAssignment(context, assignmentId, 'people.assignment-ended', async (inside, { id }) => ((await endAssignment(inside, id)) ? done({}) : refuse('conflict', 'people.assignment-ended')));

/** Lends the role to a colleague for a time, beside the one who holds it. */
export const deputise = (context: Context, { assignmentId, personId, ...input }: { assignmentId: string; personId: string } & z.input<typeof termSchema>): Promise<Ended> =>
  onAssignment(context, assignmentId, 'people.deputy-appointed', async (inside, held) => {
    const term = termSchema.safeParse(input);
    if (!term.success) return refuse('invalid', 'people.day-not-understood', { path: String(term.error.issues[0].path[0]) });
    const { starts, ends } = term.data;
    if (ends === null || ends < starts || ends < inside.clock.today()) return refuse('invalid', 'people.deputy-needs-last-day', { path: 'ends' });
    return giveTo(inside, held, personId, { starts, ends, deputisesFor: held.id });
  });

/** Gives the role to a colleague and ends one's own, in one step: nothing falls between two chairs. */
export const handOver = (context: Context, { assignmentId, personId }: { assignmentId: string; personId: string }): Promise<Ended> =>
  onAssignment(context, assignmentId, 'people.assignment-handed-over', async (inside, held) => {
    const given = await giveTo(inside, held, personId, {});
    if (!given.ok) return given;
    return (await endAssignment(inside, held.id)) ? given : refuse('conflict', 'people.assignment-ended');
  });

/** Entrusts a colleague who has an account with the same role for the same thing. */
async function giveTo(
  context: Context,
  { role, organisation, agreementId, accountId }: KeptAssignment,
  personId: string,
  term: { starts?: string; ends?: string; deputisesFor?: string },
): Promise<Outcome<Record<string, unknown>>> {
  const colleague = isId(personId) ? await findPerson(context, personId) : null;
  if (!colleague || colleague.id === accountId || colleague.organisationId !== organisation?.id) return refuse('invalid', 'people.choose-colleague', { path: 'personId' });
  const given = await entrust(context, { accountId: colleague.id, role, organisationId: organisation?.id ?? null, agreementId, ...term });
  return given ? done({ to: colleague.id }) : refuse('conflict', 'people.has-role-already', { path: 'personId' });
}

async function onAssignment(
  context: Context,
  assignmentId: string,
  what: JournalEvent,
  act: (inside: Context, held: KeptAssignment) => Promise<Outcome<Record<string, unknown>>>,
): Promise<Ended> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return inTransaction(context, async (inside) => {
    const held = isId(assignmentId) ? await findAssignment(inside, assignmentId) : null;
    if (!held) return refuse('not-found', 'access.not-found');
    const organisationId = held.organisation?.id ?? null;
    if (!mayEndAssignment(inside.actor, { personId: held.accountId, role: held.role, organisationId })) return refuse('forbidden', 'access.not-allowed');
    const outcome = await act(inside, held);
    if (!outcome.ok) return outcome;
    await witness(inside, { what, agreementId: held.agreementId, facts: { assignmentId, role: held.role, ...outcome.value } });
    return done({ agreementId: held.agreementId, organisationId });
  });
}
