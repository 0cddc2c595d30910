import { formatKronor, kronorFromOre } from '#kernel/ore.ts';
import * as m from '#messages';
import type { PaymentEvent, Recurrence } from '#pure/agreement';
import type { Duty, DutyKind, DutyState } from './model.ts';

/** What a duty is called: the agreement's own words, or ours with the amount or the number it has. */
export function sayDuty({ subject, title, ore, ordinal }: Pick<Duty, 'subject' | 'title' | 'ore' | 'ordinal'>): string {
  if (subject === 'payment') return ore === null ? m.duty_payment() : m.duty_payment_of({ amount: formatKronor(kronorFromOre(ore)) });
  if (subject === 'steering-meeting') return ordinal ? m.duty_steering_meeting_of({ nth: ordinal.nth, of: ordinal.of }) : m.duty_steering_meeting();
  if (subject === 'last-day-of-notice') return m.duty_last_day_of_notice();
  return subject === 'end-of-term' ? m.duty_end_of_term() : (title ?? '');
}

const KINDS = {
  report: m.duty_kind_report,
  payment: m.duty_kind_payment,
  meeting: m.duty_kind_meeting,
  extension: m.duty_kind_extension,
  exit: m.duty_kind_exit,
  'follow-up': m.duty_kind_follow_up,
  goal: m.duty_kind_goal,
  other: m.duty_kind_other,
} as const satisfies Record<DutyKind, () => string>;

export const sayKind = (kind: DutyKind): string => KINDS[kind]();

const STATES = {
  coming: m.duty_state_coming,
  soon: m.duty_state_soon,
  late: m.duty_state_late,
  done: m.duty_state_done,
  cancelled: m.duty_state_cancelled,
  waiting: m.duty_state_waiting,
} as const satisfies Record<DutyState, () => string>;

export const sayState = (state: DutyState): string => STATES[state]();

const EVENTS = {
  signed_by_all: m.duty_awaits_signatures,
  interim_report_received: m.duty_awaits_interim_report,
  final_report_received: m.duty_awaits_final_report,
  interim_report_approved: m.duty_awaits_interim_approval,
  final_report_approved: m.duty_awaits_final_approval,
  claim_received: m.duty_awaits_claim,
  invoice_received: m.duty_awaits_invoice,
  start: m.duty_awaits_start,
  decision: m.duty_awaits_decision,
  other: m.duty_awaits_other,
} as const satisfies Record<PaymentEvent, () => string>;

/** What a payment waits for, as the end of "waits for …". */
export const sayEvent = (event: PaymentEvent): string => EVENTS[event]();

const RECURRENCES = {
  weekly: m.duty_every_week,
  monthly: m.duty_every_month,
  quarterly: m.duty_every_quarter,
  'half-yearly': m.duty_every_half_year,
  yearly: m.duty_every_year,
} as const satisfies Record<Recurrence, () => string>;

/** What a duty without a day of its own waits for; empty for one that has a day. */
export function sayWaiting({ timing, kind }: Pick<Duty, 'timing' | 'kind'>): string {
  if (timing.type === 'awaits') return m.duty_waits_for({ event: sayEvent(timing.event) });
  if (timing.type === 'within') return kind === 'meeting' ? m.duty_to_place() : m.duty_to_place_other();
  if (timing.type === 'recurring') return m.duty_recurs({ often: RECURRENCES[timing.recurrence]() });
  return timing.type === 'unsaid' ? m.duty_time_unsaid() : '';
}

/** Who is to do it; empty where the agreement does not say. */
export const sayOwner = (owner: string | null): string => (owner === 'both' ? m.duty_owner_both() : (owner ?? ''));
