import { inTransaction } from '../context.ts';
import { witness } from '../journal.ts';
import type { SignIn } from './sign-in.ts';
import { tables } from './tables.ts';

/** Who the account is with the provider of single sign-on, as its owner sees it. */
export interface KnownIdentity {
  id: string;
  since: Date;
}

export const identitiesOf = ({ house }: SignIn, accountId: string): Promise<KnownIdentity[]> =>
  tables(house).selectFrom('sign_in.identity').select(['id', 'created_at as since']).where('account_id', '=', accountId).orderBy('created_at').execute();

/** Takes a tie to the provider away: whoever that is there comes in by it no more, unless its verified address is the account's. */
export async function untieIdentity({ house }: SignIn, { accountId, identityId }: { accountId: string; identityId: string }): Promise<boolean> {
  return inTransaction(house, async (inside) => {
    const { numDeletedRows } = await tables(inside).deleteFrom('sign_in.identity').where('id', '=', identityId).where('account_id', '=', accountId).executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) await witness(inside, { what: 'sign-in.identity-untied', agreementId: null, facts: { accountId } });
    return numDeletedRows > 0n;
  });
}
