import type { Context } from '#platform/context.ts';
import type { WalkTables } from '../store/rows.server.ts';
import type { Language } from '../model.ts';

/** What became of somebody who wanted to walk. */
export type Outcome = 'walks' | 'no-answer' | 'forgotten';

type FindingTables = {
  'walks.join_page': { agreement_id: string; slug: string; opened_at: Date; opened_by: string; closed_at: Date | null; closed_by: string | null };
  'walks.referral': { id: string; agreement_id: string; code: string; made_at: Date; made_by: string };
  'walks.newcomer': {
    id: string;
    agreement_id: string;
    group_id: string;
    name: string | null;
    reach: string | null;
    young: boolean;
    area_id: string | null;
    referral_id: string | null;
    asked_at: Date;
    met_at: Date | null;
    met_by: string | null;
    outcome: Outcome | null;
    decided_at: Date | null;
    decided_by: string | null;
    language: Language;
    link_hash: string | null;
  };
  'walks.newcomer_moved': { id: string; agreement_id: string; group_id: string; moved_at: Date; moved_by: string };
};

export const tables = (context: Context) => context.database.withTables<WalkTables & FindingTables>();
