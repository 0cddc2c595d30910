import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Period } from '#kernel/period.ts';
import { reachable } from '#platform/access/assignments.ts';
import { actorName } from '#platform/actor.ts';
import { isId } from '#kernel/id.ts';
import type { Context } from '#platform/context.ts';
import type { Cancellation, Completion, Duty, DutyKind, Placement, Term } from './model.ts';
import { PASSING, type Standing } from './rules/state.ts';

type RecordTable = { id: string; duty_id: string; recorded_at: Date; recorded_by: string; undone_at: Date | null; undone_by: string | null };
type DutyTable = {
  id: string;
  agreement_id: string;
  key: string;
  kind: Duty['kind'];
  subject: Duty['subject'];
  title: string | null;
  wording: string | null;
  owner: string | null;
  ore: number | null;
  ordinal: unknown;
  timing: unknown;
  outside: Duty['outside'];
  fact_id: string;
  span_start: number;
  span_end: number;
  line: number;
  sentence: string | null;
  sequence: number;
  withdrawn_at: Date | null;
  open: boolean;
  waits: boolean;
  due_by: string | null;
  firm: boolean;
};
type CommitmentTables = {
  'commitments.plan': { agreement_id: string; title: string | null; parties: unknown; signatures: unknown; starts: string | null; ends: string | null; planned_at: Date };
  'commitments.duty': DutyTable;
  'commitments.completion': RecordTable & { done_on: string; evidence: string | null };
  'commitments.cancellation': RecordTable & { reason: string };
  'commitments.placement': RecordTable & { date: string };
};


const tables = (context: Context) => context.database.withTables<CommitmentTables>();

/** What is known of the partnership that duties belong to. */
export interface Plan {
  agreementId: string;
  title: string | null;
  parties: string[];
  signatures: { party: string; date: CalendarDate }[];
  term: Term;
}

/** A duty as planned, with what has been recorded about it. */
export interface StoredDuty {
  id: string;
  agreementId: string;
  /** How often it has changed. */
  sequence: number;
  /** As planned, before any placement. */
  planned: Duty;
  standing: Standing;
  completion: Completion | null;
  cancellation: Cancellation | null;
  placement: Placement | null;
}

/** Keeps the plan and holds it until the transaction ends, so that two changes of one partnership follow each other. */
export async function keepPlan(context: Context, { agreementId, term, ...plan }: Plan): Promise<void> {
  const row = { title: plan.title, parties: JSON.stringify(plan.parties), signatures: JSON.stringify(plan.signatures), starts: term.start, ends: term.end, planned_at: context.clock.now() };
  await tables(context)
    .insertInto('commitments.plan')
    .values({ agreement_id: agreementId, ...row })
    .onConflict((conflict) => conflict.column('agreement_id').doUpdateSet(row))
    .execute();
}

/** The plan, held until the transaction ends. */
export async function holdPlan(context: Context, agreementId: string): Promise<Plan | null> {
  const row = await tables(context).selectFrom('commitments.plan').where('agreement_id', '=', agreementId).selectAll().forUpdate().executeTakeFirst();
  return row ? asPlan(row) : null;
}

export async function plansOf(context: Context, agreementIds: string[]): Promise<Plan[]> {
  const ids = agreementIds.filter(isId);
  if (ids.length === 0) return [];
  const mine = reachable(context.actor, 'partnership.see', 'agreement_id');
  const rows = await tables(context).selectFrom('commitments.plan').where('agreement_id', 'in', ids).where(mine).selectAll().execute();
  return rows.map(asPlan);
}

const asPlan = (row: Selectable<CommitmentTables['commitments.plan']>): Plan => ({
  agreementId: row.agreement_id,
  title: row.title,
  parties: row.parties as string[],
  signatures: row.signatures as Plan['signatures'],
  term: { start: row.starts, end: row.ends },
});

/** Rows sent in one statement: well under the limit of parameters. */
const AT_ONCE = 500;

export async function insertDuties(context: Context, agreementId: string, duties: { duty: Duty; standing: Standing }[]): Promise<void> {
  for (let from = 0; from < duties.length; from += AT_ONCE) {
    const rows = duties.slice(from, from + AT_ONCE).map(({ duty, standing }) => ({
      id: randomUUID(),
      agreement_id: agreementId,
      sequence: 0,
      withdrawn_at: null,
      ...asRow(duty),
      ...asColumns(standing),
    }));
    await tables(context)
      .insertInto('commitments.duty')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['agreement_id', 'key']).doUpdateSet((eb) => ({
          ...Object.fromEntries(COLUMNS.map((column) => [column, eb.ref(`excluded.${column}`)])),
          sequence: sql<number>`commitments.duty.sequence + 1`,
        })),
      )
      .execute();
  }
}

/** A duty that had been withdrawn comes back as it is planned now. */
const COLUMNS = [
  'kind', 'subject', 'title', 'wording', 'owner', 'ore', 'ordinal', 'timing', 'outside', 'fact_id', 'span_start', 'span_end', 'line', 'sentence', 'open', 'waits', 'due_by', 'firm', 'withdrawn_at',
] as const;

export async function updateDuty(context: Context, id: string, duty: Duty): Promise<void> {
  await tables(context).updateTable('commitments.duty').set(asRow(duty)).where('id', '=', id).execute();
  await countChange(context, id);
}

/** Counts a change of the duty, so that calendars take the newer of two versions of it. */
export async function countChange(context: Context, id: string): Promise<void> {
  await tables(context).updateTable('commitments.duty').set({ sequence: sql<number>`sequence + 1` }).where('id', '=', id).execute();
}

export async function withdrawDuties(context: Context, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tables(context).updateTable('commitments.duty').set({ withdrawn_at: context.clock.now(), open: false }).where('id', 'in', ids).execute();
}

export async function updateStanding(context: Context, id: string, standing: Standing): Promise<void> {
  await tables(context).updateTable('commitments.duty').set(asColumns(standing)).where('id', '=', id).execute();
}

const asColumns = ({ open, waits, dueBy, firm }: Standing) => ({ open, waits, due_by: dueBy, firm });

const asRow = ({ source, ordinal, timing, ...duty }: Duty) => ({
  ...duty,
  ordinal: ordinal && JSON.stringify(ordinal),
  timing: JSON.stringify(timing),
  fact_id: source.factId,
  span_start: source.span.start,
  span_end: source.span.end,
  line: source.span.line,
  sentence: source.sentence,
});

/** Duties that apply, with the records that hold. */
const dutiesWithRecords = (context: Context) =>
  tables(context)
    .selectFrom('commitments.duty as d')
    .leftJoin('commitments.completion as c', (join) => join.onRef('c.duty_id', '=', 'd.id').on('c.undone_at', 'is', null))
    .leftJoin('commitments.cancellation as x', (join) => join.onRef('x.duty_id', '=', 'd.id').on('x.undone_at', 'is', null))
    .leftJoin('commitments.placement as p', (join) => join.onRef('p.duty_id', '=', 'd.id').on('p.undone_at', 'is', null))
    .where('d.withdrawn_at', 'is', null)
    .selectAll('d')
    .select(['c.done_on as doneOn', 'c.evidence', 'c.recorded_at as completedAt', 'c.recorded_by as completedBy'])
    .select(['x.reason', 'x.recorded_at as cancelledAt', 'x.recorded_by as cancelledBy'])
    .select(['p.date as placedOn', 'p.recorded_at as placedAt', 'p.recorded_by as placedBy']);

export async function dutiesOf(context: Context, agreementIds: string[]): Promise<StoredDuty[]> {
  if (agreementIds.length === 0) return [];
  return (await dutiesWithRecords(context).where('d.agreement_id', 'in', agreementIds).orderBy('d.due_by').orderBy('d.key').execute()).map(asDuty);
}

export async function findDuty(context: Context, id: string): Promise<StoredDuty | null> {
  const row = isId(id) ? await dutiesWithRecords(context).where('d.id', '=', id).executeTakeFirst() : null;
  return row ? asDuty(row) : null;
}

/** Not what has come and gone by itself. */
const stillOwed = (today: CalendarDate, duties: 'd' | 'duty') => sql<boolean>`(${sql.ref(`${duties}.subject`)} not in (${sql.join(PASSING)}) or ${sql.ref(`${duties}.due_by`)} >= ${today})`;

/** Open duties with a day, in order of it, after the position given. */
export async function dutiesDueAfter(context: Context, page: { after: { dueBy: CalendarDate; id: string } | null; limit: number; kinds?: DutyKind[] }): Promise<StoredDuty[]> {
  let query = ofKinds(dutiesWithRecords(context), page.kinds).where(reachable(context.actor, 'partnership.see', 'd.agreement_id')).where('d.open', '=', true).where(stillOwed(context.clock.today(), 'd')).where('d.due_by', 'is not', null).orderBy('d.due_by').orderBy('d.id').limit(page.limit);
  if (page.after) query = query.where(sql<boolean>`(d.due_by, d.id) > (${page.after.dueBy}::date, ${page.after.id}::uuid)`);
  return (await query.execute()).map(asDuty);
}

/** Open duties that are late, or become so after a day no later than this one. For the house, which sees them all. */
export async function firmDutiesUntil(context: Context, day: CalendarDate): Promise<StoredDuty[]> {
  return (await dutiesWithRecords(context).where('d.open', '=', true).where('d.firm', '=', true).where(stillOwed(context.clock.today(), 'd')).where('d.due_by', '<=', day).orderBy('d.due_by').orderBy('d.id').execute()).map(asDuty);
}

/** Duties with a day in the period that have not been cancelled. */
export async function dutiesWithin(context: Context, { period, limit, kinds }: { period: Period; limit: number; kinds?: DutyKind[] }): Promise<StoredDuty[]> {
  const query = ofKinds(dutiesWithRecords(context), kinds).where(reachable(context.actor, 'partnership.see', 'd.agreement_id')).where('d.due_by', '>=', period.start).where('d.due_by', '<=', period.end).where('x.id', 'is', null);
  return (await query.orderBy('d.due_by').orderBy('d.id').limit(limit).execute()).map(asDuty);
}

const ofKinds = (query: ReturnType<typeof dutiesWithRecords>, kinds: DutyKind[] | undefined) => (kinds ? query.where('d.kind', 'in', kinds) : query);

/** How many open duties are late, soon, coming and waiting, each counted no further than `most`. */
export async function countOpen(context: Context, { today, soonUntil, most }: { today: CalendarDate; soonUntil: CalendarDate; most: number }) {
  const mine = reachable(context.actor, 'partnership.see', 'agreement_id');
  const upTo = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`(select count(*)::int from (select 1 from commitments.duty where open and ${stillOwed(today, 'duty')} and ${condition} and ${mine} limit ${most}) as counted)`;
  const { rows } = await sql<{ late: number; soon: number; ready: number; coming: number; waiting: number }>`select
    ${upTo(sql`firm and due_by < ${today}`)} as late,
    ${upTo(sql`firm and due_by >= ${today} and due_by <= ${soonUntil}`)} as soon,
    ${upTo(sql`not firm and not waits`)} as ready,
    ${upTo(sql`firm and due_by > ${soonUntil}`)} as coming,
    ${upTo(sql`waits`)} as waiting`.execute(context.database);
  const { ready, ...counts } = rows[0];
  return { ...counts, soon: Math.min(most, counts.soon + ready) };
}

type DutyRow = Awaited<ReturnType<ReturnType<typeof dutiesWithRecords>['execute']>>[number];

const asDuty = (row: DutyRow): StoredDuty => ({
  id: row.id,
  agreementId: row.agreement_id,
  sequence: row.sequence,
  planned: {
    key: row.key,
    kind: row.kind,
    subject: row.subject,
    title: row.title,
    wording: row.wording,
    owner: row.owner,
    ore: row.ore,
    ordinal: row.ordinal as Duty['ordinal'],
    timing: row.timing as Duty['timing'],
    outside: row.outside,
    source: { factId: row.fact_id, span: { start: row.span_start, end: row.span_end, line: row.line }, sentence: row.sentence },
  },
  standing: { open: row.open, waits: row.waits, dueBy: row.due_by, firm: row.firm },
  completion: row.doneOn === null ? null : { doneOn: row.doneOn, evidence: row.evidence, recordedAt: row.completedAt!, recordedBy: row.completedBy! },
  cancellation: row.reason === null ? null : { reason: row.reason, recordedAt: row.cancelledAt!, recordedBy: row.cancelledBy! },
  placement: row.placedOn === null ? null : { date: row.placedOn, recordedAt: row.placedAt!, recordedBy: row.placedBy! },
});

const recorded = (context: Context, dutyId: string) => ({
  id: randomUUID(),
  duty_id: dutyId,
  recorded_at: context.clock.now(),
  recorded_by: actorName(context.actor),
  undone_at: null,
  undone_by: null,
});

/** False when it is done already: the index decides, not a question asked before. */
export async function insertCompletion(context: Context, dutyId: string, { doneOn, evidence }: Pick<Completion, 'doneOn' | 'evidence'>): Promise<boolean> {
  const result = await tables(context)
    .insertInto('commitments.completion')
    .values({ ...recorded(context, dutyId), done_on: doneOn, evidence })
    .onConflict((conflict) => conflict.column('duty_id').where('undone_at', 'is', null).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** False when it is cancelled already. */
export async function insertCancellation(context: Context, dutyId: string, reason: string): Promise<boolean> {
  const result = await tables(context)
    .insertInto('commitments.cancellation')
    .values({ ...recorded(context, dutyId), reason })
    .onConflict((conflict) => conflict.column('duty_id').where('undone_at', 'is', null).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function insertPlacement(context: Context, dutyId: string, date: CalendarDate): Promise<void> {
  await undo(context, 'placement', dutyId);
  await tables(context).insertInto('commitments.placement').values({ ...recorded(context, dutyId), date }).execute();
}

/** Ends the record that holds. False when there is none. */
export async function undo(context: Context, record: 'completion' | 'cancellation' | 'placement', dutyId: string): Promise<boolean> {
  const result = await tables(context)
    .updateTable(`commitments.${record}`)
    .set({ undone_at: context.clock.now(), undone_by: actorName(context.actor) })
    .where('duty_id', '=', dutyId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
