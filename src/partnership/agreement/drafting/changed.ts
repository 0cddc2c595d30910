import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { SLUG, typedFormOf } from './field-words.ts';
import { type Clause, DRAFT_LIMITS, type DraftChange, type DraftContent, type Field, type FieldPatch, type RemovedClause } from './model.ts';
import { isRowName, withoutRow, withRow } from './rows.ts';
import { typedValue } from './typed.ts';

/** The draft as it stands, with the version of its title, fields and facts. */
type Standing = DraftContent & { version: number; removed?: readonly RemovedClause[] };

/**
 * What the draft says after the change; a no where somebody has changed the same thing since. Every other change has its
 * effect on what the draft says now. `newId` gives a new clause its id.
 */
export function changed(draft: Standing, change: DraftChange, newId: () => string): Outcome<DraftContent> {
  if (change.kind === 'title') return change.version === draft.version || change.title === draft.title ? withTitle(draft, change.title) : changedByAnother();
  if (change.kind === 'fields') return withValues(draft, change);
  if (change.kind === 'add') return added(draft, change, newId());
  if (change.kind === 'restore') return restored(draft, change.clauseId);
  const clause = draft.clauses.find(({ id }) => id === change.clauseId);
  if (!clause) return refuse('not-found', 'agreement.clause-not-found');
  switch (change.kind) {
    case 'change':
      return rewritten(draft, clause, change);
    case 'remove':
      return clause.version === change.version ? done({ ...draft, clauses: draft.clauses.filter((one) => one !== clause) }) : changedByAnother();
    case 'move':
      return moved(draft, clause, change.after);
    case 'add-row':
      return isRowName(change.row) ? roomy(withRow(draft, clause.id, change.row)) : refuse('invalid', 'agreement.row-unknown', { path: 'row' });
    case 'remove-row':
      return done(withoutRow(draft, change));
  }
}

/** Text as it is kept: line breaks of one kind, and no sign that another program reads otherwise. */
const kept = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

const inLine = (text: string): string => kept(text).replace(/\s+/g, ' ').trim();

function withTitle(draft: Standing, typed: string): Outcome<DraftContent> {
  const title = inLine(typed);
  if (title === '') return refuse('invalid', 'agreement.draft-title-missing', { path: 'title' });
  if (title.length > DRAFT_LIMITS.title) return refuse('invalid', 'agreement.draft-title-too-long', { path: 'title', facts: { most: DRAFT_LIMITS.title } });
  return done({ ...draft, title });
}

/** Fields that say already what the change says are left, so that two who fill in different ones do not stand in each other's way. */
function withValues(draft: Standing, { fields: patch, version, was }: { fields: FieldPatch; version: number; was?: Record<string, string> }): Outcome<DraftContent> {
  const refusals: Refusal[] = [];
  const values = new Map<string, Field['value']>();
  for (const [slug, typed] of Object.entries(patch)) {
    const field = draft.fields.find((one) => one.slug === slug);
    const value = field ? typedValue(field, typed === null ? '' : String(typed)) : refuse('not-found', 'agreement.field-unknown');
    if (!value.ok) refusals.push(...value.refusals);
    else if (value.value !== field!.value) values.set(slug, value.value);
  }
  if (refusals.length > 0) return { ok: false, refusals };
  const isAsSeen = ({ slug, value }: Field) => was?.[slug] !== undefined && typedFormOf(value) === was[slug];
  if (version !== draft.version && draft.fields.some((field) => values.has(field.slug) && !isAsSeen(field))) return changedByAnother();
  return done({ ...draft, fields: draft.fields.map((field) => (values.has(field.slug) ? { ...field, value: values.get(field.slug)! } : field)) });
}

function wellWritten(change: { heading: string; body: string }): Outcome<{ heading: string; body: string }> {
  const heading = inLine(change.heading);
  const body = kept(change.body).replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim();
  if (heading === '') return refuse('invalid', 'agreement.heading-missing', { path: 'heading' });
  if (heading.length > DRAFT_LIMITS.heading) return refuse('invalid', 'agreement.heading-too-long', { path: 'heading', facts: { most: DRAFT_LIMITS.heading } });
  if (body.length > DRAFT_LIMITS.body) return refuse('invalid', 'agreement.clause-too-long', { path: 'body', facts: { most: DRAFT_LIMITS.body } });
  return done({ heading, body });
}

function rewritten(draft: Standing, clause: Clause, change: { heading: string; body: string; version: number }): Outcome<DraftContent> {
  const text = wellWritten(change);
  if (!text.ok) return text;
  if (text.value.heading === clause.heading && text.value.body === clause.body) return done(draft);
  if (change.version !== clause.version) return changedByAnother();
  return roomy(withNewFields({ ...draft, clauses: draft.clauses.map((one) => (one.id === clause.id ? { ...one, ...text.value } : one)) }, text.value.body));
}

function added(draft: Standing, change: { heading: string; body: string; after: string | null }, id: string): Outcome<DraftContent> {
  const text = wellWritten(change);
  if (!text.ok) return text;
  const clauses = inserted(draft.clauses, { id, ...text.value, version: 1 }, change.after);
  return clauses ? roomy(withNewFields({ ...draft, clauses }, text.value.body)) : refuse('not-found', 'agreement.clause-not-found');
}

/** A slug that a writer puts into the text is a field of its own, for words, until it is given a kind. */
function withNewFields(content: DraftContent, body: string): DraftContent {
  const known = new Set(content.fields.map(({ slug }) => slug));
  const fresh = [...new Set([...body.matchAll(SLUG)].map(([, slug]) => slug))].filter((slug) => !known.has(slug));
  return { ...content, fields: [...content.fields, ...fresh.map((slug): Field => ({ slug, kind: kindOf(slug), fact: null, value: null }))] };
}

/** What a new field's name says that it holds. */
const kindOf = (slug: string): Field['kind'] => (/^(?:dag|datum)\b|-(?:dag|datum)\b/.test(slug) ? 'date' : /^belopp\b|-belopp\b|^kronor\b/.test(slug) ? 'amount' : /^antal\b|-antal\b/.test(slug) ? 'number' : 'text');

/** A removed clause comes back where it was; what it states was never gone. */
function restored(draft: Standing, clauseId: string): Outcome<DraftContent> {
  if (draft.clauses.some(({ id }) => id === clauseId)) return done(draft);
  const clause = draft.removed?.find(({ id }) => id === clauseId);
  if (!clause) return refuse('not-found', 'agreement.clause-not-found');
  const { position, ...back } = clause;
  return roomy({ ...draft, clauses: draft.clauses.toSpliced(position, 0, back) });
}

function moved(draft: Standing, clause: Clause, after: string | null): Outcome<DraftContent> {
  const clauses = after === clause.id ? draft.clauses : inserted(draft.clauses.filter((one) => one !== clause), clause, after);
  return clauses ? done({ ...draft, clauses }) : refuse('not-found', 'agreement.clause-not-found');
}

/** The clauses with this one after another, or first; null where that other is not there. */
function inserted(clauses: Clause[], clause: Clause, after: string | null): Clause[] | null {
  const place = after === null ? 0 : clauses.findIndex(({ id }) => id === after) + 1;
  return after !== null && place === 0 ? null : clauses.toSpliced(place, 0, clause);
}

const roomy = (content: DraftContent): Outcome<DraftContent> =>
  content.clauses.length > DRAFT_LIMITS.clauses || content.fields.length > DRAFT_LIMITS.fields || content.facts.length > DRAFT_LIMITS.facts ? refuse('invalid', 'agreement.draft-too-long') : done(content);

const changedByAnother = () => refuse('conflict', 'agreement.changed-by-another');
