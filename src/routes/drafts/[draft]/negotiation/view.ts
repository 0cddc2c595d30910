import { stampOf } from '#pure/followup';
import type { Negotiation, ProposalView } from '#partnership/agreement';
import * as m from '#messages';
import { type Comment, fieldWords, type ProposedChange } from '#pure/agreement';
import { fieldLabels } from '../field-label.ts';
import { type Marked, markedClause } from './marked.ts';

/** A proposal as a page shows it. */
export interface ShownProposal {
  id: string;
  what: string;
  clauseId: string | null;
  from: string;
  by: string;
  when: string;
  reason: string;
  marked: Marked | null;
  values: { label: string; before: string; after: string }[];
  mark: string;
  may: ProposalView['may'];
  /** How it stands to the text as it is now; null where it is answered. */
  can: 'be-accepted' | 'be-settled' | 'not-be-done' | null;
  merged: boolean;
  /** For whoever settles it: what stands now and a beginning of what is to stand. */
  settle: { now: string; heading: string; body: string } | null;
  answer: { verdict: 'accepted' | 'declined' | 'withdrawn'; by: string; when: string; reason: string } | null;
}

/** A comment with what has been answered to it. */
export interface Thread extends Pick<Comment, 'id' | 'internal' | 'text' | 'clauseId'> {
  from: string;
  by: string;
  when: string;
  answers: { id: string; from: string; by: string; when: string; text: string }[];
}

const minute = (moment: Date): string => stampOf(moment).slice(0, -3);

/** Proposals in the words and marks of the page. */
export const shownProposals = ({ draft, proposals }: Negotiation): ShownProposal[] => proposals.map((proposal) => shown(draft, proposal));

function shown(draft: Negotiation['draft'], proposal: ProposalView): ShownProposal {
  const { id, change, standing, stood, organisation, proposedAt, proposedBy, reason, mark, may, answer } = proposal;
  const now = draft.clauses.find((clause) => clause.id === proposal.clauseId);
  const effective: ProposedChange = standing?.can === 'be-accepted' ? standing.change : change;
  const before = standing?.can === 'be-accepted' && now ? now : { heading: stood.heading ?? '', body: stood.body ?? '' };
  return {
    id,
    what: whatWords(draft, proposal),
    clauseId: proposal.clauseId,
    from: organisation.name,
    by: proposedBy,
    when: minute(proposedAt),
    reason,
    marked: markedOf(effective, before, draft),
    values: valuesOf(effective, proposal, draft),
    mark,
    may,
    can: standing?.can ?? null,
    merged: standing?.can === 'be-accepted' && standing.merged,
    settle: standing?.can === 'be-settled' ? { now: now?.body ?? '', ...standing.settled } : null,
    answer: answer && { verdict: answer.verdict, by: answer.answeredBy, when: minute(answer.answeredAt), reason: answer.reason },
  };
}

function markedOf(change: ProposedChange, before: { heading: string; body: string }, { fields }: Negotiation['draft']): Marked | null {
  if (change.kind === 'change') return markedClause(before, change, fields);
  if (change.kind === 'add') return markedClause(null, change, fields);
  return change.kind === 'remove' ? markedClause(before, null, fields) : null;
}

function valuesOf(change: ProposedChange, { stood }: ProposalView, draft: Negotiation['draft']): ShownProposal['values'] {
  if (change.kind === 'title') return [{ label: m.drafting_title(), before: stood.title ?? '', after: change.title }];
  if (change.kind !== 'fields') return [];
  const labels = fieldLabels(draft);
  return Object.entries(change.fields).map(([slug, after]) => {
    const field = draft.fields.find((one) => one.slug === slug);
    const before = field && fieldWords({ ...field, value: stood.fields?.[slug] ?? null });
    return { label: labels.get(slug) ?? slug, before: before ?? m.value_empty(), after: String(after ?? '') || m.value_empty() };
  });
}

function whatWords({ clauses }: Negotiation['draft'], { change, stood }: ProposalView): string {
  const named = (id: string | null) => clauses.find((clause) => clause.id === id)?.heading ?? '';
  switch (change.kind) {
    case 'change':
      return m.proposal_change({ heading: named(change.clauseId) || (stood.heading ?? '') });
    case 'add':
      return m.proposal_add({ heading: change.heading });
    case 'remove':
      return m.proposal_remove({ heading: named(change.clauseId) || (stood.heading ?? '') });
    case 'move':
      return change.after === null ? m.proposal_move_first({ heading: named(change.clauseId) }) : m.proposal_move({ heading: named(change.clauseId), after: named(change.after) });
    case 'fields':
      return m.proposal_fields();
    case 'title':
      return m.proposal_title();
  }
}

/** Comments as threads, the first first: those on this clause, or with nothing given all. */
export function threadsOf({ comments }: Negotiation, clauseId?: string | null): Thread[] {
  const said = ({ organisation, writtenBy, writtenAt }: Comment) => ({ from: organisation.name, by: writtenBy, when: minute(writtenAt) });
  return comments
    .filter(({ answers, clauseId: on }) => answers === null && (clauseId === undefined || on === clauseId))
    .map((comment) => ({ id: comment.id, internal: comment.internal, text: comment.text, clauseId: comment.clauseId, ...said(comment), answers: comments.filter(({ answers }) => answers === comment.id).map((answer) => ({ id: answer.id, text: answer.text, ...said(answer) })) }));
}
