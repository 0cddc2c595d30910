import type { FactKind } from '../facts.ts';
import type { Clause, DraftContent, DraftFact, Field, FieldKind } from './model.ts';
import type { Value } from './parts.ts';

/** How a fact of which a clause may have many is written: a line of its list, and the fields in it. */
export interface Row {
  kind: FactKind;
  /** What its slugs begin with: `betalning` gives `betalning-1-belopp`. */
  slug: string;
  /** The line, with `{name}` for each of its own fields and `{{slug}}` for a field of the draft. */
  line: string;
  fields: Record<string, { kind: FieldKind; part: string; value?: string | number }>;
  value: Value;
}

const text = (part: string, value?: string) => ({ kind: 'text', part, value }) as const;
const day = (part: string) => ({ kind: 'date', part }) as const;
const sek = { kind: 'amount', part: 'sek' } as const;

/** Parties go by these slugs in all that we suggest: a public one, and one of civil society. */
export const PARTIES = { public: 'kommun', civil: 'forening' } as const;
/** The account that money is paid to. */
const ACCOUNT = 'bankgiro';
const [PUBLIC, CIVIL] = [`{${PARTIES.public}}`, `{${PARTIES.civil}}`];

const payment = (line: string, event: string | null): Row => ({
  kind: 'payment',
  slug: 'betalning',
  line: `- ${line}`,
  fields: { belopp: sek, ...(event ? {} : { dag: day('due.date') }) },
  value: { payer: PUBLIC, payee: CIVIL, account: `{${ACCOUNT}}`, due: { date: null, precision: null, event } },
});
const deadline = (line: string, responsible: string): Row => ({ kind: 'deadline', slug: 'tid', line: `- ${line}`, fields: { vad: text('what'), dag: day('date') }, value: { responsible } });
const commitment = (party: string, slug: string): Row => ({ kind: 'commitment', slug, line: '- {gor}', fields: { gor: text('text') }, value: { party, modality: 'shall' } });
const contact = (party: string, slug: string): Row => ({
  kind: 'contact',
  slug,
  line: `- För {${party}}: {namn}, {roll}, {epost}, {telefon}`,
  fields: { namn: text('name'), roll: text('role'), epost: text('email'), telefon: text('phone') },
  value: { organisation: party },
});
const signatory = (party: string, slug: string): Row => ({
  kind: 'signatory',
  slug,
  line: `- För {${party}}: {namn}, {titel}`,
  fields: { namn: text('name'), titel: text('title') },
  value: { party, date: null },
});

/** Every row that a clause can be given, by the name its form sends. */
export const ROWS = {
  party: { kind: 'party', slug: 'part', line: '- {namn}, organisationsnummer {nummer}', fields: { namn: text('name'), nummer: text('orgNumber') }, value: {} },
  'commitment-public': commitment(PUBLIC, 'kommunen-ska'),
  'commitment-civil': commitment(CIVIL, 'foreningen-ska'),
  'commitment-both': commitment('both', 'parterna-ska'),
  goal: { kind: 'goal', slug: 'mal', line: '- {mal}', fields: { mal: text('text') }, value: {} },
  'goal-number': { kind: 'goal', slug: 'mal', line: '- minst {antal} {vad}', fields: { antal: { kind: 'number', part: 'target' }, vad: text('unit') }, value: { text: null } },
  'deadline-public': deadline('{vad} lämnas av kommunen till föreningen senast den {dag}.', PUBLIC),
  'deadline-civil': deadline('{vad} lämnas av föreningen till kommunen senast den {dag}.', CIVIL),
  'deadline-both': deadline('{vad} gör parterna tillsammans senast den {dag}.', 'both'),
  'payment-dated': payment('{belopp} kronor betalas ut senast den {dag}.', null),
  'payment-signed': payment('{belopp} kronor betalas ut när båda parter har undertecknat överenskommelsen.', 'signed_by_all'),
  'payment-interim': payment('{belopp} kronor betalas ut när delrapporten har kommit in.', 'interim_report_received'),
  'payment-final': payment('{belopp} kronor betalas ut när slutrapporten har kommit in.', 'final_report_received'),
  budget: { kind: 'budget', slug: 'post', line: '- {post}: {belopp} kronor', fields: { post: text('label'), belopp: sek }, value: { kind: 'cost' } },
  'contact-public': contact(PUBLIC, 'kontakt'),
  'contact-civil': contact(CIVIL, 'kontakt'),
  'signatory-public': signatory(PUBLIC, 'undertecknare'),
  'signatory-civil': signatory(CIVIL, 'undertecknare'),
  place: { kind: 'place', slug: 'plats', line: '- {plats}', fields: { plats: text('name') }, value: {} },
} as const satisfies Record<string, Row>;

export type RowName = keyof typeof ROWS;

export const isRowName = (name: string): name is RowName => Object.hasOwn(ROWS, name);

/** The content with one more row at the end of the clause, its fields as given or blank. */
export function withRow(content: DraftContent, clauseId: string, name: RowName, given: Record<string, string | number> = {}): DraftContent {
  const row: Row = ROWS[name];
  const key = keyAfter(row.slug, content);
  const slugs = Object.fromEntries(Object.keys(row.fields).map((field) => [field, Object.keys(row.fields).length === 1 ? key : `${key}-${field}`]));
  const fields = Object.entries(row.fields).map(([field, { kind, part, value }]): Field => ({ slug: slugs[field], kind, fact: { kind: row.kind, key, part }, value: given[field] ?? value ?? null }));
  const line = row.line.replaceAll(/\{\{([a-z-]+)\}\}|\{([a-z]+)\}/g, (_, other?: string, own?: string) => `{${other ?? slugs[own!]}}`);
  const fact: DraftFact = { key, kind: row.kind, clauseId, value: structuredClone(row.value) };
  const clauses = content.clauses.map((clause) => (clause.id === clauseId ? { ...clause, body: withLine(clause.body, line) } : clause));
  return { ...content, clauses, fields: [...content.fields, ...fields], facts: [...content.facts, fact] };
}

/** The content without the fact, its lines in its clause, and its fields that then stand nowhere. */
export function withoutRow(content: DraftContent, { clauseId, key }: Pick<DraftFact, 'clauseId' | 'key'>): DraftContent {
  const gone = new Set(content.fields.filter(({ fact }) => fact?.key === key).map(({ slug }) => slug));
  const holdsGone = (line: string) => [...gone].some((slug) => line.includes(`{${slug}}`));
  const clauses = content.clauses.map((clause) =>
    clause.id === clauseId ? { ...clause, body: clause.body.split('\n').filter((line) => !(line.startsWith('- ') && holdsGone(line))).join('\n').replace(/\n{3,}/g, '\n\n').trim() } : clause,
  );
  const isLeft = ({ slug }: Field) => !gone.has(slug) || clauses.some(({ heading, body }) => `${heading}\n${body}`.includes(`{${slug}}`));
  return { ...content, clauses, fields: content.fields.filter(isLeft), facts: content.facts.filter((fact) => fact.key !== key) };
}

/** The facts of a clause that stand in it as rows of their own, and can be taken away. */
export const rowsIn = ({ facts, fields }: Pick<DraftContent, 'facts' | 'fields'>, { id, body }: Pick<Clause, 'id' | 'body'>): DraftFact[] =>
  facts.filter(({ key, clauseId }) => clauseId === id && body.split('\n').some((line) => line.startsWith('- ') && fields.some(({ slug, fact }) => fact?.key === key && line.includes(`{${slug}}`))));

/** A list goes on; a paragraph is followed by one. */
function withLine(body: string, line: string): string {
  const last = body.trimEnd().split('\n').at(-1) ?? '';
  return last === '' ? line : `${body.trimEnd()}${last.startsWith('- ') ? '\n' : '\n\n'}${line}`;
}

/** The first name with this beginning that no fact or field has. */
function keyAfter(slug: string, { facts, fields }: DraftContent): string {
  const isTaken = (key: string) => facts.some((fact) => fact.key === key) || fields.some((field) => field.slug === key || field.slug.startsWith(`${key}-`));
  for (let n = 1; ; n += 1) if (!isTaken(`${slug}-${n}`)) return `${slug}-${n}`;
}
