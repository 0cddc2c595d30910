import { decideRetention, organisationToManage, retentionOf } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { numberTyped } from '../../../typed-number.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id } }) => {
  const [organisation, retention] = await Promise.all([organisationToManage(context, id), retentionOf(context, id)]);
  return { today: context.clock.today(), organisation: { id, name: valueOr404(organisation).name }, ...valueOr404(retention) };
};

export const actions: Actions = {
  decide: formAction(
    'decide',
    (context, { type, keep, months, caseNumber, decidedOn, decidedBy }, { params, lookedAt }) =>
      // Without a number and without the word that it is kept nothing has been said, which is no number either.
      decideRetention(context, { organisationId: params.id!, type, months: keep ? null : (numberTyped(months ?? '') ?? Number.NaN), caseNumber, decidedOn, decidedBy, lookedAt }),
    ({ params }) => `/organisations/${params.id}/retention`,
  ),
};
