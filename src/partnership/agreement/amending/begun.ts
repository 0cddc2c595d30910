import type { Clause, DraftContent, DraftFact, Field } from '../drafting/model.ts';
import type { Party } from '../model.ts';
import type { FactView } from '../review.ts';
import { leafAt, nameOf, PARTS } from './changes.ts';
import type { Amendment, Change } from './model.ts';

interface Begun {
  kind: Amendment['kind'];
  /** What the agreement is called. */
  agreement: string;
  facts: readonly FactView[];
  changes: readonly Change[];
}

/**
 * An amendment or an annex as it begins: its parties are those of the agreement, and each change a sentence of our own whose
 * field knows what the agreement says now. The new values are blanks to fill in; rows can be added as in any draft.
 */
export function amendmentFrom({ kind, agreement, facts, changes }: Begun, newId: () => string): DraftContent {
  const clause = (heading: string, body: string): Clause => ({ id: newId(), heading, body, version: 1 });
  const parties = facts.filter((fact) => fact.kind === 'party');
  const slugs = partySlugs(parties);
  const between = slugs.map((slug) => `{${slug}}`).join(slugs.length === 2 ? ' och ' : ', ');
  const about = clause('Parter', `${kind === 'annex' ? 'Den här bilagan' : 'Det här tilläggsavtalet'} hör till överenskommelsen ”{overenskommelse}” mellan ${between}.`);
  const sentences = changes.flatMap((change, index) => sentenceFor(change, index + 1, facts) ?? []);
  const changing = clause(kind === 'annex' ? 'Innehåll' : 'Ändringar', sentences.map(({ line }) => `- ${line}`).join('\n'));
  return {
    kind,
    title: `${kind === 'annex' ? 'Bilaga' : 'Tilläggsavtal'} till ${agreement}`.slice(0, 200),
    clauses: [about, changing, clause('Giltighet', 'I övrigt gäller överenskommelsen oförändrad. Det som står här gäller när alla parter har undertecknat det.')],
    fields: [
      { slug: 'overenskommelse', kind: 'text', fact: null, value: agreement },
      ...parties.map(({ id, value }, index): Field => ({ slug: slugs[index], kind: 'text', fact: { kind: 'party', key: slugs[index], part: 'name' }, base: { factId: id, value: value.name }, value: value.name as string })),
      ...sentences.flatMap(({ fields }) => fields),
    ],
    facts: [...parties.map(({ value }, index): DraftFact => ({ key: slugs[index], kind: 'party', clauseId: about.id, value })), ...sentences.flatMap(({ fact }) => (fact ? [{ ...fact, clauseId: changing.id }] : []))],
  };
}

/** The first public party and the first of civil society go by the slugs that rows are written with. */
function partySlugs(parties: readonly FactView[]): string[] {
  const taken = new Set<string>();
  return parties.map(({ value }, index) => {
    const wanted = (value as Party).sector === 'public' ? 'kommun' : 'forening';
    const slug = taken.has(wanted) ? `part-${index + 1}` : wanted;
    taken.add(slug);
    return slug;
  });
}

/** Kinds that go by a name of ours; the others by words of the agreement, which are quoted. */
const OUR_NAMES: ReadonlySet<FactView['kind']> = new Set(['period', 'steering', 'notice', 'payment']);

interface Sentence {
  line: string;
  fields: Field[];
  fact: Omit<DraftFact, 'clauseId'> | null;
}

function sentenceFor({ factId, part }: Change, nth: number, facts: readonly FactView[]): Sentence | null {
  const found = facts.find(({ id }) => id === factId);
  if (!found) return null;
  const { kind, value } = found;
  const name = nameOf(found);
  const [to, from, what] = [`andring-${nth}`, `fran-${nth}`, `vad-${nth}`];
  if (part === null) return { line: `”{utgar-${nth}}” utgår.`, fields: [{ slug: `utgar-${nth}`, kind: 'text', fact: null, base: { factId, value }, value: name }], fact: null };
  const known = PARTS[kind]?.find((one) => one.part === part);
  if (!known) return null;
  const { words, unit = '', kind: fieldKind } = known;
  const was = leafAt(value, part);
  const fields: Field[] = [
    { slug: what, kind: 'text', fact: null, value: name },
    ...(was === null ? [] : [{ slug: from, kind: fieldKind, fact: null, value: was }]),
    { slug: to, kind: fieldKind, fact: { kind, key: to, part }, base: { factId, value: was }, value: null },
  ];
  const fact = { key: to, kind, value };
  if (part === 'text') return { line: `”{${from}}” får lydelsen ”{${to}}”.`, fields: fields.filter(({ slug }) => slug !== what), fact };
  const change = was === null ? `bestäms till {${to}}${unit}` : `ändras från {${from}}${unit} till {${to}}${unit}`;
  const named = OUR_NAMES.has(kind) ? `{${what}}` : `”{${what}}”`;
  return { line: `${named}: ${words} ${change}.`, fields, fact };
}
