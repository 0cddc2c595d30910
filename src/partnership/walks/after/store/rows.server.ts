import type { Role } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import type { NightTables } from '../../night/store/rows.server.ts';
import type { IncidentKind } from '../model.ts';

/** The tables of what comes after a walk, and of the night that it comes from. */
export type AfterTables = Omit<NightTables, 'walks.entry' | 'walks.event_report'> & {
  /** Whose telephone it was, and what a report was made of, are not known for ever. */
  'walks.entry': Omit<NightTables['walks.entry'], 'by_person'> & { by_person: string | null };
  'walks.event_report': Omit<NightTables['walks.event_report'], 'entry_id'> & { entry_id: string | null };
  'walks.offer': { id: string; walk_id: string; person_id: string; giver: string | null };
  'walks.tiding': { id: number; walk_id: string; person_id: string };
  'walks.office': { agreement_id: string; organisation_id: string; email: string; phone: string | null; insured: string | null; excluded: string | null; to_do: string | null; within_days: number | null; set_at: Date; set_by: string };
  'walks.report_reader': { id: string; agreement_id: string; organisation_id: string | null; role: Role | null; address: string | null; added_at: Date; added_by: string };
  'walks.report_sent': { walk_id: string; agreement_id: string; sent_at: Date; letters: number };
  'walks.incident': {
    id: string;
    agreement_id: string;
    walk_id: string;
    group_id: string | null;
    report_id: string | null;
    kind: IncidentKind;
    at: Date;
    place: string | null;
    what: string | null;
    recorded_at: Date;
    recorded_by: string;
    told_at: Date | null;
    seen_at: Date | null;
    seen_by: string | null;
  };
  'walks.confirmation': { id: string; walk_id: string; agreement_id: string; organisation_id: string | null; confirmed_at: Date; confirmed_by: string; undone_at: Date | null; undone_by: string | null };
  'walks.thanks': { person_id: string; agreement_id: string; half_year: string; sent_at: Date };
  'walks.thanks_declined': { person_id: string; declined_at: Date };
};

export const afterTables = (context: Context) => context.database.withTables<AfterTables>();
