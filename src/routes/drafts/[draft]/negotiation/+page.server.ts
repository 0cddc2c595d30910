import { negotiationOf } from '#partnership/agreement';
import { guard, listOrganisations } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { shareAndTell } from '../../../../reactions/negotiating.ts';
import { answerForm, commentForm, settleForm } from './forms.ts';
import { shownProposals, threadsOf } from './view.ts';
import { headOf } from '../head.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const negotiation = valueOr404(await negotiationOf(context, params.draft));
  const { hide } = await guard(context);
  const { draft, side, others, frozen, proposals, comments } = hide(negotiation.draft.agreementId, negotiation);
  const told = { ...negotiation, draft, proposals, comments };
  const isShared = draft.sharedAt !== null;
  const named = draft.facts.some(({ kind, value }) => kind === 'party' && typeof value.organisationId === 'string' && value.organisationId !== draft.organisationId);
  const choose = !isShared && others.length === 0 && !named;
  return {
    draft: { ...(await headOf(context, draft)), isShared },
    clauses: draft.clauses.map(({ id, heading }) => ({ id, heading, open: proposals.filter(({ clauseId, answer }) => clauseId === id && answer === null).length, said: comments.filter(({ clauseId }) => clauseId === id).length })),
    side,
    others,
    frozen,
    proposals: shownProposals(told),
    threads: threadsOf(told),
    organisations: choose ? valueOr404(await listOrganisations(context)).filter(({ id }) => id !== draft.organisationId).map(({ id, name }) => ({ id, name })) : [],
    done: url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  share: formAction(
    'share',
    (context, { organisation }, { params, url }) => shareAndTell(context, { draftId: params.draft!, organisationId: organisation || undefined, origin: url.origin }),
    ({ params }) => `/drafts/${params.draft}/negotiation?done=shared`,
  ),
  answer: answerForm,
  settle: settleForm,
  comment: commentForm,
};
