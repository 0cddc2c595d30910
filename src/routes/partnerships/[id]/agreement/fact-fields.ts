import * as m from '#messages';
import type { FactKind } from '#pure/agreement';

/** How a field's value is written in a form. Lists are one line each: "payer: kronor", "name, party", "2026-09-30 what". */
export type FieldType = 'text' | 'long' | 'number' | 'day' | 'flag' | 'yes-no' | 'party' | 'choice' | 'shares' | 'members' | 'steps';

export interface FactField {
  /** Where the value stands in the fact, dotted: `due.date`. */
  path: string;
  label: () => string;
  type: FieldType;
  options?: { value: string; label: () => string }[];
}

const field = (path: string, type: FieldType, label: () => string, options?: FactField['options']): FactField => ({ path, type, label, options });

const sectors = [
  { value: 'public', label: m.sector_public },
  { value: 'civil', label: m.sector_civil },
];
const budgetKinds = [
  { value: 'income', label: m.budget_income },
  { value: 'cost', label: m.budget_cost },
  { value: 'sum', label: m.budget_sum },
];
const modalities = [
  { value: 'shall', label: m.modality_shall },
  { value: 'should', label: m.modality_should },
  { value: 'may', label: m.modality_may },
];
const recurrences = [
  { value: 'weekly', label: m.recurrence_weekly },
  { value: 'monthly', label: m.recurrence_monthly },
  { value: 'quarterly', label: m.recurrence_quarterly },
  { value: 'half-yearly', label: m.recurrence_half_yearly },
  { value: 'yearly', label: m.recurrence_yearly },
];
const events = [
  { value: 'signed_by_all', label: m.event_signed_by_all },
  { value: 'interim_report_received', label: m.event_interim_report_received },
  { value: 'interim_report_approved', label: m.event_interim_report_approved },
  { value: 'final_report_received', label: m.event_final_report_received },
  { value: 'final_report_approved', label: m.event_final_report_approved },
  { value: 'claim_received', label: m.event_claim_received },
  { value: 'invoice_received', label: m.event_invoice_received },
  { value: 'start', label: m.event_start },
  { value: 'decision', label: m.event_decision },
  { value: 'other', label: m.event_other },
];

/** What can be corrected of each kind of fact, in the order of the form. */
export const FACT_FIELDS: Record<FactKind, FactField[]> = {
  title: [field('text', 'text', m.field_title)],
  party: [
    field('name', 'text', m.field_name),
    field('orgNumber', 'text', m.field_org_number),
    field('sector', 'choice', m.field_sector, sectors),
    field('unit', 'text', m.field_unit),
    field('address', 'text', m.field_address),
  ],
  period: [field('start.date', 'day', m.field_start), field('end.date', 'day', m.field_end), field('openEnded', 'flag', m.field_open_ended)],
  amount: [field('what', 'text', m.field_what_for), field('sek', 'number', m.field_kronor), field('per', 'text', m.field_per), field('approx', 'flag', m.field_approx)],
  budget: [field('label', 'text', m.field_budget_label), field('sek', 'number', m.field_kronor), field('kind', 'choice', m.field_budget_kind, budgetKinds)],
  payment: [
    field('sek', 'number', m.field_kronor),
    field('due.date', 'day', m.field_due_date),
    field('due.event', 'choice', m.field_due_event, events),
    field('payer', 'text', m.field_payer),
    field('payee', 'text', m.field_payee),
    field('account', 'text', m.field_account),
    field('split', 'shares', m.field_split),
  ],
  deadline: [
    field('what', 'text', m.field_what),
    field('date', 'day', m.field_date),
    field('recurrence', 'choice', m.field_recurrence, recurrences),
    field('responsible', 'party', m.field_responsible),
  ],
  commitment: [field('text', 'long', m.field_commitment), field('party', 'party', m.field_party), field('modality', 'choice', m.field_modality, modalities)],
  goal: [
    field('text', 'long', m.field_goal),
    field('target', 'number', m.field_target),
    field('unit', 'text', m.field_target_unit),
    field('approx', 'flag', m.field_approx),
    field('by', 'day', m.field_by),
    field('share.at', 'text', m.field_share_at),
    field('share.of', 'text', m.field_share_of),
  ],
  steering: [
    field('frequency', 'text', m.field_frequency),
    field('recurrence', 'choice', m.field_recurrence, recurrences),
    field('minMeetings', 'number', m.field_min_meetings),
    field('perYear', 'flag', m.field_per_year),
    field('unanimity', 'yes-no', m.field_unanimity),
    field('convener', 'party', m.field_convener),
    field('members', 'members', m.field_members),
  ],
  notice: [field('months', 'number', m.field_months), field('when', 'text', m.field_notice_when)],
  repayment: [field('who', 'text', m.field_repayment_who), field('when', 'text', m.field_repayment_when), field('text', 'long', m.field_wording)],
  extension: [field('text', 'long', m.field_wording), field('steps', 'steps', m.field_steps)],
  contact: [
    field('name', 'text', m.field_name),
    field('role', 'text', m.field_role),
    field('email', 'text', m.field_email),
    field('phone', 'text', m.field_phone),
    field('organisation', 'text', m.field_organisation),
  ],
  signatory: [field('name', 'text', m.field_name), field('title', 'text', m.field_role), field('party', 'party', m.field_party), field('date', 'day', m.field_signed_on)],
  place: [field('name', 'text', m.field_place)],
  'target-group': [field('text', 'long', m.field_target_group)],
};
