import type { Generated } from 'kysely';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Language, Polygon, WalkKind, WalkTask } from '../model.ts';

/** The tables that the parts of the room share. A part that has tables of its own names them in its own store. */
export type WalkTables = {
  'walks.network': { agreement_id: string; organisation_id: string; set_at: Date; set_by: string };
  'walks.walking_group': { id: string; agreement_id: string; organisation_id: string; name: string; proposed_at: Date; proposed_by: string; started_on: string | null; ended_on: string | null };
  'walks.rules': {
    organisation_id: string;
    smallest_group: number;
    largest_group: number;
    youngest: number;
    trained_per_group: number;
    course_before_first_walk: boolean;
    insurance: boolean;
    register_extract: boolean;
    vests: boolean;
    earliest_start: string;
    latest_end: string;
    debrief: boolean;
    set_at: Date;
    set_by: string;
  };
  'walks.area': { id: string; agreement_id: string; name: string; shape: Polygon | null; advice: string | null; made_at: Date; made_by: string; removed_at: Date | null; removed_by: string | null };
  'walks.meeting_point': { id: string; area_id: string; name: string; longitude: number | null; latitude: number | null; removed_at: Date | null; removed_by: string | null };
  'walks.walk': {
    id: string;
    agreement_id: string;
    group_id: string | null;
    area_id: string;
    meeting_point_id: string | null;
    season_id: string | null;
    kind: WalkKind;
    night: string;
    starts: Date;
    ends: Date;
    smallest: number;
    note: string | null;
    exception_reason: string | null;
    planned_at: Date;
    planned_by: string;
    cancelled_at: Date | null;
    cancelled_by: string | null;
    cancelled_because: string | null;
    closed_at: Date | null;
  };
  'walks.place': { walk_id: string; number: number; task: WalkTask };
  'walks.walker': { person_id: string; agreement_id: string; group_id: string | null; phone_mark: string | null; since: Date; until: Date | null; language: Generated<Language> };
  'walks.walker_key': { secret_hash: string; person_id: string; made_at: Date; expires_at: Date; ended_at: Date | null };
  'walks.signup': {
    id: string;
    walk_id: string;
    person_id: string;
    starts: Date;
    ends: Date;
    task: WalkTask;
    turn: number;
    place: number | null;
    phone: string | null;
    signed_at: Date;
    placed_at: Date | null;
    cancelled_at: Date | null;
    cancelled_by: 'walker' | 'leader' | 'walk' | null;
    no_show_at: Date | null;
  };
  'people.organisation': { id: string; name: string };
};

export const tables = (context: Context) => context.database.withTables<WalkTables>();

/** When and by whom, in the columns that a record has for it. */
export const now = (context: Context) => ({ at: context.clock.now(), by: actorName(context.actor) });
