import { addMonths } from '#kernel/calendar-date.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { sameValue } from '#kernel/same-value.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { type FactView, type Party, readingFrom } from '#pure/agreement';
import { swedishBankingDays } from '../holidays.server.ts';
import type { Beside, Duty, Ending } from '../model.ts';
import { mayPlanDuties } from '../policy.ts';
import { type BankingDayRule, bankingDaysSaid } from '../rules/banking-days.ts';
import { besideDuties } from '../rules/beside.ts';
import { inTime } from '../rules/duties.ts';
import { dutiesUntil, endsEarly } from '../rules/ending.ts';
import { type Replan, replan } from '../rules/replan.ts';
import { standingOf } from '../rules/state.ts';
import { refreshStandings } from '../standing.ts';
import * as store from '../store.server.ts';

/** How far ahead recurring duties are laid out where the agreement runs until further notice. */
const HORIZON_MONTHS = 24;

/** What duties are planned from: the agreed facts in their text, when they end early, and what people have set beside them. */
interface Planning {
  agreementId: string;
  facts: FactView[];
  text: string;
  ending?: Ending | null;
  beside?: Beside[];
  /** Who has a duty that the agreement gives to nobody, by its key. */
  owners?: ReadonlyMap<string, string>;
}

/**
 * Makes the partnership's duties those that follow from its agreed facts, and says what moved, appeared and fell away.
 * What is done or cancelled stays as it was. Planning again from the same facts writes nothing.
 */
export async function planDuties(context: Context, { agreementId, facts, text, ending = null, beside = [], owners = new Map() }: Planning): Promise<Outcome<Omit<Replan, 'plan'>>> {
  const asked = await ask(context, mayPlanDuties, agreementId);
  if (!asked.ok) return asked;
  const bankingDays = await bankingDayRule(text);
  const horizon = addMonths(context.clock.today(), HORIZON_MONTHS);
  const planned = [...dutiesUntil(facts, ending, { text, bankingDays, horizon }), ...besideDuties(beside, facts, text)]
    .map((duty) => ({ ...duty, owner: duty.owner ?? owners.get(duty.key) ?? null }))
    .toSorted(inTime);
  return inTransaction(context, async (inside) => {
    const earlier = await store.holdPlan(inside, agreementId);
    const plan = planFrom(agreementId, facts, ending);
    const before = earlier ? await store.dutiesOf(inside, [agreementId]) : [];
    const closed = new Set(before.filter(({ completion, cancellation }) => completion ?? cancellation).map((duty) => duty.planned.key));
    const changes = replan(before.map((duty) => duty.planned), planned, (key) => closed.has(key));
    if (earlier && sameValue(earlier, plan) && saysTheSame(before, changes.plan)) return done(changes);
    await store.keepPlan(inside, plan);
    await writeChanges(inside, agreementId, before, changes);
    await refreshStandings(inside, agreementId);
    const counts = { moved: changes.moved.length, appeared: changes.appeared.length, fellAway: changes.fellAway.length };
    await witness(inside, { what: earlier ? 'commitments.replanned' : 'commitments.planned', agreementId, facts: counts });
    return done(changes);
  });
}

/** The agreement's own word on days that are no banking days, with the calendar to follow it; null where it has none. */
async function bankingDayRule(text: string): Promise<BankingDayRule | null> {
  const said = bankingDaysSaid(text);
  return said && { ...said, isBankingDay: await swedishBankingDays() };
}

function planFrom(agreementId: string, facts: FactView[], ending: Ending | null): store.Plan {
  const { title, parties, signatories, period } = readingFrom(facts);
  const end = period?.end?.date ?? null;
  return {
    agreementId,
    title,
    parties: [...new Set(parties.map(({ name }: Party) => name))],
    signatures: signatories.flatMap(({ name, party, date }) => (date ? [{ party: party ?? name, date }] : [])),
    term: { start: period?.start?.date ?? null, end: ending && endsEarly({ end }, ending) ? ending.on : end },
  };
}

const saysTheSame = (before: store.StoredDuty[], after: Duty[]): boolean => {
  const byKey = new Map(before.map(({ planned }) => [planned.key, planned]));
  return before.length === after.length && after.every((duty) => sameValue(byKey.get(duty.key), duty));
};

async function writeChanges(context: Context, agreementId: string, before: store.StoredDuty[], { plan, fellAway }: Replan): Promise<void> {
  const known = new Map(before.map((stored) => [stored.planned.key, stored]));
  const gone = new Set(fellAway.map(({ key }) => key));
  await store.withdrawDuties(context, before.filter(({ planned }) => gone.has(planned.key)).map(({ id }) => id));
  for (const duty of plan) {
    const stored = known.get(duty.key);
    if (stored && !sameValue(stored.planned, duty)) await store.updateDuty(context, stored.id, duty);
  }
  const fresh = plan.filter(({ key }) => !known.has(key));
  await store.insertDuties(context, agreementId, fresh.map((duty) => ({ duty, standing: standingOf(duty, new Map(), new Map()) })));
}
