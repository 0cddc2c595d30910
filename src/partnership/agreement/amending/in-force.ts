import { sameValue } from '#kernel/same-value.ts';
import { wellFormedFact } from '../fact-shape.ts';
import { type FactKind, factsOf, type ReadFact } from '../facts.ts';
import { composed } from '../drafting/composed.ts';
import { isFigure, wordsOf } from '../drafting/field-words.ts';
import type { DraftContent, Field } from '../drafting/model.ts';
import { at, isRecord, put } from '../drafting/parts.ts';
import type { FactView } from '../review.ts';
import { basedFields, isChange } from './merge.ts';

/** What a signed amendment makes of the agreed facts. */
export interface TakenIn {
  text: string;
  corrected: { factId: string; value: Record<string, unknown> }[];
  removed: string[];
  /** With places in the amendment's own text. */
  added: ReadFact[];
}

/** Who signs an amendment signs it, and is no signatory of the agreement; what it is called names it alone. */
const ITS_OWN: ReadonlySet<FactKind> = new Set(['title', 'signatory']);

/** The decisions and new facts that follow from an amendment, on the facts as they are when it comes into force. */
export function takenIn(content: DraftContent, agreedNow: readonly FactView[]): TakenIn {
  const based = basedFields(content);
  const changes = based.filter(isChange);
  const about = new Set(based.flatMap(({ fact }) => fact?.key ?? []));
  const { text, reading } = composed({ ...content, facts: content.facts.filter(({ key }) => !about.has(key)) });
  const corrected = agreedNow.flatMap((fact) => {
    const own = changes.filter((field) => field.fact !== null && field.base.factId === fact.id);
    if (own.length === 0) return [];
    const shaped = wellFormedFact(fact.kind, own.reduce(withPart, structuredClone(fact.value)), fact.span);
    return shaped.ok && !sameValue(shaped.value, fact.value) ? [{ factId: fact.id, value: shaped.value }] : [];
  });
  return {
    text,
    corrected,
    removed: changes.flatMap(({ fact, base }) => (fact === null && agreedNow.some(({ id }) => id === base.factId) ? [base.factId] : [])),
    added: factsOf(reading).filter(({ kind }) => !ITS_OWN.has(kind)),
  };
}

/** The fact's value with what the field says in its part; a day that is said is exact, and follows from nothing else. */
function withPart(value: Record<string, unknown>, field: Field): Record<string, unknown> {
  const { part } = field.fact!;
  put(value, part, isFigure(field.kind) || field.kind === 'date' ? field.value : wordsOf(field));
  if (field.kind !== 'date') return value;
  const path = part.split('.').slice(0, -1).join('.');
  const holder = path ? at(value, path) : value;
  if (isRecord(holder) && part.endsWith('date')) Object.assign(holder, { precision: 'day' }, 'due' === path ? {} : { derived: false });
  if ('relative' in value) value.relative = null;
  if (part === 'end.date') value.openEnded = false;
  return value;
}
