import { guard } from '#partnership/people';
import { ledWalk, letCount, nightAfterwards, settle } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { valueOr404 } from '../../../../../answer.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id, walk: walkId } }) => {
  const night = valueOr404(await nightAfterwards(context, { agreementId: id, walkId }));
  const { company } = valueOr404(await ledWalk(context, { agreementId: id, walkId }));
  const { hide } = await guard(context);
  return hide(id, { id, ...night, company: (company ?? []).map(({ signupId, name }) => ({ signupId, firstName: name, me: false })), may: await abilitiesIn(context, id) });
};

const to =
  (part: string) =>
  ({ params }: { params: Partial<Record<string, string>> }): string =>
    `/partnerships/${params.id}/walks/${params.walk}/night#${part}`;

export const actions: Actions = {
  settle: formAction('conflicts', (context, { entry = '' }, { params }) => settle(context, { agreementId: params.id!, walkId: params.walk!, entryId: entry }), to('conflicts')),
  letCount: formAction('aside', (context, { entry = '' }, { params }) => letCount(context, { agreementId: params.id!, walkId: params.walk!, entryId: entry }), to('aside')),
};
