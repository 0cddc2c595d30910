import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Payment } from '#partnership/money';
import type { PaymentEvent } from '#pure/agreement';
import type { DutyView } from '#pure/commitments';
import { day } from '#ui/format/day.ts';
import type { MarkState } from '#ui/MarkShape.svelte';
import { dutyTitle, markOf, nearnessOf } from '../../duty/duty-words.ts';

interface Link {
  words: string;
  detail?: string;
  state: MarkState;
}

/** What has to happen before a payment, in order, and the payment itself last. */
export function chainOf(payment: Payment, duties: DutyView[], today: CalendarDate): Link[] {
  const paid = duties.find(({ duty }) => duty.source.factId === payment.factId && duty.kind === 'payment');
  return [...(paid ? awaited(paid, duties, today) : []), lastLink(payment, paid)];
}

function awaited({ duty, state }: DutyView, duties: DutyView[], today: CalendarDate): Link[] {
  const { timing } = duty;
  if (timing.type !== 'awaits') return [];
  const tied = duties.find((view) => view.duty.key === timing.duty);
  const words = EVENTS[timing.event]();
  if (timing.metOn) return [{ words, detail: day(timing.metOn), state: 'done' }];
  if (tied) return [{ words: dutyTitle(tied.duty), detail: nearnessOf({ ...tied, id: '' }, today), state: markOf(tied.state) }, ...approval(timing.event, words)];
  return [{ words, state: state === 'done' ? 'done' : 'todo' }];
}

/** That a report has come is one thing, that it is approved another. */
const approval = (event: PaymentEvent, words: string): Link[] => (event.endsWith('_approved') ? [{ words, state: 'todo' }] : []);

function lastLink(payment: Payment, paid: DutyView | undefined): Link {
  const detail = payment.due ? day(payment.due, payment.duePrecision ?? 'day') : payment.awaits ? undefined : m.duty_time_unsaid();
  if (paid?.completion) return { words: m.paid_out(), detail: day(paid.completion.doneOn), state: 'done' };
  return { words: m.to_be_paid(), detail, state: paid ? markOf(paid.state) : 'todo' };
}

const EVENTS: Record<PaymentEvent, () => string> = {
  signed_by_all: m.link_signed_by_all,
  interim_report_received: m.link_interim_report,
  final_report_received: m.link_final_report,
  interim_report_approved: m.link_interim_approval,
  final_report_approved: m.link_final_approval,
  claim_received: m.link_claim,
  invoice_received: m.link_invoice,
  start: m.link_start,
  decision: m.link_decision,
  other: m.link_other,
};
