import { listAgreements } from '#partnership/agreement';
import { listOrganisations, peopleOf, recordAccount } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import { entrust } from '#platform/access/assignments.ts';
import type { Role } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import { accountWithAddress, openAccount } from '#platform/sign-in/accounts.ts';

/** People of the samples, whom one may try on. They exist nowhere. */
const CAST = [
  { name: 'Karin Ekdahl', email: 'karin.ekdahl@example.se', role: 'coordinator', side: 'public', reach: 'side' },
  { name: 'Jonas Lundvall', email: 'jonas.lundvall@example.se', role: 'association-manager', side: 'civil', reach: 'organisation' },
  { name: 'Amina Warsame', email: 'amina.warsame@example.se', role: 'finance-officer', side: 'public', reach: 'organisation' },
  { name: 'Per Nystedt', email: 'per.nystedt@example.se', role: 'steering-seat', side: 'public', reach: 'partnership' },
  { name: 'Eva Holmgren', email: 'eva.holmgren@example.se', role: 'auditor', side: 'public', reach: 'partnership' },
] as const satisfies { name: string; email: string; role: Role; side: 'public' | 'civil'; reach: 'side' | 'organisation' | 'partnership' }[];

/** Somebody of the samples, as the page that offers them shows them. */
export interface CastMember {
  accountId: string;
  name: string;
  email: string;
  role: Role;
}

/** Gives the people of the samples their accounts and roles: the coordinator in every municipality of the samples, the others in the newest partnership. */
export async function castDemo(context: Context): Promise<void> {
  const [{ id: agreementId }] = sure(await listAgreements(context, { limit: 1 })).rows;
  const { parties } = sure(await peopleOf(context, agreementId));
  const all = sure(await listOrganisations(context));
  const inIt = all.filter(({ name }) => parties.some((party) => party.name === name));
  for (const { name, email, role, side, reach } of CAST) {
    const { id: accountId } = await openAccount(context, { name, email });
    const own = inIt.find(of(side)) ?? all.find(of(side))!;
    const held = reach === 'side' ? [own, ...all.filter(of(side)).filter(({ id }) => id !== own.id)] : [own];
    sure(await recordAccount(context, { accountId, organisationId: own.id, name, email }));
    for (const { id: organisationId } of held) await entrust(context, { accountId, role, organisationId, agreementId: reach === 'partnership' ? agreementId : null });
  }
}

const of =
  (side: 'public' | 'civil') =>
  ({ sector }: { sector: string | null }): boolean =>
    sector === side;

/** Whether the people of the samples are in this house. */
export const isCast = async (house: Context): Promise<boolean> => (await accountWithAddress(house, CAST[0].email)) !== null;

/** The people of the samples, in the order in which they are offered. */
export async function castMembers(house: Context): Promise<CastMember[]> {
  const found = await Promise.all(CAST.map(async ({ email, name, role }) => ({ account: await accountWithAddress(house, email), name, email, role })));
  return found.flatMap(({ account, ...member }) => (account ? [{ accountId: account.id, ...member }] : []));
}
