import { done, type Outcome } from '#kernel/outcome.ts';
import { assignmentsIn } from '#platform/access/assignments.ts';
import { ask } from '#platform/access/ask.ts';
import { type Ability, may, type Role } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import { maySeePeople } from '../policy.ts';
import { personsById } from '../store/persons.server.ts';

/** Where everybody who may do this in the partnership today is reached by mail, each address once: on both sides, on all but `notOf`, or of `only` one organisation. */
export async function addressesIn(context: Context, agreementId: string, ability: Ability, { notOf, only }: { notOf?: string; only?: string } = {}): Promise<Outcome<string[]>> {
  const asked = await ask(context, maySeePeople, agreementId);
  if (!asked.ok) return asked;
  const able = (await assignmentsIn(context, asked.value)).filter(({ role, starts, organisation }) => starts <= context.clock.today() && may([role], ability) && (notOf === undefined || organisation?.id !== notOf) && (only === undefined || organisation?.id === only));
  const persons = await personsById(context, able.map(({ accountId }) => accountId));
  return done([...new Set([...persons.values()].flatMap(({ email }) => email?.trim().toLowerCase() || []))].sort());
}

/** Where those who hold this role for this organisation in the partnership today are reached by mail, each address once. */
export async function addressesOfRole(context: Context, agreementId: string, { role, organisationId }: { role: Role; organisationId: string }): Promise<Outcome<string[]>> {
  const asked = await ask(context, maySeePeople, agreementId);
  if (!asked.ok) return asked;
  const holders = (await assignmentsIn(context, asked.value)).filter((held) => held.role === role && held.organisation?.id === organisationId && held.starts <= context.clock.today());
  const persons = await personsById(context, holders.map(({ accountId }) => accountId));
  return done([...new Set([...persons.values()].flatMap(({ email }) => email?.trim().toLowerCase() || []))].sort());
}
