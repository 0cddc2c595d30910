/** A fact's value, and what lies at dotted paths in it: `due.date`, `steps.0.date`. */
export type Value = Record<string, unknown>;

export const isRecord = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a leaf at the path, with the records and lists on the way to it. */
export function put(value: Value, path: string, leaf: unknown): void {
  const keys = path.split('.');
  if (keys.some((key) => key in Object.prototype)) return;
  let holder: Value | unknown[] = value;
  for (const [index, key] of keys.slice(0, -1).entries()) {
    const inner: unknown = Reflect.get(holder, key);
    const next: Value | unknown[] = typeof inner === 'object' && inner !== null ? (inner as Value | unknown[]) : /^\d+$/.test(keys[index + 1]) ? [] : {};
    Reflect.set(holder, key, next);
    holder = next;
  }
  Reflect.set(holder, keys.at(-1)!, leaf);
}

/** The leaf at the path; undefined where there is none. */
export const at = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>((inner, key) => (inner as Value | null | undefined)?.[key], value);

/** The value with each leaf asked about, by the record it stands in. What is no part of the format's value is left out. */
export function eachLeaf(value: unknown, ask: (leaf: unknown, holder: Value) => unknown, holder: Value = {}): unknown {
  if (Array.isArray(value)) return value.map((item) => eachLeaf(item, ask, holder));
  if (!isRecord(value)) return ask(value, holder);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !OUTSIDE.has(key)).map(([key, leaf]) => [key, eachLeaf(leaf, ask, value)]));
}

/** Places belong to another text, and who an organisation is to the house. */
const OUTSIDE = new Set(['source', 'organisationId']);
