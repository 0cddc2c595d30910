import { approvalsOfDraft, recordApproval, takeBackApproval } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { refusalSentence } from '#ui/refusal-sentence.ts';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { fieldLabels } from '../field-label.ts';
import { headOf } from '../head.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const found = valueOr404(await approvalsOfDraft(context, params.draft));
  const { draft, version, isCurrent, frozen, sides, left } = (await guard(context)).hide(found.draft.agreementId, found);
  const labels = fieldLabels(draft);
  return {
    draft: { ...(await headOf(context, draft)), isShared: draft.sharedAt !== null },
    version: version && { id: version.id, number: version.number, name: version.name },
    isCurrent,
    frozen,
    sides,
    left: left.map(({ code, facts }) => refusalSentence({ code, facts: facts?.field === undefined ? facts : { ...facts, field: labels.get(String(facts.field)) ?? facts.field } })),
    today: context.clock.today(),
    saved: url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  record: formAction(
    'record',
    (context, { version = '', step = '', decidedOn = '', paragraph = '' }, { params }) => recordApproval(context, { draftId: params.draft!, versionId: version, stepId: step, decidedOn, paragraph }),
    ({ params }) => `/drafts/${params.draft}/approvals?saved=yes`,
  ),
  takeBack: formAction(
    'take-back',
    (context, { version = '', step = '' }, { params }) => takeBackApproval(context, { draftId: params.draft!, versionId: version, stepId: step }),
    ({ params }) => `/drafts/${params.draft}/approvals`,
  ),
};
