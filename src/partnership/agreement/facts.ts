import type { TextSpan } from '#kernel/text-span.ts';
import { type Certainty, FORMAT, type Reading } from './model.ts';

/**
 * A reading taken apart into facts that a person can decide on one by one, and put together again.
 * The order is the order of review within the text's groups.
 */
export const FACT_KINDS = [
  'title',
  'party',
  'period',
  'amount',
  'budget',
  'payment',
  'deadline',
  'commitment',
  'goal',
  'steering',
  'notice',
  'repayment',
  'extension',
  'contact',
  'signatory',
  'place',
  'target-group',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

export interface ReadFact {
  kind: FactKind;
  /** The item in the shape of the format, without its own `source` and `certainty`. */
  value: Record<string, unknown>;
  certainty: Certainty;
  span: TextSpan;
}

/** Kinds of which an agreement has many, with their key in the format. */
const MANY = {
  party: 'parties',
  amount: 'amounts',
  budget: 'budget',
  payment: 'payments',
  deadline: 'deadlines',
  commitment: 'commitments',
  goal: 'goals',
  contact: 'contacts',
  signatory: 'signatories',
  place: 'places',
} as const satisfies Partial<Record<FactKind, keyof Reading>>;

/** Kinds of which it has one. */
const ONE = {
  period: 'period',
  steering: 'steering',
  notice: 'notice',
  repayment: 'repayment',
  extension: 'extension',
  'target-group': 'targetGroup',
} as const satisfies Partial<Record<FactKind, keyof Reading>>;

type Item = { source: TextSpan; certainty: Certainty };

/** Every fact of the reading, none twice, in the order of `FACT_KINDS` and then of the text. */
export function factsOf(reading: Reading): ReadFact[] {
  return FACT_KINDS.flatMap((kind) => {
    if (kind === 'title') return titleOf(reading);
    if (kind in MANY) return (reading[MANY[kind as keyof typeof MANY]] as Item[]).map((item) => factFrom(kind, item));
    const item = reading[ONE[kind as keyof typeof ONE]];
    return item ? [factFrom(kind, item)] : [];
  });
}

/** The reading that these facts make: nothing in it but them. */
export function readingFrom(facts: ReadFact[]): Reading {
  const reading: Record<string, unknown> = { ...emptyReading() };
  for (const fact of facts) {
    const item = { ...fact.value, source: fact.span, certainty: fact.certainty };
    if (fact.kind === 'title') Object.assign(reading, { title: fact.value.text, titleSource: fact.span });
    else if (fact.kind in MANY) (reading[MANY[fact.kind as keyof typeof MANY]] as unknown[]).push(item);
    else reading[ONE[fact.kind as keyof typeof ONE]] = item;
  }
  return reading as Reading;
}

/** A reading in which nothing is known. */
const emptyReading = (): Reading => ({
  format: FORMAT,
  title: null,
  titleSource: null,
  parties: [],
  period: null,
  amounts: [],
  budget: [],
  payments: [],
  deadlines: [],
  commitments: [],
  goals: [],
  steering: null,
  notice: null,
  repayment: null,
  extension: null,
  contacts: [],
  signatories: [],
  places: [],
  targetGroup: null,
  findings: [],
});

function titleOf(reading: Reading): ReadFact[] {
  if (reading.title === null || reading.titleSource === null) return [];
  return [{ kind: 'title', value: { text: reading.title }, certainty: 'certain', span: reading.titleSource }];
}

function factFrom(kind: FactKind, { source, certainty, ...value }: Item): ReadFact {
  return { kind, value, certainty, span: source };
}
