import { z } from 'zod';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import type { TextSpan } from '#kernel/text-span.ts';
import { wellFormedFact } from '../fact-shape.ts';
import { FACT_KINDS, type ReadFact } from '../facts.ts';
import type { AgreedPeriod } from '../model.ts';
import { datesIn } from '../read/lex/dates.ts';
import { moneyIn } from '../read/lex/money.ts';
import { numbersIn } from '../read/lex/numbers.ts';
import { dayOfRelative } from '../read/when.ts';
import { blankFact } from './blank-fact.ts';
import { isFigure, wordsOf } from './field-words.ts';
import type { DraftContent, DraftFact, Field } from './model.ts';
import { at, eachLeaf, isRecord, put, type Value } from './parts.ts';
import { spanOf, stillSays } from './places.ts';
import { filledIn, lineAt, type Written } from './text.ts';

/**
 * What the draft's facts state, each with its place in the written text. A part that has a field says what the field says,
 * and nothing where the field no longer stands in the text; another number or day is stated only where the text says it.
 */
export function statedFacts(content: DraftContent, written: Written): ReadFact[] {
  const standing = new Set(written.fields.flatMap(({ slug, filled }) => (filled ? [slug] : [])));
  const ordered = FACT_KINDS.flatMap((kind) => content.facts.filter((fact) => fact.kind === kind).map((fact) => ({ fact, fields: fieldsOf(fact, content.fields) })));
  const says = sayingsOf(written.text);
  const stated: ReadFact[] = title(content.title);
  for (const { fact, fields } of ordered) {
    const said = fields.filter(({ slug }) => standing.has(slug));
    // A fact all of whose fields are blanks is not agreed yet, nor one whose clause has been removed.
    if (fact.kind === 'title' || (fields.length > 0 && said.length === 0) || !content.clauses.some(({ id }) => id === fact.clauseId)) continue;
    const span = spanOf(fact, said, written);
    const value = valueOf(fact, said, { content, written, says, span, period: (stated.find(({ kind }) => kind === 'period')?.value ?? null) as AgreedPeriod | null });
    const shaped = wellFormedFact(fact.kind, value, span);
    if (shaped.ok) stated.push({ kind: fact.kind, value: shaped.value, certainty: 'certain', span });
  }
  return stated;
}

/** The fields that fill in a fact. */
const fieldsOf = ({ kind, key }: Pick<DraftFact, 'kind' | 'key'>, fields: readonly Field[]): Field[] => fields.filter(({ fact }) => fact?.kind === kind && fact.key === key);

interface Said {
  content: DraftContent;
  written: Written;
  says: Sayings;
  span: TextSpan;
  period: AgreedPeriod | null;
}

function valueOf(fact: DraftFact, said: Field[], { content, written, says, span, period }: Said): Value {
  // What a person has agreed to as the meaning of these words is that as long as the words are the same.
  const isAsRead = stillSays(written, fact.words);
  const own = eachLeaf(fact.value, (leaf, holder) => leafOf(leaf, holder, content.fields, isAsRead ? ANYTHING : says)) as Value;
  const value: Value = { ...blankFact(fact.kind), ...own };
  for (const field of said) {
    const { part } = field.fact!;
    put(value, part, isFigure(field.kind) || field.kind === 'date' ? field.value : wordsOf(field));
    if (field.kind === 'date') beside(value, part, { precision: 'day', derived: false, relative: null, source: placeOf(field, written) });
  }
  const relative = relativeSchema.safeParse(value.relative);
  if (relative.success && relative.data) Object.assign(value, dayOfRelative(relative.data, period) ?? { date: null, precision: null });
  // What a fact calls its text is what stands there.
  if ('text' in value && typeof value.text !== 'string') value.text = written.text.slice(span.start, span.end);
  return value;
}

/** A leaf that no field fills in: words as they are, a number or a day only where the text says it or it follows from others. */
function leafOf(leaf: unknown, holder: Value, fields: readonly Field[], says: Sayings): unknown {
  if (typeof leaf === 'string') return isCalendarDate(leaf) ? (holder.derived === true || says.day(leaf) ? leaf : null) : filledIn(leaf, fields);
  if (typeof leaf === 'number') return 'anchor' in holder || says.number(leaf) ? leaf : null;
  return leaf;
}

const relativeSchema = z.object({ anchor: z.enum(['start', 'end']), months: z.int().min(-1200).max(1200), days: z.int().min(-36_500).max(36_500) }).nullable();

/** What follows of a day that a field states: it is exact, whatever it was reckoned from before. */
function beside(value: Value, part: string, more: Value): void {
  const path = part.split('.').slice(0, -1).join('.');
  const holder = path ? at(value, path) : value;
  if (!isRecord(holder)) return;
  const dated = /^(?:start|end)$|^steps\.\d+$/.test(path);
  for (const [key, leaf] of Object.entries(more)) if (key in holder || (dated && key !== 'relative')) holder[key] = leaf;
}

function placeOf(field: Field, { text, fields }: Written): TextSpan {
  const { start, end } = fields.find(({ slug, filled }) => filled && slug === field.slug)!;
  return { start, end, line: lineAt(text, start) };
}

const title = (text: string): ReadFact[] => (text.trim() === '' ? [] : [{ kind: 'title', value: { text }, certainty: 'certain', span: { start: 0, end: text.length, line: 1 } }]);

const ANYTHING: Sayings = { number: () => true, day: () => true };

/** Which numbers and days a text says. */
interface Sayings {
  number(number: number): boolean;
  day(day: string): boolean;
}

function sayingsOf(text: string): Sayings {
  const numbers = new Set([...numbersIn(text).map(({ value }) => value), ...moneyIn(text).map(({ sek }) => sek)]);
  const dates = datesIn(text, { years: true });
  const isPart = (part: number | null, of: string) => part === null || part === Number(of);
  return {
    number: (number) => numbers.has(number),
    day: (day) => dates.some(({ year, month, day: date }) => isPart(year, day.slice(0, 4)) && isPart(month, day.slice(5, 7)) && isPart(date, day.slice(8))),
  };
}
