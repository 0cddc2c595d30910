import type { TextSpan } from '#kernel/text-span.ts';
import type { FactKind } from '../facts.ts';
import type { DraftFact, Field } from './model.ts';
import { lineAt, type Written } from './text.ts';

/** Kinds whose place is all that is said of them there: the paragraph or list item, not only its figures. */
const WHOLE: ReadonlySet<FactKind> = new Set(['payment', 'repayment', 'extension', 'steering', 'notice', 'deadline', 'period', 'goal']);

/** Where a fact stands: on its fields' words, else on the words it was read from, else on its clause. */
export function spanOf(fact: DraftFact, said: readonly Field[], written: Written): TextSpan {
  const section = written.sections.find(({ clauseId }) => clauseId === fact.clauseId);
  const slugs = new Set(said.map(({ slug }) => slug));
  const places = written.fields.filter(({ slug, filled }) => filled && slugs.has(slug));
  const here = section ? places.filter(({ start }) => start >= section.start && start < section.end) : [];
  const near = here.length > 0 ? here : places.slice(0, 1);
  if (near.length > 0) return hull(fact.kind, { start: Math.min(...near.map(({ start }) => start)), end: Math.max(...near.map(({ end }) => end)) }, written);
  return onWords(fact, written, section ?? { start: 0, bodyStart: 0, end: written.text.length });
}

/** Where a fact without a field stands. */
function onWords({ words, value }: DraftFact, { text }: Written, { start, bodyStart, end }: { start: number; bodyStart: number; end: number }): TextSpan {
  for (const needle of [words, value.text, value.name, value.what, value.label]) {
    if (typeof needle !== 'string' || needle.trim() === '') continue;
    const [here, sought] = [plain(text), plain(needle)];
    const inClause = here.slice(0, end).indexOf(sought, start);
    const found = inClause >= 0 ? inClause : here.indexOf(sought);
    if (found >= 0) return placed(text, found, found + needle.length);
  }
  return bodyStart < end ? placed(text, bodyStart, end) : placed(text, start, end);
}

/** Whether the words that a fact was read from still stand in the text, letter by letter. */
export const stillSays = ({ text }: Pick<Written, 'text'>, words: string | undefined): boolean => words !== undefined && words.trim() !== '' && plain(text).includes(plain(words));

/** Spaces of one kind, in as many letters: a sum's thousands are kept apart by another than the one that is typed. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009\t]/g, ' ');

function hull(kind: FactKind, { start, end }: { start: number; end: number }, { text }: Written): TextSpan {
  if (!WHOLE.has(kind)) return placed(text, start, end);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const bare = /^- +/.exec(text.slice(from, start))?.[0].length ?? 0;
  return placed(text, from + bare, to < 0 ? text.length : to);
}

/** The place without the white space around it, on the line where it begins. */
function placed(text: string, start: number, end: number): TextSpan {
  const piece = text.slice(start, end);
  const from = start + (piece.length - piece.trimStart().length);
  const to = end - (piece.length - piece.trimEnd().length);
  return from < to ? { start: from, end: to, line: lineAt(text, from) } : { start, end, line: lineAt(text, start) };
}
