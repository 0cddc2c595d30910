import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { witnessReading } from '#platform/journal.ts';
import type { Role } from '#platform/access/roles.ts';
import type { Credential, Invitation, KnownOrganisation, KnownPerson, RoleHolder, Unit } from '../model.ts';
import { invitableFor, mayManageOrganisation, mayOpenProtected, mayVet, organisationsManaged } from '../policy.ts';
import { veiled } from '../rules/protected.ts';
import { type Lack, lacksFor, TASKS, type Task } from '../rules/fitness.ts';
import { invitationsFor } from '../store/invitations.server.ts';
import { organisationsById, organisationsFrom } from '../store/parties.server.ts';
import { credentialsOf, findPerson, personsOf } from '../store/persons.server.ts';
import { unitsOf } from '../store/units.server.ts';
import { holdersFor } from './roles.ts';

/** The organisations that the one who asks looks after, by name; an administrator of the house, all. `next` is what to go on after. */
export async function organisationsToManage(context: Context, { sought = '', after = null, limit }: { sought?: string; after?: string | null; limit: number }): Promise<Outcome<{ rows: KnownOrganisation[]; next: string | null }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const ids = organisationsManaged(context.actor);
  const rows = await organisationsFrom(context, { ids, sought: sought.trim(), after: after && isId(after) ? after : null, limit: limit + 1 });
  return done({ rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1].id : null });
}

/** An organisation as those who look after it see it. */
export interface ManagedOrganisation extends KnownOrganisation {
  units: Unit[];
  persons: KnownPerson[];
  holders: RoleHolder[];
  invitations: Invitation[];
  /** Roles for the whole organisation that the one who looks can invite into. */
  invitable: Role[];
  mayVet: boolean;
}

export async function organisationToManage(context: Context, organisationId: string): Promise<Outcome<ManagedOrganisation>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!isId(organisationId) || !mayManageOrganisation(context.actor, organisationId)) return refuse('not-found', 'access.not-found');
  const [[organisation], units, persons, holders, invitations] = await Promise.all([
    organisationsById(context, [organisationId]),
    unitsOf(context, [organisationId]),
    personsOf(context, organisationId),
    holdersFor(context, organisationId),
    invitationsFor(context, organisationId),
  ]);
  if (!organisation) return refuse('not-found', 'access.not-found');
  return done({
    ...organisation,
    units,
    persons: persons.map((person) => veiled(person, ['id', 'organisationId', 'since', 'until'])),
    holders,
    invitations,
    invitable: invitableFor(context.actor, organisation),
    mayVet: mayVet(context.actor, organisationId),
  });
}

/** What somebody has shown, and what still stands between them and each task. */
export interface VettedPerson {
  person: KnownPerson;
  credentials: Credential[];
  lacks: Record<Task, Lack[]>;
}

/** One person's standing. That it was looked at is kept in the journal, and so is the opening of a protected name. */
export async function vettedPerson(context: Context, personId: string): Promise<Outcome<VettedPerson>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return witnessReading(
    context,
    async (inside) => {
      const person = isId(personId) ? await findPerson(inside, personId) : null;
      if (!person?.organisationId || !mayVet(inside.actor, person.organisationId)) return refuse('not-found', 'access.not-found');
      if (person.protected && !mayOpenProtected(inside.actor, person.organisationId)) return refuse('forbidden', 'access.not-allowed');
      const credentials = await credentialsOf(inside, [personId]);
      const on = inside.clock.today();
      const lacks = Object.fromEntries(Object.keys(TASKS).map((task) => [task, lacksFor(task as Task, person, credentials, on)])) as Record<Task, Lack[]>;
      return done({ person, credentials, lacks });
    },
    ({ person }) => ({ what: person.protected ? 'people.protected-opened' : 'people.person-read', agreementId: null, facts: { personId } }),
  );
}
