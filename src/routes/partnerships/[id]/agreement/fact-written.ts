import type { FactKind } from '#pure/agreement';
import { FACT_FIELDS, type FactField } from './fact-fields.ts';

type Value = Record<string, unknown>;

/** What stands in each field of the form when it opens. */
export const writtenFields = (kind: FactKind, value: Value): Record<string, string> =>
  Object.fromEntries(FACT_FIELDS[kind].map((field) => [field.path, written(field, at(value, field.path))]));

/** A field's value as it is written in the form. */
export function written({ type }: FactField, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'flag') return value ? 'on' : '';
  if (type === 'yes-no') return value ? 'yes' : 'no';
  if (type === 'number') return String(value).replace('.', ',');
  if (type === 'shares') return (value as { payer: string; sek: number }[]).map(({ payer, sek }) => `${payer}: ${sek}`).join('\n');
  if (type === 'members') return (value as { name: string; party: string | null }[]).map(({ name, party }) => (party ? `${name}, ${party}` : name)).join('\n');
  if (type === 'steps') return (value as { date: string | null; what: string }[]).map(({ date, what }) => (date ? `${date} ${what}` : what)).join('\n');
  return String(value);
}

/** The value at the dotted path; undefined where there is none. */
export const at = (value: Value, path: string): unknown => path.split('.').reduce<unknown>((inner, key) => (inner as Value | null)?.[key], value);
