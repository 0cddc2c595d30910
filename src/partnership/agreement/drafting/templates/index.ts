import type { Clause, DraftContent, DraftFact, Field } from '../model.ts';
import { PARTIES, withRow } from '../rows.ts';
import type { Template, TemplateClause } from './template.ts';
import { withInstalments } from './with-instalments.ts';
import { withoutMoney } from './without-money.ts';
import { withStateGrant } from './with-state-grant.ts';

/** The templates, by the name their form sends. */
const TEMPLATES = { 'with-instalments': withInstalments, 'without-money': withoutMoney, 'with-state-grant': withStateGrant } as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name);

/** A party as the house knows the organisation. */
export interface DraftParty {
  /** Null for one that the house does not know yet. */
  organisationId: string | null;
  name: string;
  orgNumber: string | null;
  sector: 'public' | 'civil' | null;
}

/** A draft as the template begins it, with what is known of its parties filled in. `newId` gives each clause its id. */
export function fromTemplate(name: TemplateName, { title, parties }: { title: string; parties: readonly DraftParty[] }, newId: () => string): DraftContent {
  const template: Template = TEMPLATES[name];
  const begun: DraftContent = { kind: 'agreement', title: title || template.title, clauses: [], fields: [], facts: [] };
  const content = template.clauses.reduce((sofar, clause) => withClause(sofar, clause, newId()), begun);
  return withParties(content, parties);
}

function withClause(content: DraftContent, { heading, body, fields = {}, facts = {}, rows = [] }: TemplateClause, id: string): DraftContent {
  const clause: Clause = { id, heading, body, version: 1 };
  const own: Field[] = Object.entries(fields).map(([slug, { kind, part, value }]) => {
    const [key, path] = (part ?? '').split(' ');
    return { slug, kind, fact: part ? { kind: facts[key].kind, key, part: path } : null, value: value ?? null };
  });
  const stated: DraftFact[] = Object.entries(facts).map(([key, fact]) => ({ key, kind: fact.kind, clauseId: id, value: structuredClone(fact.value), ...(fact.words ? { words: fact.words } : {}) }));
  const whole = { ...content, clauses: [...content.clauses, clause], fields: [...content.fields, ...own.filter(({ slug }) => !content.fields.some((field) => field.slug === slug))], facts: [...content.facts, ...stated] };
  return rows.reduce((sofar, [row, given]) => withRow(sofar, id, row, given), whole);
}

/** The public party goes where the template speaks of the municipality; of two alike the first does. */
function withParties(content: DraftContent, parties: readonly DraftParty[]): DraftContent {
  const isSwapped = parties[0]?.sector !== 'public' && parties[1]?.sector === 'public';
  const [first, second] = isSwapped ? [parties[1], parties[0]] : parties;
  const known = { [PARTIES.public]: first, [PARTIES.civil]: second } as Record<string, DraftParty | undefined>;
  const valueFor = ({ slug, value }: Field) => known[slug]?.name ?? known[slug.replace(/-nummer$/, '')]?.orgNumber ?? value;
  return {
    ...content,
    fields: content.fields.map((field) => ({ ...field, value: valueFor(field) })),
    facts: content.facts.map((fact) => {
      const party = fact.kind === 'party' ? known[fact.key] : undefined;
      return party ? { ...fact, value: { ...fact.value, sector: party.sector ?? fact.value.sector, ...(party.organisationId ? { organisationId: party.organisationId } : {}) } } : fact;
    }),
  };
}
