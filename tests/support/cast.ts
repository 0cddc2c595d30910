import { randomUUID } from 'node:crypto';
import { recordAccount, registerOrganisation } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import { assignmentsOf, entrust } from '#platform/access/assignments.ts';
import { ROLES, type Role } from '#platform/access/roles.ts';
import type { Assurance, Person } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

/** What somebody in a story is entrusted with. */
interface Part {
  role: Role;
  /** Its name; none for an administrator. */
  organisation?: string;
  /** In this partnership only. */
  agreementId?: string;
  assurance?: Assurance;
}

/** A person of the story who has signed in, entrusted by the house with this part. */
export async function somebody(house: Context, name: string, { role, organisation, agreementId, assurance = 'low' }: Part): Promise<Person> {
  const id = randomUUID();
  const sector = ROLES[role].side === 'civil' ? 'civil' : 'public';
  const organisationId = organisation ? sure(await registerOrganisation(house, { name: organisation, sector, orgNumber: null })).organisationId : null;
  await recordAccount(house, { accountId: id, organisationId, name, email: null });
  await entrust(house, { accountId: id, role, organisationId, agreementId: agreementId ?? null, starts: '2000-01-01' });
  return { kind: 'person', id, name, assurance, assignments: await assignmentsOf(house, id) };
}
