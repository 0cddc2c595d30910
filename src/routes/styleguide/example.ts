import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { drawLifeline, drawMiniLifelines, type Duty, type LifelineSubject, listLifeline } from '#pure/commitments';
import { lifelineWords } from '../partnerships/[id]/lifeline-words.ts';

/** The day the style guide is drawn on: always the same, so that two prints of it can be compared. */
export const EXAMPLE_DAY: CalendarDate = '2025-11-14';

type View = LifelineSubject['duties'][number];

const duty = (key: string, known: Pick<Duty, 'kind' | 'subject' | 'timing'> & Partial<Duty>): Duty => ({
  key, title: null, wording: null, owner: null, ore: null, ordinal: null, outside: null, source: { factId: key, span: { start: 0, end: 0, line: 1 }, sentence: null }, ...known,
});
const on = (date: CalendarDate): Duty['timing'] => ({ type: 'on', date, precision: 'day', basis: 'said', shiftedFrom: null });
const done = (doneOn: CalendarDate): View['completion'] => ({ doneOn, evidence: null, recordedBy: '', recordedAt: new Date(0) });

/** A made-up partnership with something of every kind and in every state. */
const subject = (): LifelineSubject => ({
  today: EXAMPLE_DAY,
  term: { start: '2025-02-01', end: '2025-12-31' },
  signatures: [{ party: m.example_municipality(), date: '2025-01-20' }, { party: m.example_association(), date: '2025-02-03' }],
  duties: [
    { duty: duty('first-payment', { kind: 'payment', subject: 'payment', ore: 20_000_000, timing: { type: 'awaits', event: 'signed_by_all', duty: null, metOn: '2025-02-12', date: null, precision: null } }), state: 'done', completion: done('2025-02-12') },
    { duty: duty('interim', { kind: 'report', subject: 'wording', title: m.example_interim_report(), timing: on('2025-06-09') }), state: 'done', completion: done('2025-06-08') },
    { duty: duty('late', { kind: 'report', subject: 'wording', title: m.example_accounts(), timing: on('2025-09-15') }), state: 'late', completion: null },
    { duty: duty('meeting', { kind: 'meeting', subject: 'steering-meeting', timing: on('2025-03-20') }), state: 'done', completion: done('2025-03-20') },
    { duty: duty('next-meeting', { kind: 'meeting', subject: 'steering-meeting', timing: on('2025-11-26') }), state: 'soon', completion: null },
    { duty: duty('final', { kind: 'report', subject: 'wording', title: m.example_final_report(), timing: on('2025-12-07') }), state: 'soon', completion: null },
    { duty: duty('last-payment', { kind: 'payment', subject: 'payment', ore: 10_000_000, timing: { type: 'awaits', event: 'final_report_received', duty: 'final', metOn: null, date: null, precision: null } }), state: 'waiting', completion: null },
    { duty: duty('extension', { kind: 'extension', subject: 'last-day-of-notice', timing: on('2025-10-15') }), state: 'done', completion: done('2025-10-13') },
    { duty: duty('after', { kind: 'report', subject: 'wording', title: m.example_accounts(), timing: on('2026-01-31') }), state: 'coming', completion: null },
  ],
  activities: ['03-12', '04-02', '04-09', '05-14', '06-11', '08-27', '09-10', '09-24', '10-08', '11-05'].map((day, index) => ({ date: `2025-${day}`, participants: 4 + ((index * 7) % 19) })),
});

/** The example in all its forms. */
export function exampleLifeline() {
  const words = lifelineWords(EXAMPLE_DAY);
  return {
    subject: subject(),
    lifeline: { wide: drawLifeline(subject(), words, 1180), narrow: drawLifeline(subject(), words, 720), ...listLifeline(subject(), lifelineWords(EXAMPLE_DAY, false)) },
    axis: drawMiniLifelines([subject(), { ...subject(), duties: subject().duties.slice(0, 4), activities: [], term: { start: '2025-06-01', end: '2026-05-31' } }], EXAMPLE_DAY),
  };
}
