import * as m from '#messages';
import { day } from '#ui/format/day.ts';
import { formatKronor } from '#kernel/ore.ts';
import type { AgreedPeriod, Amount, BudgetLine, Commitment, Contact, Dated, Deadline, Goal, Modality, Party, PaymentEvent, PaymentTerm, Reading, Recurrence, Signatory } from '#pure/agreement';
import type { Row } from './sheet.ts';

/** Facts as rows of the sheet: what one looks for first stands first. What the agreement does not say is left out. */
const row = ({ source, certainty }: Pick<Amount, 'source' | 'certainty'>, text: (string | null | undefined)[], lead?: string): Row => ({
  line: source.line,
  certainty,
  text: text.filter(Boolean).join(' · '),
  ...(lead === undefined ? {} : { lead }),
});

const SECTORS = { public: () => m.cli_sector_public(), civil: () => m.cli_sector_civil() };

export const party = (each: Party): Row =>
  row(each, [each.unit, each.orgNumber, each.sector && SECTORS[each.sector](), each.address], each.name);

export function period(each: AgreedPeriod): Row {
  const end = each.openEnded ? m.cli_until_further_notice() : each.end ? dated(each.end) : '…';
  return row(each, [`${each.start ? dated(each.start) : '…'} – ${end}`]);
}

const dated = ({ date, precision, derived }: Dated): string => (derived ? m.cli_derived({ what: day(date, precision) }) : day(date, precision));

export const amount = (each: Amount): Row => row(each, [each.what], sum(each.sek, each.approx, each.per));

const sum = (sek: number, approx = false, per: string | null = null): string => `${approx ? m.cli_about() : ''}${formatKronor(sek)}${per ? `/${perWord(per)}` : ''}`;

const PER: Record<string, () => string> = { hour: () => m.cli_per_hour(), day: () => m.cli_per_day(), night: () => m.cli_per_night(), week: () => m.cli_per_week(), month: () => m.cli_per_month(), year: () => m.cli_per_year(), person: () => m.cli_per_person() };

const perWord = (per: string): string => PER[per]?.() ?? per;

const BUDGET = { income: () => m.cli_budget_income(), cost: () => m.cli_budget_cost(), sum: () => m.cli_budget_sum() };

export const budgetLine = (each: BudgetLine): Row => row(each, [each.label, BUDGET[each.kind]()], sum(each.sek));

const EVENTS: Record<PaymentEvent, () => string> = {
  signed_by_all: () => m.event_signed_by_all(),
  interim_report_received: () => m.event_interim_report_received(),
  final_report_received: () => m.event_final_report_received(),
  interim_report_approved: () => m.event_interim_report_approved(),
  final_report_approved: () => m.event_final_report_approved(),
  claim_received: () => m.event_claim_received(),
  invoice_received: () => m.event_invoice_received(),
  start: () => m.event_start(),
  decision: () => m.event_decision(),
  other: () => m.event_other(),
};

export function payment(each: PaymentTerm): Row {
  const { date, precision, event } = each.due;
  const when = [date && day(date, precision ?? 'day'), event && EVENTS[event]()].filter(Boolean).join(', ');
  const payer = each.payer === 'both' && each.split.length > 0 ? null : each.payer;
  const parties = payer || each.payee ? [payer, each.payee].map((party) => (party ? partyName(party) : '…')).join(' → ') : null;
  const split = each.split.map(({ payer, sek }) => `${payer} ${formatKronor(sek)}`).join(', ');
  return row(each, [when || m.cli_no_date(), parties, split, each.account], each.sek === null ? m.cli_no_sum() : sum(each.sek));
}

const RECURRENCES: Record<Recurrence, () => string> = { weekly: () => m.cli_weekly(), monthly: () => m.cli_monthly(), quarterly: () => m.cli_quarterly(), 'half-yearly': () => m.cli_half_yearly(), yearly: () => m.cli_yearly() };

export function deadline(each: Deadline): Row {
  const when = each.date ? day(each.date, each.precision ?? 'day') : each.recurrence ? RECURRENCES[each.recurrence]() : m.cli_no_date();
  return row(each, [each.what, each.responsible && partyName(each.responsible)], each.derived && each.date ? m.cli_derived({ what: when }) : when);
}

const partyName = (name: string): string => (name === 'both' ? m.cli_all_parties() : name);

const MODALITIES: Record<Modality, () => string> = { shall: () => m.cli_shall(), should: () => m.cli_should(), may: () => m.cli_may() };

export const commitment = (each: Commitment): Row => row(each, [each.text], MODALITIES[each.modality]());

export function goal(each: Goal): Row {
  const target = each.target === null ? (each.share?.at ?? null) : [each.approx ? m.cli_about().trim() : '', each.target, each.unit ?? ''].filter((part) => part !== '').join(' ');
  return row(each, [each.text, target, each.by && m.cli_by({ day: day(each.by) })]);
}

/** How the partnership is led, ended, paid back and prolonged. */
export function togetherness({ steering, notice, repayment, extension }: Reading): Row[] {
  const rows: Row[] = [];
  if (steering) {
    const members = steering.members.map(({ name, party: of }) => (of ? `${name} (${of})` : name)).join(', ');
    rows.push(row(steering, [steering.frequency, steering.minMeetings === null ? null : m.cli_at_least_meetings({ count: steering.minMeetings }), steering.unanimity ? m.cli_unanimous() : null, members], m.cli_steering()));
  }
  if (notice) rows.push(row(notice, [notice.months === null ? null : m.cli_months({ count: notice.months }), notice.when], m.cli_notice()));
  if (repayment) rows.push(row(repayment, [repayment.text], m.cli_repayment()));
  if (extension) {
    rows.push(row(extension, [extension.text], m.cli_extension()));
    for (const step of extension.steps) rows.push({ line: step.source.line, lead: '', text: [step.date && day(step.date, step.precision ?? 'day'), step.what].filter(Boolean).join(' · ') });
  }
  return rows;
}

export const contact = (each: Contact): Row => row(each, [each.role, each.organisation, each.email, each.phone], each.name ?? '—');

export const signatory = (each: Signatory): Row => row(each, [each.title, each.party, each.date ? day(each.date) : m.cli_undated()], each.name);

/** Who the work is for and where it is done. */
export function forWhom({ targetGroup, places }: Reading): Row[] {
  return [...(targetGroup ? [row(targetGroup, [targetGroup.text])] : []), ...places.map((place) => row(place, [place.name]))];
}
