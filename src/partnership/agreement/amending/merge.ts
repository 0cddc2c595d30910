import { sameValue } from '#kernel/same-value.ts';
import { composed } from '../drafting/composed.ts';
import type { DraftContent, Field } from '../drafting/model.ts';
import type { FactView } from '../review.ts';
import { leafAt } from './changes.ts';
import type { Conflict } from './model.ts';

/** A field that changes or takes away an agreed fact. */
export type BasedField = Field & { base: NonNullable<Field['base']> };

/** The fields of the draft that are about an agreed fact, stand in its text and are filled in. */
export function basedFields(content: DraftContent): BasedField[] {
  const standing = new Set(composed(content).fields.flatMap(({ slug }) => slug));
  return content.fields.filter((field): field is BasedField => field.base !== undefined && standing.has(field.slug));
}

/** Whether the field is there to say another thing than the agreement said; a party's name is repeated only. */
export const isChange = ({ fact, base, value }: BasedField): boolean => fact === null || !sameValue(base.value, value);

/**
 * Where an amendment and the agreement have both changed since the amendment was begun: another one has come into force
 * meanwhile. Three ways: what was, what the agreement says now and what the amendment wants. Who wants what already is, is at
 * one with it.
 */
export function conflictsOf(content: DraftContent, agreedNow: readonly FactView[]): Conflict[] {
  const byId = new Map(agreedNow.map((fact) => [fact.id, fact]));
  return basedFields(content)
    .filter(isChange)
    .flatMap(({ slug, fact, base, value }) => {
      const now = byId.get(base.factId);
      const said = now && (fact ? leafAt(now.value, fact.part) : now.value);
      // Taken away by both is agreed by both; told by nobody that it is gone, a change of it is not.
      if (fact === null ? !now || sameValue(said, base.value) : now && (sameValue(said, base.value) || sameValue(said, value))) return [];
      return [{ slug, factId: base.factId, base: base.value, now: said, wanted: value }];
    });
}

/** The draft with the change standing on what the agreement says now: what it changes from is written anew. */
export function rebased(content: DraftContent, slug: string, agreedNow: readonly FactView[]): DraftContent {
  const field = content.fields.find((one) => one.slug === slug);
  const now = agreedNow.find(({ id }) => id === field?.base?.factId);
  if (!field?.base || !now) return withoutChange(content, slug);
  const said = field.fact ? leafAt(now.value, field.fact.part) : now.value;
  const from = slug.replace(/^andring-/, 'fran-');
  return {
    ...content,
    fields: content.fields.map((one) => {
      if (one.slug === slug) return { ...one, base: { factId: now.id, value: said } };
      return one.slug === from && from !== slug && field.fact ? { ...one, value: said as Field['value'] } : one;
    }),
    facts: content.facts.map((fact) => (fact.key === slug ? { ...fact, value: now.value } : fact)),
  };
}

/** The draft without the change: its sentence, its fields and its fact are gone. */
export function withoutChange(content: DraftContent, slug: string): DraftContent {
  const clauses = content.clauses.map((clause) => ({ ...clause, body: clause.body.split('\n').filter((line) => !line.includes(`{${slug}}`)).join('\n') }));
  const stands = (one: Field) => clauses.some(({ heading, body }) => `${heading}\n${body}`.includes(`{${one.slug}}`)) || !content.clauses.some(({ heading, body }) => `${heading}\n${body}`.includes(`{${one.slug}}`));
  return { ...content, clauses, fields: content.fields.filter((one) => one.slug !== slug && stands(one)), facts: content.facts.filter(({ key }) => key !== slug) };
}
