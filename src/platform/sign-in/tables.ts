import type { Assurance } from '../actor.ts';
import type { Context } from '../context.ts';

/** How somebody was let in. */
export type Way = 'mail-link' | 'passkey' | 'oidc';

type SignInTables = {
  'sign_in.holder': { id: string; name: string; email: string; email_verified: boolean; language: Language | null; created_at: Date; updated_at: Date };
  'sign_in.session': {
    id: string;
    account_id: string;
    token: string;
    way: Way;
    assurance: Assurance;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Date;
    expires_at: Date;
  };
  'sign_in.identity': { id: string; account_id: string; provider: string; subject: string; created_at: Date };
  'sign_in.token': { id: string; identifier: string; expires_at: Date };
  'sign_in.passkey': { id: string; account_id: string; name: string | null; created_at: Date };
  'sign_in.attempt': { key: string; since: Date; tries: number };
  'sign_in.first_key': { one: boolean; hash: string; expires_at: Date };
};

/** A language that pages and letters are written in. */
export type Language = 'sv' | 'en';

/** The tables of signing in, for the house itself: nobody else sees a row. */
export const tables = (house: Context) => house.database.withTables<SignInTables>();
