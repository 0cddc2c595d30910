import { sameValue } from '#kernel/same-value.ts';
import type { DraftContent, DraftFact, Field } from '../../drafting/model.ts';
import type { FactDifference, FieldDifference } from './model.ts';

/** Fields with another value, in the order of the latter draft; those that are gone last. */
export function differentFields(former: Field[], latter: Field[]): FieldDifference[] {
  const pairs = paired(former, latter, ({ slug }) => slug);
  return pairs.filter(({ before, after }) => !before || !after || before.value !== after.value || before.kind !== after.kind).map(({ key, before, after }) => ({ slug: key, before, after }));
}

/** Facts that say something else beside what their fields say. */
export function differentFacts(a: DraftContent, b: DraftContent): FactDifference[] {
  const pairs = paired(a.facts, b.facts, ({ key }) => key);
  return pairs.filter(({ before, after }) => !before || !after || before.kind !== after.kind || !sameValue(besideFields(a, before), besideFields(b, after)));
}

function paired<One>(former: One[], latter: One[], keyOf: (one: One) => string): { key: string; before: One | null; after: One | null }[] {
  const known = new Map(former.map((one) => [keyOf(one), one]));
  const standing = latter.map((after) => ({ key: keyOf(after), before: known.get(keyOf(after)) ?? null, after }));
  const still = new Set(latter.map(keyOf));
  return [...standing, ...former.filter((one) => !still.has(keyOf(one))).map((before) => ({ key: keyOf(before), before, after: null }))];
}

/** A fact's own words: what a field says for it is compared as that field. */
function besideFields({ fields }: DraftContent, { key, kind, value }: DraftFact): Record<string, unknown> {
  const own = structuredClone(value);
  for (const { fact } of fields) {
    if (fact?.key !== key || fact.kind !== kind) continue;
    const path = fact.part.split('.');
    const last = path.pop()!;
    const inner = path.reduce<unknown>((outer, part) => (outer as Record<string, unknown> | null | undefined)?.[part], own);
    if (typeof inner === 'object' && inner !== null) delete (inner as Record<string, unknown>)[last];
  }
  return own;
}
