import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { DraftContent, FieldPatch } from '../drafting/model.ts';
import { merged, mergedText, type MergePart, withBoth } from './merge/merged.ts';
import type { Approval, ApprovalStep, Proposal, ProposedChange, Stood } from './model.ts';

/** What an open proposal would do to the draft as it stands now. */
export type Standing =
  /** It can be accepted; the change is then this, where others have changed another part of the same clause with both. */
  | { can: 'be-accepted'; change: ProposedChange; merged: boolean }
  /** Somebody has changed the same since: a person must say what it is to be. `settled` is a beginning for them. */
  | { can: 'be-settled'; heading: MergePart[]; body: MergePart[]; settled: { heading: string; body: string } }
  /** What it is about is not there any more, or has another value. */
  | { can: 'not-be-done' };

type Draft = Pick<DraftContent, 'title' | 'clauses' | 'fields'> & { version: number };

/** What stands now where the change is proposed. Null where it is not there. */
export function stoodAt(draft: Draft, change: ProposedChange): Stood | null {
  if (change.kind === 'title') return { title: draft.title };
  if (change.kind === 'fields') return { fields: valuesOf(draft, Object.keys(change.fields)) };
  if (change.kind === 'add') return change.after === null || draft.clauses.some(({ id }) => id === change.after) ? {} : null;
  const clause = draft.clauses.find(({ id }) => id === change.clauseId);
  if (change.kind === 'move' && change.after !== null && !draft.clauses.some(({ id }) => id === change.after)) return null;
  return clause ? { heading: clause.heading, body: clause.body } : null;
}

/** How an open proposal stands to the draft as it is now. */
export function standingOf({ change, stood }: Pick<Proposal, 'change' | 'stood'>, draft: Draft): Standing {
  const now = stoodAt(draft, change);
  if (!now) return { can: 'not-be-done' };
  switch (change.kind) {
    case 'add':
    case 'move':
      return { can: 'be-accepted', change, merged: false };
    case 'title':
      return now.title === stood.title ? { can: 'be-accepted', change: { ...change, version: draft.version }, merged: false } : { can: 'not-be-done' };
    case 'fields':
      return Object.entries(now.fields!).every(([slug, value]) => value === stood.fields?.[slug]) ? { can: 'be-accepted', change: { ...change, version: draft.version }, merged: false } : { can: 'not-be-done' };
    case 'remove': {
      const { version } = draft.clauses.find(({ id }) => id === change.clauseId)!;
      return now.heading === stood.heading && now.body === stood.body ? { can: 'be-accepted', change: { ...change, version }, merged: false } : { can: 'not-be-done' };
    }
    case 'change':
      return standingOfText(change, stood, draft);
  }
}

function standingOfText(change: Extract<ProposedChange, { kind: 'change' }>, stood: Stood, draft: Draft): Standing {
  const clause = draft.clauses.find(({ id }) => id === change.clauseId)!;
  const heading = merged(stood.heading ?? '', change.heading, clause.heading);
  const body = merged(stood.body ?? '', change.body, clause.body);
  const [oneHeading, oneBody] = [mergedText(heading), mergedText(body)];
  if (oneHeading === null || oneBody === null) return { can: 'be-settled', heading, body, settled: { heading: oneHeading ?? change.heading, body: withBoth(body) } };
  const isMerged = clause.heading !== stood.heading || clause.body !== stood.body;
  return { can: 'be-accepted', change: { ...change, version: clause.version, heading: oneHeading, body: oneBody }, merged: isMerged };
}

/** The change that an acceptance makes, or a no by name. */
export function acceptable(proposal: Pick<Proposal, 'change' | 'stood'>, draft: Draft): Outcome<ProposedChange> {
  const standing = standingOf(proposal, draft);
  if (standing.can === 'be-accepted') return done(standing.change);
  return refuse('conflict', standing.can === 'be-settled' ? 'agreement.proposal-collides' : 'agreement.proposal-overtaken');
}

/** What a reader of a proposal has seen of what it is about: another mark says that it has changed since. */
export function markOf({ change }: Pick<Proposal, 'change'>, draft: Draft): string {
  if (change.kind === 'title') return draft.title;
  if (change.kind === 'fields') return JSON.stringify(valuesOf(draft, Object.keys(change.fields)));
  return change.kind === 'add' ? '' : String(draft.clauses.find(({ id }) => id === change.clauseId)?.version ?? '');
}

const valuesOf = ({ fields }: Pick<Draft, 'fields'>, slugs: string[]): FieldPatch => Object.fromEntries(slugs.map((slug) => [slug, fields.find((field) => field.slug === slug)?.value ?? null]));

/** Steps that have not said yes. */
export const stepsWithout = (steps: ApprovalStep[], approvals: Approval[]): ApprovalStep[] => steps.filter(({ id }) => !approvals.some(({ stepId }) => stepId === id));
