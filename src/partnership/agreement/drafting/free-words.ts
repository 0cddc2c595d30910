import type { DraftChange, DraftContent } from './model.ts';
import { fieldPath } from './typed.ts';

/** Persons are named on purpose where the draft says who signs and whom to turn to. */
const NAMED_ON_PURPOSE = new Set(['contact', 'signatory', 'party']);

/** What a change says in somebody's own words and the draft did not say before, by the field of its form. */
export function freeWords({ clauses, fields }: DraftContent, change: DraftChange): Record<string, string> {
  if (change.kind === 'title') return { title: change.title };
  if (change.kind === 'add') return { heading: change.heading, body: change.body };
  if (change.kind === 'change') {
    const before = clauses.find(({ id }) => id === change.clauseId);
    return Object.fromEntries((['heading', 'body'] as const).filter((part) => before?.[part] !== change[part].replaceAll('\r\n', '\n')).map((part) => [part, change[part]]));
  }
  if (change.kind !== 'fields') return {};
  return Object.fromEntries(
    Object.entries(change.fields).flatMap(([slug, value]) => {
      const field = fields.find((one) => one.slug === slug);
      const isFree = field?.kind === 'text' && typeof value === 'string' && value.trim() !== field.value && !NAMED_ON_PURPOSE.has(field.fact?.kind ?? '');
      return isFree ? [[fieldPath(slug), value]] : [];
    }),
  );
}

/** The parties' names: of organisations, not of private persons. */
export const knownNames = ({ fields, facts }: DraftContent): string[] =>
  [...fields.filter(({ fact }) => fact?.kind === 'party' && fact.part === 'name').map(({ value }) => value), ...facts.filter(({ kind }) => kind === 'party').map(({ value }) => value.name)].filter((name) => typeof name === 'string');
