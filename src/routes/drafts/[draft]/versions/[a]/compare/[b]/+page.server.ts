import { comparedVersions } from '#partnership/agreement';
import { guard } from '#partnership/people';
import * as m from '#messages';
import { type DraftContent, type Field, fieldWords, filledPieces } from '#pure/agreement';
import { valueOr404 } from '../../../../../../answer.ts';
import { fieldLabels } from '../../../../field-label.ts';
import { grouped } from '../../../../negotiation/marked.ts';
import { headOf } from '../../../../head.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const found = valueOr404(await comparedVersions(context, { draftId: params.draft, a: params.a, b: params.b }));
  const { draft, from, to, comparison } = (await guard(context)).hide(found.draft.agreementId, found);
  const [before, after] = [from.content.fields, to.content.fields];
  const clauses = comparison.clauses.map(({ clauseId, kind, moved, heading, passages }) => {
    const groups = grouped(passages, before, after);
    const pieces = filledPieces(heading, before, after);
    // A clause whose words are the same may still say another value.
    const isTouched = kind !== 'same' || moved || [pieces, ...groups.flatMap((group) => group.passages.map(({ pieces }) => pieces))].some((some) => some.some((piece) => piece.kind !== 'same'));
    return { id: clauseId, kind, moved, heading: pieces, groups, isTouched };
  });
  return {
    draft: { ...(await headOf(context, draft)), isShared: draft.sharedAt !== null },
    from: nameOf(from.version),
    to: nameOf(to.version),
    title: comparison.title,
    clauses,
    names: Object.fromEntries([...from.content.clauses, ...to.content.clauses].map(({ id, heading }) => [id, heading])),
    fields: comparison.fields.map((field) => ({ label: labelOf(field.slug, from.content, to.content), before: said(field.before), after: said(field.after) })),
    facts: comparison.facts.length,
    counts: comparison.counts,
  };
};

const nameOf = (version: { number: number; name: string } | null): string => (version ? m.version_named({ number: version.number, name: version.name }) : m.version_now());

const said = (field: Field | null): string => (field ? (fieldWords(field) ?? m.value_empty()) : m.value_not_there());

const labelOf = (slug: string, before: DraftContent, after: DraftContent): string => fieldLabels(after).get(slug) ?? fieldLabels(before).get(slug) ?? slug;
