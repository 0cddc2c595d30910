import type { Generated } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { WalkTables } from '../../store/rows.server.ts';

type GroupTables = {
  'walks.network_agreement': { agreement_id: string; organisation_id: string; linked_agreement_id: string | null; signed_on: CalendarDate | null; signed_where: string | null; recorded_at: Date; recorded_by: string };
  'walks.group_word': { number: Generated<number>; group_id: string; organisation_id: string; agrees: boolean; words: string | null; said_at: Date; said_by: string };
  'walks.group_contact': { id: string; number: Generated<number>; group_id: string; person_id: string; named_at: Date; named_by: string; seen_at: Date | null; seen_by: string | null };
  'walks.passed_duty': {
    id: string;
    agreement_id: string;
    duty_id: string;
    group_id: string;
    what: string;
    due_on: CalendarDate | null;
    passed_at: Date;
    passed_by: string;
    done_on: CalendarDate | null;
    done_by: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  'walks.group_area': { group_id: string; area_id: string };
};

export const tables = (context: Context) => context.database.withTables<WalkTables & GroupTables>();
