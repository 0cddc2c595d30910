import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { WalkTables } from '../store/rows.server.ts';
import type { KitKind } from './model.ts';

type KitTables = {
  'walks.kit_item': { id: string; agreement_id: string; kind: KitKind; number: number; added_at: Date; added_by: string; gone_at: Date | null; gone_by: string | null };
  'walks.kit_loan': { id: string; item_id: string; group_id: string; holder_id: string | null; lent_on: CalendarDate; lent_by: string; due_on: CalendarDate | null; returned_on: CalendarDate | null; returned_by: string | null };
  'walks.kit_damage': { id: string; item_id: string; words: string; photo: string | null; noted_at: Date; noted_by: string; mended_at: Date | null; mended_by: string | null };
};

export const tables = (context: Context) => context.database.withTables<WalkTables & KitTables>();
