import { blankOf, SLUG, wordsOf } from './field-words.ts';
import type { Composed, DraftContent, Field } from './model.ts';

/** The draft's text with its clauses numbered and every field in its place, and where each of them stands. */
export type Written = Omit<Composed, 'reading'>;

/** A number that a heading was written with: "4.1", "§ 3". Where one clause has its own, none is given one. */
const OWN_NUMBER = /^(§\s?\d+|\d+(?:\.\d+)*)[.:)]?\s+(?=\p{L})/u;

/** Writes the draft out: the title, then each clause's heading on a line of its own and its body. */
export function written({ title, clauses, fields }: Pick<DraftContent, 'title' | 'clauses' | 'fields'>): Written {
  const bySlug = new Map(fields.map((field) => [field.slug, field]));
  const out: Written = { text: title, sections: [], fields: [] };
  const isNumbered = clauses.some(({ heading }) => OWN_NUMBER.test(heading));
  for (const [index, clause] of clauses.entries()) {
    if (out.text) out.text += '\n\n';
    const start = out.text.length;
    const [label, own] = OWN_NUMBER.exec(clause.heading) ?? [''];
    const number = isNumbered ? (own ?? null) : String(index + 1);
    if (!isNumbered) out.text += `${number}. `;
    const named = out.text.length + label.length;
    fillIn(out, clause.heading, bySlug);
    const headingEnd = out.text.length;
    out.text += '\n\n';
    const bodyStart = out.text.length;
    fillIn(out, clause.body.trimEnd(), bySlug);
    // Nothing follows a heading that has no body.
    if (out.text.length === bodyStart) out.text = out.text.slice(0, headingEnd);
    out.sections.push({ clauseId: clause.id, number, heading: out.text.slice(named, headingEnd), start, bodyStart: Math.min(bodyStart, out.text.length), end: out.text.length });
  }
  return out;
}

/** A piece of text with each field in its place; null where one of them is not there or not filled in. */
export function filledIn(text: string, fields: readonly Field[]): string | null {
  let isWhole = true;
  const filled = text.replace(SLUG, (_, slug: string) => {
    const field = fields.find((one) => one.slug === slug);
    const words = field ? wordsOf(field) : null;
    isWhole &&= words !== null;
    return words ?? '';
  });
  return isWhole ? filled : null;
}

function fillIn(out: Written, text: string, bySlug: Map<string, Field>): void {
  let from = 0;
  for (const match of text.matchAll(SLUG)) {
    const field = bySlug.get(match[1]);
    if (!field) continue;
    out.text += text.slice(from, match.index);
    const words = wordsOf(field);
    const start = out.text.length;
    out.text += words ?? blankOf(field);
    out.fields.push({ slug: field.slug, filled: words !== null, start, end: out.text.length });
    from = match.index + match[0].length;
  }
  out.text += text.slice(from);
}

/** The line of the text at this offset, from 1. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
