import * as m from '#messages';
import { formatKronor } from '#kernel/ore.ts';
import type * as format from '#pure/agreement';
import type { FactKind } from '#pure/agreement';
import { day } from '#ui/format/day.ts';
import { unit } from '#ui/format/unit.ts';
import { FACT_FIELDS } from './fact-fields.ts';

export interface FactWords {
  /** What kind of fact it is: "Part, offentlig". */
  label: string;
  /** What it says: "Granby kommun". */
  value: string;
  /** What else there is to know: the organisation number, the unit. */
  note: string;
}

/** A fact in words. What is not known is said to be unknown, never shown as empty or zero. */
export function factWords(kind: FactKind, value: Record<string, unknown>): FactWords {
  const { label, value: says, note = [] } = (WORDS[kind] as (value: unknown) => Said)(value);
  return { label, value: says || m.unknown(), note: note.filter(Boolean).join(' · ') };
}

interface Said {
  label: string;
  value: string | null | undefined;
  note?: (string | null | undefined | false)[];
}

/** The words of a choice: "ska" for "shall". */
export const optionWords = (kind: FactKind, path: string, value: string | null): string =>
  FACT_FIELDS[kind].find((field) => field.path === path)?.options?.find((option) => option.value === value)?.label() ?? '';

export const partyWords = (party: string | null): string => (party === 'both' ? m.party_both() : (party ?? m.party_unsaid()));

const kronor = (sek: number | null, approx = false) => (sek === null ? null : approx ? m.about({ amount: formatKronor(sek) }) : formatKronor(sek));

const dated = (date: format.Dated | null) => (date ? day(date.date, date.precision) : m.unknown());

const WORDS: { [kind in FactKind]: (value: never) => Said } = {
  title: (value: { text: string }) => ({ label: m.field_title(), value: value.text }),
  party: (value: format.Party) => ({
    label: value.sector ? m.fact_party_of({ sector: optionWords('party', 'sector', value.sector) }) : m.fact_party(),
    value: value.name,
    note: [value.orgNumber ?? m.org_number_missing(), value.unit, value.address],
  }),
  period: (value: format.AgreedPeriod) => ({
    label: m.fact_period(),
    value: value.openEnded ? m.period_open({ start: dated(value.start) }) : m.period_from_to({ start: dated(value.start), end: dated(value.end) }),
    note: [(value.start?.derived || value.end?.derived) && m.reckoned()],
  }),
  amount: (value: format.Amount) => ({
    label: value.what || m.fact_amount(),
    value: kronor(value.sek, value.approx),
    note: [value.per && m.per({ unit: unit(value.per) })],
  }),
  budget: (value: format.BudgetLine) => ({ label: m.fact_budget({ kind: optionWords('budget', 'kind', value.kind) }), value: kronor(value.sek), note: [value.label] }),
  payment: (value: format.PaymentTerm) => ({
    label: m.fact_payment(),
    value: kronor(value.sek) ?? m.amount_unsaid(),
    note: [
      value.due.date && day(value.due.date, value.due.precision ?? 'day'),
      value.due.event && optionWords('payment', 'due.event', value.due.event),
      ...value.split.map(({ payer, sek }) => `${payer} ${formatKronor(sek)}`),
      value.account,
    ],
  }),
  deadline: (value: format.Deadline) => ({
    label: value.recurrence ? m.fact_recurring() : m.fact_deadline(),
    value: value.what,
    note: [
      value.date && day(value.date, value.precision ?? 'day'),
      value.recurrence && optionWords('deadline', 'recurrence', value.recurrence),
      value.derived && m.reckoned(),
      partyWords(value.responsible),
    ],
  }),
  commitment: (value: format.Commitment) => ({
    label: m.fact_commitment({ party: partyWords(value.party) }),
    value: value.text,
    note: [value.modality !== 'shall' && optionWords('commitment', 'modality', value.modality)],
  }),
  goal: (value: format.Goal) => ({
    label: m.fact_goal(),
    value: value.text,
    note: [
      value.target !== null && [value.approx ? m.about({ amount: String(value.target) }) : String(value.target), value.unit].filter(Boolean).join(' '),
      value.share && `${value.share.at} ${value.share.of}`,
      value.by && m.goal_by({ date: day(value.by) }),
    ],
  }),
  steering: (value: format.Steering) => ({
    label: m.fact_steering(),
    value: value.frequency ?? m.steering_no_frequency(),
    note: [
      value.minMeetings !== null && m.meetings_at_least({ count: value.minMeetings }),
      value.unanimity !== null && (value.unanimity ? m.unanimous() : m.not_unanimous()),
      value.convener && m.convened_by({ party: partyWords(value.convener) }),
      value.members.map(({ name }) => name).join(', '),
    ],
  }),
  notice: (value: format.NoticeTerm) => ({ label: m.fact_notice(), value: value.months === null ? m.notice_unsaid() : m.months({ count: value.months }), note: [value.when] }),
  repayment: (value: format.Repayment) => ({ label: m.fact_repayment(), value: value.text, note: [value.who, value.when] }),
  extension: (value: format.Extension) => ({
    label: m.fact_extension(),
    value: value.text,
    note: value.steps.map(({ date, precision, what }) => [date && day(date, precision ?? 'day'), what !== value.text && what].filter(Boolean).join(': ')),
  }),
  contact: (value: format.Contact) => ({ label: m.fact_contact(), value: value.name ?? value.role, note: [value.name && value.role, value.email, value.phone, value.organisation] }),
  signatory: (value: format.Signatory) => ({ label: m.fact_signatory(), value: value.name, note: [value.title, value.party, value.date ? day(value.date) : m.not_dated()] }),
  place: (value: format.Place) => ({ label: m.fact_place(), value: value.name }),
  'target-group': (value: format.TargetGroup) => ({ label: m.fact_target_group(), value: value.text }),
};

/** The kind of a fact in words, for choosing one to add. */
export const kindWords = (kind: FactKind): string => KINDS[kind]();

const KINDS: Record<FactKind, () => string> = {
  title: m.field_title,
  party: m.fact_party,
  period: m.fact_period,
  amount: m.fact_amount,
  budget: m.field_budget_label,
  payment: m.fact_payment,
  deadline: m.fact_deadline,
  commitment: m.field_commitment,
  goal: m.fact_goal,
  steering: m.fact_steering,
  notice: m.fact_notice,
  repayment: m.fact_repayment,
  extension: m.fact_extension,
  contact: m.fact_contact,
  signatory: m.fact_signatory,
  place: m.fact_place,
  'target-group': m.fact_target_group,
};
