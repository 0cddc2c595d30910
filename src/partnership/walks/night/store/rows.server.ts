import type { Context } from '#platform/context.ts';
import type { WalkTables } from '../../store/rows.server.ts';
import type { AsideReason, Contact, Deed, EntryKind, EventKind, YoungBand } from '../model.ts';

/** The tables of the night. */
export type NightTables = WalkTables & {
  'walks.network': WalkTables['walks.network'] & { social_emergency: string | null };
  'walks.entry': {
    id: string;
    walk_id: string;
    kind: EntryKind;
    about: string | null;
    builds_on: string[];
    /** JSON of what the kind says. */
    body: unknown;
    phone_at: Date;
    captured_at: Date;
    received_at: Date;
    by_person: string;
    may_settle: boolean;
    aside_because: AsideReason | null;
    let_count_at: Date | null;
    let_count_by: string | null;
  };
  'walks.event_report': {
    id: string;
    entry_id: string;
    walk_id: string;
    agreement_id: string;
    area_id: string;
    place: string | null;
    kinds: EventKind[];
    young_band: YoungBand;
    mood: number;
    actions: Deed[];
    contacts: Contact[];
    injury: boolean;
    found_to_police: boolean;
    note: string | null;
    at: Date;
    time_in_doubt: boolean;
  };
  'walks.walked': {
    walk_id: string;
    agreement_id: string;
    opened_at: Date;
    started_at: Date | null;
    closed_at: Date | null;
    walkers: number;
    reports: number;
    young_least: number;
    young_most: number | null;
    /** A decimal, as text. */
    mood: string | null;
    vests_out: number | null;
    vests_back: number | null;
    lamps_out: number | null;
    lamps_back: number | null;
    debriefed: boolean;
    conflicts: number;
    waiting: number;
  };
};

export const nightTables = (context: Context) => context.database.withTables<NightTables>();
