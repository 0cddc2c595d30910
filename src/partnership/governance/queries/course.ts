import { done, type Outcome } from '#kernel/outcome.ts';
import { dutiesOfPartnership, type PartnershipDuties } from '#partnership/commitments';
import { organisationsNamed } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { FactView, Repayment } from '#pure/agreement';
import type { CountedFrom, ExtensionOutcome, LifeState, Notice, Rescission, RescissionTerms, Succession, Warning, Withdrawal } from '../model.ts';
import { declaresFor, maySeeCourse, maySetCourse } from '../policy.ts';
import { type Consequences, consequencesOf } from '../rules/consequences.ts';
import { lifeOf } from '../rules/life.ts';
import { stillOwed } from '../rules/owed.ts';
import { partiesAmong } from '../rules/parties.ts';
import { countedFromSaid, endingFrom } from '../rules/reckoning.ts';
import { rescissionTerms } from '../rules/rescission-terms.ts';
import { type ClockStep, clockOf } from '../rules/steps.ts';
import { runningAgreement } from '../running.ts';
import { type Closing, closingsOf, successionsOf } from '../store/closing.server.ts';
import { standingNotice, standingRescission, warningsOf, withdrawalsOf } from '../store/endings.server.ts';
import { outcomesOf, ownersOf } from '../store/steps.server.ts';

type Duties = PartnershipDuties['duties'];

/** How a running agreement changes and ends: what it says itself, and what people have recorded. */
export interface Course extends Closing {
  title: string | null;
  state: LifeState;
  /** The last day as agreed, and as it is now. */
  agreedEnd: string | null;
  endsOn: string | null;
  parties: { id: string; name: string }[];
  /** The party that the one who looks can declare something for; null where there is none. */
  party: { id: string; name: string } | null;
  maySet: boolean;
  steps: ClockStep<Duties[number]>[];
  /** For the last day as agreed now, and for earlier ones. */
  outcome: ExtensionOutcome | null;
  earlierOutcomes: ExtensionOutcome[];
  /** What the agreement says of notice, of rescission and of paying back, with where it says it. */
  terms: {
    notice: { fact: Pick<FactView, 'id' | 'span'>; words: string; months: number | null; countedFrom: CountedFrom } | null;
    rescission: RescissionTerms;
    repayment: { fact: Pick<FactView, 'id' | 'span'>; text: string } | null;
  };
  notice: Notice | null;
  rescission: Rescission | null;
  warnings: Warning[];
  withdrawals: Withdrawal[];
  /** What the early end changes; null where nothing ends early. */
  consequences: Consequences | null;
  owed: Duties;
  successions: Succession[];
}

/** The course of one agreement. Not found until it has commenced. */
export async function courseOf(context: Context, agreementId: string): Promise<Outcome<Course>> {
  const asked = await ask(context, maySeeCourse, agreementId);
  if (!asked.ok) return asked;
  const [agreement, plan] = [await runningAgreement(context, agreementId), await dutiesOfPartnership(context, agreementId)];
  if (!agreement.ok) return agreement;
  if (!plan.ok) return plan;
  const { duties, term, title } = plan.value;
  const [notice, rescission] = [await standingNotice(context, agreementId), await standingRescission(context, agreementId)];
  const party = declaresFor(context.actor, asked.value);
  const ending = endingFrom([notice, rescission].filter((one) => one !== null));
  const outcomes = await outcomesOf(context, agreementId);
  const isForNow = ({ forEnd }: ExtensionOutcome) => forEnd === agreement.value.end;
  const closing = (await closingsOf(context, [agreementId])).get(agreementId) ?? { settlement: null, archiving: null };
  const records = { sharedAt: null, sentOutAt: null, commenced: true, endsOn: term.end, ...closing };
  return done({
    title,
    state: lifeOf(records, context.clock.today()),
    agreedEnd: agreement.value.end,
    endsOn: term.end,
    parties: partiesAmong(await organisationsNamed(context, asked.value.organisationIds), party?.id ?? null).map(({ id, name }) => ({ id, name })),
    party,
    maySet: maySetCourse(context.actor, asked.value),
    steps: clockOf(duties, await ownersOf(context, agreementId)),
    outcome: outcomes.find(isForNow) ?? null,
    earlierOutcomes: outcomes.filter((outcome) => !isForNow(outcome)),
    terms: termsOf(agreement.value),
    notice,
    rescission,
    warnings: await warningsOf(context, agreementId),
    withdrawals: await withdrawalsOf(context, [notice, rescission].flatMap((ending) => ending?.id ?? [])),
    consequences: ending && consequencesOf(agreement.value.facts, agreement.value.text, ending),
    owed: stillOwed(duties),
    successions: await successionsOf(context, agreementId),
    ...closing,
  });
}

function termsOf({ text, facts, notice }: { text: string; facts: FactView[]; notice: { fact: FactView; months: number | null } | null }): Course['terms'] {
  const wordsOf = ({ span }: FactView) => text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const repayment = facts.find(({ kind }) => kind === 'repayment');
  return {
    notice: notice && { fact: placeOf(notice.fact), words: wordsOf(notice.fact), months: notice.months, countedFrom: countedFromSaid(wordsOf(notice.fact)) },
    rescission: rescissionTerms(text),
    repayment: repayment ? { fact: placeOf(repayment), text: (repayment.value as Repayment).text } : null,
  };
}

const placeOf = ({ id, span }: FactView) => ({ id, span });
