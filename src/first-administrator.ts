import { z } from 'zod';
import { recordAccount, registerOrganisation } from '#partnership/people';
import { organisationNumber } from '#kernel/organisation-number.ts';
import { done, type Outcome, refuse, sure } from '#kernel/outcome.ts';
import { entrust } from '#platform/access/assignments.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { type Account, openAccount } from '#platform/sign-in/accounts.ts';
import { spendFirstKey } from '#platform/sign-in/first-administrator.ts';

const schema = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email(),
  organisation: z.string().trim().max(200),
  orgNumber: z.string().trim().refine((typed) => typed === '' || organisationNumber(typed) !== null),
  sector: z.enum(['public', 'civil']),
});

/** What is wrong with a field, by its name. */
const NOT_UNDERSTOOD: Record<string, string> = {
  name: 'people.name-not-understood',
  email: 'sign-in.address-not-understood',
  orgNumber: 'sign-in.number-not-understood',
  sector: 'sign-in.sector-not-understood',
};

/**
 * Makes the first administrator with the link from the terminal, once, and with an organisation also who coordinates its
 * partnerships, so that work can begin. What is wrong in the form does not use the link up.
 */
export async function beginAdministration(house: Context, { secret, ...typed }: Record<string, string>): Promise<Outcome<Account>> {
  const parsed = schema.safeParse(typed);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return { ok: false, refusals: issues.map(({ path: [field] }) => ({ kind: 'invalid', code: NOT_UNDERSTOOD[String(field)] ?? 'people.name-not-understood', path: String(field) })) };
  }
  const { name, email, organisation, orgNumber, sector } = parsed.data;
  return inTransaction(house, async (inside) => {
    if (!(await spendFirstKey(inside, secret ?? ''))) return refuse('conflict', 'sign-in.first-key-spent');
    const account = await openAccount(inside, { name, email });
    const organisationId = organisation ? sure(await registerOrganisation(inside, { name: organisation, sector, orgNumber: organisationNumber(orgNumber) })).organisationId : null;
    sure(await recordAccount(inside, { accountId: account.id, organisationId, name, email: account.email }));
    await entrust(inside, { accountId: account.id, role: 'administrator', organisationId: null, agreementId: null });
    const role = sector === 'public' ? 'coordinator' : 'association-manager';
    if (organisationId) await entrust(inside, { accountId: account.id, role, organisationId, agreementId: null });
    await witness(inside, { what: 'sign-in.administration-begun', agreementId: null, facts: { accountId: account.id, organisationId } });
    return done(account);
  });
}
