import { type Outcome, done, type Refusal } from '#kernel/outcome.ts';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import type { FactKind } from '#pure/agreement';
import { numberTyped } from '../../../typed-number.ts';
import { FACT_FIELDS, type FactField } from './fact-fields.ts';
import { at, written } from './fact-written.ts';

type Value = Record<string, unknown>;

/**
 * The fact's value with what was typed put in its place, or a refusal for each field that cannot be understood.
 * An empty field is unknown, never zero. Fields that are not in the form are left as they were.
 */
export function valueFromForm(kind: FactKind, form: FormData, before: Value): Outcome<Value> {
  const value = structuredClone(before);
  const refusals: Refusal[] = [];
  for (const field of FACT_FIELDS[kind]) {
    const typed = String(form.get(field.path) ?? '').trim();
    // What a person left as it was keeps its precision and its places in the text.
    if (typed === written(field, at(before, field.path))) continue;
    const read = readField(field, typed);
    if (read.ok) put(value, field, read.value);
    else refusals.push(...read.refusals);
  }
  return refusals.length > 0 ? { ok: false, refusals } : done(tidy(kind, value));
}

function readField(field: FactField, typed: string): Outcome<unknown> {
  const not = (code: string): Outcome<unknown> => ({ ok: false, refusals: [{ kind: 'invalid', code, path: field.path }] });
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean);
  switch (field.type) {
    case 'flag':
      return done(typed !== '');
    case 'yes-no':
      return done(typed === '' ? null : typed === 'yes');
    case 'number': {
      const number = numberTyped(typed);
      return number === undefined ? not('agreement.number-not-understood') : done(number);
    }
    case 'day':
      return typed === '' ? done(null) : isCalendarDate(typed) ? done(typed) : not('agreement.date-not-understood');
    case 'shares': {
      const shares = lines.map((line) => /^(.+):\s*([\d\s.,]+)(?:kr)?$/.exec(line)).map((match) => match && { payer: match[1].trim(), sek: numberTyped(match[2]) });
      return shares.every((share) => share && typeof share.sek === 'number') ? done(shares) : not('agreement.shares-not-understood');
    }
    case 'members':
      return done(lines.map((line) => line.split(/,\s*/)).map(([name, party]) => ({ name, party: party || null })));
    case 'steps':
      return done(lines.map((line) => /^(\d{4}-\d{2}-\d{2})?\s*(.*)$/.exec(line)!).map(([, date, what]) => ({ date: date ?? null, precision: date ? 'day' : null, derived: false, what })));
    default:
      return done(typed === '' ? null : typed);
  }
}

/** A fact of the kind of which nothing is known yet: what the form for a missing fact starts from. */
export function blankValue(kind: FactKind): Value {
  const blank: Value = {};
  for (const field of FACT_FIELDS[kind]) put(blank, field, field.type === 'flag' ? false : LISTS.has(field.type) ? [] : null);
  return { ...blank, ...MORE[kind] };
}

const LISTS = new Set(['shares', 'members', 'steps']);

/** What the format asks for beyond the form's fields. */
const MORE: Partial<Record<FactKind, Value>> = {
  payment: { text: '' },
  deadline: { precision: null, derived: false, relative: null },
};

function put(value: Value, { path, type }: FactField, leaf: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce<Value>((inner, key) => (inner[key] ??= {}) as Value, value);
  holder[last] = leaf;
  // A day that a person has typed is that day, whatever it was reckoned from before.
  if (type === 'day') {
    for (const [key, now] of [['precision', leaf ? 'day' : null], ['derived', false], ['relative', null]] as const) if (key in holder) holder[key] = now;
  }
}

/** Makes what a person typed whole: a typed day is exact, and a date or share that was emptied is not known. */
function tidy(kind: FactKind, value: Value): Value {
  const exact = (dated: unknown) => ((dated as Value | null)?.date ? { precision: 'day', derived: false, ...(dated as Value) } : null);
  if (kind === 'period') return { ...value, start: exact(value.start), end: exact(value.end) };
  if (kind === 'deadline') return { ...value, precision: value.date ? (value.precision ?? 'day') : null };
  if (kind === 'payment') {
    const due = value.due as Value;
    return { ...value, due: { date: due.date ?? null, event: due.event ?? null, precision: due.date ? (due.precision ?? 'day') : null } };
  }
  if (kind === 'goal') {
    const share = value.share as Value | null;
    return { ...value, share: share?.at ? { of: share.of ?? '', at: share.at } : null };
  }
  return value;
}
