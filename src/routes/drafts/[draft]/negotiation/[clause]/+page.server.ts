import { error } from '@sveltejs/kit';
import { negotiationOf } from '#partnership/agreement';
import { guard } from '#partnership/people';
import * as m from '#messages';
import type { AgreementDraft, ProposedChange } from '#pure/agreement';
import { valueOr404 } from '../../../../answer.ts';
import { type Fields, formAction } from '../../../../form-action.ts';
import { proposeAndTell } from '../../../../../reactions/negotiating.ts';
import { draftView } from '../../draft-view.ts';
import { answerForm, clauseOf, commentForm, settleForm } from '../forms.ts';
import { shownProposals, threadsOf } from '../view.ts';
import { headOf } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const found = valueOr404(await negotiationOf(context, params.draft));
  const negotiation = { ...found, ...(await guard(context)).hide(found.draft.agreementId, { draft: found.draft, proposals: found.proposals, comments: found.comments }) };
  const { draft, side, frozen } = negotiation;
  const clauseId = clauseOf(params.clause);
  const standing = ({ clauses, fields }: AgreementDraft) => JSON.stringify([clauses.find(({ id }) => id === clauseId), fields]);
  const isVeiled = standing(found.draft) !== standing(draft);
  const clause = draftView(draft).clauses.find(({ id }) => id === clauseId) ?? null;
  if (clauseId !== null && clause === null) error(404, m.refusal_agreement_clause_not_found(), { code: 'agreement.clause-not-found' });
  return {
    draft: { ...(await headOf(context, draft)), version: draft.version, isShared: draft.sharedAt !== null },
    clause,
    isVeiled,
    clauses: draft.clauses.map(({ id, heading }) => ({ id, heading })),
    mayPropose: side !== null && draft.sharedAt !== null && !frozen,
    side,
    proposals: shownProposals(negotiation).filter((proposal) => proposal.answer === null && proposal.clauseId === clauseId),
    threads: threadsOf(negotiation, clauseId),
    done: url.searchParams.get('done'),
  };
};

/** One form that proposes a change. */
const proposing = (part: string, changeOf: (fields: Fields, clauseId: string) => ProposedChange) =>
  formAction(
    part,
    (context, fields, { params, url, lookedAt }) => proposeAndTell(context, { draftId: params.draft!, change: changeOf(fields, params.clause!), reason: fields.reason ?? '', lookedAt, origin: url.origin }),
    ({ params }, { proposalId }) => `/drafts/${params.draft}/negotiation?done=proposed#proposal-${proposalId}`,
  );

const version = ({ version = '' }: Fields): number => Number(version);

export const actions: Actions = {
  change: proposing('change', (fields, clauseId) => ({ kind: 'change', clauseId, version: version(fields), heading: fields.heading ?? '', body: fields.body ?? '' })),
  remove: proposing('remove', (fields, clauseId) => ({ kind: 'remove', clauseId, version: version(fields) })),
  move: proposing('move', ({ after = '' }, clauseId) => ({ kind: 'move', clauseId, after: after || null })),
  fields: proposing('fields', (fields) => ({ kind: 'fields', version: version(fields), fields: Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (name.startsWith('field-') ? [[name.slice(6), value]] : []))) })),
  add: proposing('add', ({ heading = '', body = '', after = '' }) => ({ kind: 'add', heading, body, after: after || null })),
  title: proposing('title', (fields) => ({ kind: 'title', version: version(fields), title: fields.title ?? '' })),
  comment: commentForm,
  answer: answerForm,
  settle: settleForm,
};
