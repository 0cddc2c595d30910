import type { ReadFact } from '../facts.ts';
import { type Amendment, type Instrument, shiftedBy } from './model.ts';

/** What parts one instrument from the next in the whole text. */
const BETWEEN = '\n\n';

/** The text of everything in force: the agreement, then its amendments and annexes in the order they came, and where each stands. */
export function together(agreement: { title: string | null; text: string }, amendments: readonly Amendment[]): { text: string; instruments: Instrument[] } {
  let text = agreement.text;
  const instruments: Instrument[] = [{ draftId: null, title: agreement.title, kind: 'agreement', start: 0, end: text.length }];
  for (const { draftId, title, kind, text: own } of amendments) {
    text += BETWEEN;
    instruments.push({ draftId, title, kind, start: text.length, end: text.length + own.length });
    text += own;
  }
  return { text, instruments };
}

/** The fact with its place in the whole text. One whose instrument is not among them stands as it is. */
export function inWhole<Fact extends Pick<ReadFact, 'span'> & { instrument?: string | null }>(fact: Fact, { text, instruments }: ReturnType<typeof together>): Fact {
  const instrument = !fact.instrument ? undefined : instruments.find(({ draftId }) => draftId === fact.instrument);
  return instrument ? { ...fact, span: shiftedBy(fact.span, instrument, text.slice(0, instrument.start).split('\n').length - 1) } : fact;
}
