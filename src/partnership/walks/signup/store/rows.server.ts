import type { Context } from '#platform/context.ts';
import type { WalkTables } from '../../store/rows.server.ts';
import type { Language } from '../../model.ts';
import type { TidingKind } from '../model.ts';

/** The tables of signing up, beside those that the room shares. */
type SignupTables = Omit<WalkTables, 'walks.signup'> & {
  'walks.signup': WalkTables['walks.signup'] & { gives_up_at: Date | null };
  'walks.signup_code': { id: string; walk_id: string; group_id: string | null; name: string; phone: string; language: Language; code_hash: string; made_at: Date; expires_at: Date; tries: number; used_at: Date | null };
  'walks.offer': {
    id: string;
    walk_id: string;
    place: number;
    person_id: string;
    giver: string | null;
    by_name: boolean;
    offered_at: Date;
    expires_at: Date;
    answered_at: Date | null;
    answer: 'taken' | 'declined' | 'passed' | 'withdrawn' | null;
  };
  'walks.tiding': { id: string; walk_id: string; person_id: string; kind: TidingKind; occasion: string; made_at: Date; told_at: Date | null };
  'people.person': { id: string; name: string; email: string | null; phone: string | null; protected: boolean };
};

export const tables = (context: Context) => context.database.withTables<SignupTables>();
