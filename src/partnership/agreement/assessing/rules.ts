import { procurementWording } from '../check/procurement-wording.ts';
import { contextOf, readIn } from '../read/index.ts';
import type { Answer, Criterion } from './model.ts';

/** A criterion with what has been answered to it last, or null while it is open. */
export interface Asked {
  criterion: Criterion;
  answer: Answer | null;
}

/** Words that sound like a purchase, where they stand in the description. */
export interface PurchaseSign {
  words: string;
  start: number;
  end: number;
}

/** Every criterion with its newest answer, in the order they are asked. */
export const askedIn = (criteria: Criterion[], answers: Answer[]): Asked[] => {
  const newest = new Map(answers.map((answer) => [answer.criterion, answer]));
  return criteria.map((criterion) => ({ criterion, answer: newest.get(criterion.id) ?? null }));
};

/** Warning words of buying and selling in what is planned: the same that an agreement is checked for. Each kind once, where it first stands. */
export function purchaseSigns(description: string): PurchaseSign[] {
  const context = contextOf(description);
  return procurementWording.find({ doc: context.doc, reading: { ...readIn(context), findings: [] } }).map(({ span: { start, end }, facts: { words } }) => ({ words, start, end }));
}
