import type { TextSpan } from '#kernel/text-span.ts';
import { check } from '../check/index.ts';
import type { Finding } from '../model.ts';
import { datesIn } from '../read/lex/dates.ts';
import { moneyIn } from '../read/lex/money.ts';
import { contextOf, readIn } from '../read/index.ts';
import { composed } from './composed.ts';
import type { Composed, DraftContent, Field } from './model.ts';

/** What there is to say of a draft as it is written now. */
export interface Remarks {
  composed: Composed;
  /** The checks' findings by the clause they lie in. */
  byClause: Map<string, Finding[]>;
  /** Findings about what the draft says nowhere. */
  ofWhole: Finding[];
  /** Days and sums that the text says outside every field: the partnership will not follow them. */
  loose: { clauseId: string; words: string }[];
}

/** What can only be known when somebody signs. */
const LATER = new Set(['signature-undated', 'signature-date-incomplete']);

/** Reads and checks the draft as an attentive reader would, and says where each remark belongs. */
export function remarksOn(content: DraftContent): Remarks {
  const whole = composed(content);
  const { text, sections } = whole;
  const context = contextOf(text);
  // A blank of ours is marked as one where it stands; that it is one needs no saying again.
  const isBlank = ({ code, source }: Finding) => code === 'template-leftover' && whole.fields.some(({ filled, start, end }) => !filled && start < source.end && source.start < end);
  const findings = check({ doc: context.doc, reading: readIn(context) }).filter((finding) => !LATER.has(finding.code) && !isBlank(finding));
  const clauseAt = ({ start }: Pick<TextSpan, 'start'>) => sections.find((section) => start >= section.start && start < section.end)?.clauseId;
  const byClause = new Map<string, Finding[]>(sections.map(({ clauseId }) => [clauseId, []]));
  const ofWhole: Finding[] = [];
  for (const finding of findings) (byClause.get(clauseAt(finding.source) ?? '') ?? ofWhole).push(finding);
  const loose = looseIn(whole, content).flatMap(({ start, words }) => {
    const clauseId = clauseAt({ start });
    return clauseId ? [{ clauseId, words }] : [];
  });
  return { composed: whole, byClause, ofWhole, loose };
}

/** The fields that stand in the text and are not filled in: while there is one, nobody can sign. */
export function emptyFields(content: DraftContent): Field[] {
  const empty = new Set(composed(content).fields.flatMap(({ slug, filled }) => (filled ? [] : [slug])));
  return content.fields.filter(({ slug }) => empty.has(slug));
}

/** Whole days and sums in the text that lie in no field, and on which no fact stands either. */
function looseIn({ text, fields, reading }: Composed, { facts }: DraftContent): { start: number; words: string }[] {
  const days = datesIn(text).filter(({ precision, year, day }) => precision === 'day' && year !== null && day !== null);
  const told = facts.flatMap(({ words }) => (words && text.includes(words) ? [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }] : []));
  const covered = [...fields, ...told, ...(reading.titleSource ? [reading.titleSource] : [])];
  return [...days, ...moneyIn(text)]
    .filter(({ at, end }) => !covered.some((place) => place.start < end && at < place.end))
    .map(({ at, end }) => ({ start: at, words: text.slice(at, end) }));
}
