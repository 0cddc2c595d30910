import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Duty, DutyKind, DutyState } from '../model.ts';
import { dateOf } from '../rules/day.ts';
import type { LifelineEvent, LifelineStory, LifelineSubject, LifelineWords, MarkKind, MarkState } from './model.ts';

const KINDS: Record<DutyKind, MarkKind> = {
  report: 'report',
  'follow-up': 'report',
  goal: 'report',
  other: 'report',
  payment: 'payment',
  meeting: 'meeting',
  extension: 'extension',
  exit: 'extension',
};

const STATES: Record<DutyState, MarkState> = { coming: 'todo', waiting: 'todo', soon: 'soon', late: 'late', done: 'done', cancelled: 'off' };

/** What the lifeline tells, in order of time; what has no day comes last. */
export function tellLifeline(subject: LifelineSubject, words: LifelineWords): LifelineStory {
  const byKey = new Map(subject.duties.map((view) => [view.duty.key, view]));
  const duties = subject.duties.map((view) => dutyEvent(view, byKey, subject, words));
  const signatures = subject.signatures.map(({ party, date }) => signatureEvent(party, date, words));
  const events = [...signatures, ...duties].toSorted((a, b) => compare(a.date ?? '9999', b.date ?? '9999'));
  const activities = subject.activities ?? [];
  const days = [subject.term.start, subject.term.end, ...events.filter(({ listed }) => !listed).map(({ date }) => date), ...activities.map(({ date }) => date)].filter((day) => day !== null).sort();
  return { events, activities, term: subject.term, today: subject.today, from: days[0] ?? null, to: days.at(-1) ?? null };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const signatureEvent = (party: string, date: CalendarDate, words: LifelineWords): LifelineEvent => ({
  key: `signature/${party}/${date}`,
  kind: 'signature',
  state: 'done',
  date,
  precision: 'day',
  ...words.signature(party),
  ...PLAIN,
});

const PLAIN = { ore: null, hangsOn: null, waits: false, repeats: false, isEnd: false, listed: false };

type View = LifelineSubject['duties'][number];

function dutyEvent(view: View, byKey: Map<string, View>, { term }: LifelineSubject, words: LifelineWords): LifelineEvent {
  const { duty, state } = view;
  const date = standsOn(view, byKey, term);
  const hung = hangsOn(duty, byKey);
  return {
    key: duty.key,
    kind: KINDS[duty.kind],
    state: state === 'waiting' && hung && ['soon', 'late'].includes(hung.state) ? 'soon' : STATES[state],
    date,
    precision: dateOf(duty)?.date === date ? (dateOf(duty)?.precision ?? 'day') : 'day',
    ...words.duty(view),
    ...PLAIN,
    ore: duty.ore,
    hangsOn: hung && hung.state !== 'cancelled' && state !== 'done' ? hung.duty.key : null,
    waits: state === 'waiting',
    repeats: duty.timing.type === 'on' && typeof duty.timing.basis === 'object' && 'every' in duty.timing.basis,
    isEnd: duty.subject === 'end-of-term',
    listed: date === null || state === 'cancelled' || duty.kind === 'goal',
  };
}

const hangsOn = ({ timing }: Duty, byKey: Map<string, View>): View | null => (timing.type === 'awaits' && timing.duty !== null ? (byKey.get(timing.duty) ?? null) : null);

/** The day it stands on: where it hangs, the day it was done if it had none of its own, or its date. */
function standsOn({ duty, completion }: View, byKey: Map<string, View>, term: LifelineSubject['term']): CalendarDate | null {
  const { timing } = duty;
  if (timing.type === 'on') return timing.date;
  if (completion) return completion.doneOn;
  if (timing.type === 'within') return timing.from === term.start && timing.to === term.end ? null : timing.to;
  if (timing.type !== 'awaits') return null;
  const hung = hangsOn(duty, byKey);
  return (hung && standsOn(hung, new Map(), term)) ?? timing.metOn ?? timing.date;
}
