import * as m from '#messages';
import type { DraftContent, FactKind, Field } from '#pure/agreement';
import { capital } from '#ui/format/capital.ts';
import { FACT_FIELDS } from '../../partnerships/[id]/agreement/fact-fields.ts';

/** What each field of the draft is called in its form; alike ones are counted, so that each has a name of its own. */
export function fieldLabels({ fields }: Pick<DraftContent, 'fields'>): Map<string, string> {
  const plain = fields.map((field) => [field.slug, labelOf(field)] as const);
  const alike = Map.groupBy(plain, ([, label]) => label);
  return new Map(plain.map(([slug, label]) => {
    const same = alike.get(label)!;
    return [slug, same.length > 1 ? `${label} ${same.findIndex(([other]) => other === slug) + 1}` : label];
  }));
}

/** What it is about and which part of that it is; a field of the writer's own goes by its name. */
function labelOf({ slug, fact, kind }: Field): string {
  if (!fact) return capital(slug.replaceAll('-', ' '));
  const part = FACT_FIELDS[fact.kind].find(({ path }) => path === fact.part)?.label() ?? (kind === 'date' ? m.field_date() : m.field_what());
  const about = ABOUT[fact.kind]?.();
  return about && about !== part ? `${about}: ${part.toLowerCase()}` : part;
}

const ABOUT: Partial<Record<FactKind, () => string>> = {
  payment: m.fact_payment,
  deadline: m.fact_deadline,
  goal: m.fact_goal,
  amount: m.fact_amount,
  contact: m.fact_contact,
  signatory: m.fact_signatory,
  party: m.fact_party,
  steering: m.fact_steering,
  notice: m.fact_notice,
  extension: m.fact_extension,
};
