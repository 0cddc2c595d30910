import { factsOf, type ReadFact, type Reading, readingFrom } from '#pure/agreement';

const span = (start: number, end: number) => ({ start, end, line: 1 });

/** The text that the small reading below is of. */
export const smallText = 'Granby kommun och Föreningen Lyktan. 2026-01-01 – 2026-12-31. Föreningen ska lämna rapport den 1 juni 2026.';

/** A reading of two parties, a period, a deadline and an unsure place, enough for most tests. */
export function smallReading(more: Partial<Reading> = {}): Reading {
  const facts: ReadFact[] = [
    { kind: 'party', value: { name: 'Granby kommun', sector: 'public', orgNumber: null, unit: null, address: null }, certainty: 'certain', span: span(0, 13) },
    { kind: 'party', value: { name: 'Föreningen Lyktan', sector: 'civil', orgNumber: null, unit: null, address: null }, certainty: 'certain', span: span(18, 35) },
    { kind: 'period', value: { start: dated('2026-01-01', 37, 47), end: dated('2026-12-31', 50, 60), openEnded: false }, certainty: 'certain', span: span(37, 60) },
    {
      kind: 'deadline',
      value: { date: '2026-06-01', precision: 'day', derived: false, recurrence: null, what: 'Lämna rapport', responsible: 'Föreningen Lyktan', relative: null },
      certainty: 'likely',
      span: span(62, 106),
    },
    { kind: 'place', value: { name: 'Granby' }, certainty: 'unsure', span: span(0, 6) },
  ];
  return { ...readingFrom(facts), ...more };
}

export const smallFacts = (): ReadFact[] => factsOf(smallReading());

const dated = (date: string, start: number, end: number) => ({ date, precision: 'day' as const, derived: false, source: span(start, end) });
