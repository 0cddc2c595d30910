import { answerAndTell, commentAndTell, settleAndTell } from '../../../../reactions/negotiating.ts';
import { VERDICTS } from '#pure/agreement';
import { formAction } from '../../../form-action.ts';

/** The forms that more than one page of a negotiation has. */

export const answerForm = formAction(
  'answer',
  (context, { proposal = '', verdict, reason, seen }, { url, lookedAt }) =>
    answerAndTell(context, { proposalId: proposal, verdict: VERDICTS.find((known) => known === verdict) ?? 'declined', reason, seen, lookedAt, origin: url.origin }),
  ({ params }, { verdict }) => `/drafts/${params.draft}/negotiation?done=${verdict}`,
);

export const settleForm = formAction(
  'settle',
  (context, { proposal = '', heading = '', body = '' }, { url, lookedAt }) => settleAndTell(context, { proposalId: proposal, heading, body, reason: '', lookedAt, origin: url.origin }),
  ({ params }, { proposalId }) => `/drafts/${params.draft}/negotiation?done=proposed#proposal-${proposalId}`,
);

export const commentForm = formAction(
  'comment',
  (context, { answers, internal, text = '' }, { params, url, lookedAt }) =>
    commentAndTell(context, { draftId: params.draft!, clauseId: clauseOf(params.clause), answers: answers || null, internal: internal === 'yes', text, lookedAt, origin: url.origin }),
  ({ params }) => `/drafts/${params.draft}/negotiation${params.clause ? `/${params.clause}` : ''}?done=said`,
);

/** The clause that an address means; the whole draft where it says so. */
export const clauseOf = (name: string | undefined): string | null => (name === undefined || name === 'whole' ? null : name);
