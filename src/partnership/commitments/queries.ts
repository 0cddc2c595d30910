import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Period } from '#kernel/period.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { CalendarEntry } from './icalendar.ts';
import type { LifelineSubject } from './lifeline/model.ts';
import type { Completion, Duty, DutyKind, DutyState, DutyView, Placement, Term } from './model.ts';
import { endedBefore } from './notes.server.ts';
import { mayDisposeNotes, mayListDuties, maySeeDuties } from './policy.ts';
import { hasPassed, openState, placed, SOON, stateOf } from './rules/state.ts';
import { recordsOf } from './standing.ts';
import * as store from './store.server.ts';

/** A duty in a list across partnerships. */
export interface DutyDue {
  id: string;
  agreementId: string;
  agreementTitle: string | null;
  parties: string[];
  duty: Duty;
  state: DutyState;
  placement: Placement | null;
  completion: Completion | null;
  dueBy: CalendarDate;
}

/** Open duties by state, each counted to a hundred at most: a hundred means "at least". */
export type OpenCounts = Record<'late' | 'soon' | 'coming' | 'waiting', number>;

const COUNTED_TO = 100;

const notFound = () => refuse('not-found', 'commitments.not-found');

/** What is owed and when, across partnerships: open duties with a day, the earliest first, a page at a time. */
export async function dutiesDue(
  context: Context,
  { limit, after, kinds }: { limit: number; after?: string | null; kinds?: DutyKind[] },
): Promise<Outcome<{ rows: DutyDue[]; next: string | null; counts: OpenCounts }>> {
  if (!mayListDuties(context.actor)) return signInFirst();
  const today = context.clock.today();
  const found = await store.dutiesDueAfter(context, { after: positionFrom(after), limit: limit + 1, kinds });
  const rows = await asDue(context, found.slice(0, limit));
  const counts = await store.countOpen(context, { today, soonUntil: addDays(today, SOON), most: COUNTED_TO });
  const last = rows.at(-1);
  return done({ rows, next: found.length > limit && last ? `${last.dueBy}_${last.id}` : null, counts });
}

/** What falls within a period across partnerships, done or not, in order of time; `more` when there is more than the limit. */
export async function dutiesWithin(
  context: Context,
  { period, limit, kinds }: { period: Period; limit: number; kinds?: DutyKind[] },
): Promise<Outcome<{ rows: DutyDue[]; more: boolean }>> {
  if (!mayListDuties(context.actor)) return signInFirst();
  const found = await store.dutiesWithin(context, { period, limit: limit + 1, kinds });
  return done({ rows: await asDue(context, found.slice(0, limit)), more: found.length > limit });
}

/** One duty with what is recorded about it. */
export async function findDuty(context: Context, dutyId: string): Promise<Outcome<DutyView & { id: string; agreementId: string }>> {
  if (!mayListDuties(context.actor)) return signInFirst();
  const found = await store.findDuty(context, dutyId);
  if (!found) return notFound();
  const asked = await ask(context, maySeeDuties, found.agreementId);
  return asked.ok ? done({ ...viewsOf([found], context.clock.today())[0], agreementId: found.agreementId }) : asked;
}

async function asDue(context: Context, found: store.StoredDuty[]): Promise<DutyDue[]> {
  const plans = new Map((await store.plansOf(context, [...new Set(found.map(({ agreementId }) => agreementId))])).map((plan) => [plan.agreementId, plan]));
  return found.map(({ id, agreementId, planned, placement, standing, completion }) => ({
    id,
    agreementId,
    agreementTitle: plans.get(agreementId)?.title ?? null,
    parties: plans.get(agreementId)?.parties ?? [],
    duty: placed(planned, placement),
    state: completion || hasPassed(planned, standing.dueBy, context.clock.today()) ? 'done' : openState(standing, context.clock.today()),
    placement,
    completion,
    dueBy: standing.dueBy!,
  }));
}

/** A partnership's duties with how each stands, in order of time. */
export interface PartnershipDuties {
  title: string | null;
  parties: string[];
  term: Term;
  signatures: LifelineSubject['signatures'];
  duties: (DutyView & { id: string; sequence: number })[];
}

/** Every duty of one partnership, done, cancelled and open. Not found until the agreement has commenced. */
export async function dutiesOfPartnership(context: Context, agreementId: string): Promise<Outcome<PartnershipDuties>> {
  const asked = await ask(context, maySeeDuties, agreementId);
  if (!asked.ok) return asked;
  const found = await dutiesOfPartnerships(context, [agreementId]);
  if (!found.ok) return found;
  const partnership = found.value.get(agreementId);
  return partnership ? done(partnership) : notFound();
}

/** The same of several partnerships at once, for lists of lifelines; those that have not commenced are left out. */
export async function dutiesOfPartnerships(context: Context, agreementIds: string[]): Promise<Outcome<Map<string, PartnershipDuties>>> {
  if (!mayListDuties(context.actor)) return signInFirst();
  const plans = await store.plansOf(context, agreementIds);
  const duties = await store.dutiesOf(context, plans.map((plan) => plan.agreementId));
  const today = context.clock.today();
  const byAgreement = Map.groupBy(duties, (duty) => duty.agreementId);
  return done(new Map(plans.map(({ agreementId, ...plan }) => [agreementId, { ...plan, duties: viewsOf(byAgreement.get(agreementId) ?? [], today) }])));
}

function viewsOf(duties: store.StoredDuty[], today: CalendarDate): PartnershipDuties['duties'] {
  const { completions, cancellations } = recordsOf(duties);
  return duties.map(({ id, sequence, planned, completion, cancellation, placement }) => {
    const duty = placed(planned, placement);
    return { id, sequence, duty, state: stateOf(duty, completions, cancellations, today), completion, cancellation, placement };
  });
}

/** What goes into a calendar: all duties of one partnership, or what is open in all of them. */
export async function calendarEntries(context: Context, { agreementId }: { agreementId: string | null }): Promise<Outcome<CalendarEntry[]>> {
  if (agreementId !== null) {
    const found = await dutiesOfPartnership(context, agreementId);
    return found.ok ? done(found.value.duties.map((view) => ({ ...view, partnership: { id: agreementId, title: found.value.title } }))) : found;
  }
  if (!mayListDuties(context.actor)) return signInFirst();
  const today = context.clock.today();
  const open = await store.dutiesDueAfter(context, { after: null, limit: LARGEST_FEED });
  const plans = new Map((await store.plansOf(context, [...new Set(open.map((duty) => duty.agreementId))])).map((plan) => [plan.agreementId, plan]));
  return done(
    open.map((stored) => ({
      duty: placed(stored.planned, stored.placement),
      state: openState(stored.standing, today),
      sequence: stored.sequence,
      partnership: { id: stored.agreementId, title: plans.get(stored.agreementId)?.title ?? null },
    })),
  );
}

/** Events in a feed of all partnerships: the next ones. */
const LARGEST_FEED = 1000;

function positionFrom(after: string | null | undefined): { dueBy: CalendarDate; id: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after ?? '');
  return match ? { dueBy: match[1], id: match[2] } : null;
}

/** The partnerships whose term has ended, the longest ago first: whose records may be due for disposal. For the house alone. */
export async function endedPartnerships(context: Context): Promise<Outcome<{ agreementId: string; endedOn: CalendarDate }[]>> {
  return mayDisposeNotes(context.actor) ? done(await endedBefore(context, context.clock.today())) : refuse('forbidden', 'access.not-allowed');
}
