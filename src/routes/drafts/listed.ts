import type { CalendarDate } from '#kernel/calendar-date.ts';
import { type Cell, dayCell, type Table } from '#kernel/table.ts';
import * as m from '#messages';
import type { DraftRow } from '#partnership/agreement';
import { DRAFT_STAGES, type DraftStage } from '#pure/agreement';
import { lifeOf, type LifeState, sayLifeState } from '#pure/governance';
import { dayOfMoment } from '#ui/format/day.ts';

/** What the list is narrowed to by its address; all that is being written where it says nothing. */
export const stageNamed = (url: URL): DraftStage | null => DRAFT_STAGES.find((stage) => stage === url.searchParams.get('show')) ?? null;

/** How far a draft has come in its life. */
export const stateOfDraft = ({ sharedAt, sentOutAt }: Pick<DraftRow, 'sharedAt' | 'sentOutAt'>, today: CalendarDate): LifeState =>
  lifeOf({ sharedAt, sentOutAt, commenced: false, endsOn: null, settlement: null, archiving: null }, today);

export const sayStage = (stage: DraftStage): string => (stage === 'withdrawn' ? m.drafts_withdrawn() : sayLifeState(stage));

const KINDS = { agreement: m.amendment_kind_agreement, amendment: m.amendment_kind_amendment, annex: m.amendment_kind_annex } as const satisfies Record<DraftRow['kind'], () => string>;
export const sayDraftKind = (kind: DraftRow['kind']): string => KINDS[kind]();

/** Drafts as a table to take along. */
export const tableOfDrafts = (rows: DraftRow[], today: CalendarDate): Table => ({
  head: [m.drafting_title(), m.draft_kind(), m.partnership_table_state(), m.drafts_begun(), m.drafts_begun_by()],
  rows: rows.map(({ title, kind, begunAt, begunBy, withdrawnAt, ...stood }): Cell[] => [title, sayDraftKind(kind), withdrawnAt ? m.drafts_withdrawn() : sayLifeState(stateOfDraft(stood, today)), dayCell(begunAt.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })), begunBy]),
});

export const whenBegun = ({ begunAt, begunBy }: Pick<DraftRow, 'begunAt' | 'begunBy'>): string => m.drafting_begun({ day: dayOfMoment(begunAt), who: begunBy });
