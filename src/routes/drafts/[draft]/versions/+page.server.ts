import { draftVersions, nameVersion } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { stampOf } from '#pure/followup';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { headOf } from '../head.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const found = valueOr404(await draftVersions(context, params.draft));
  const { draft, versions, isCurrent, mayName } = (await guard(context)).hide(found.draft.agreementId, found);
  const rows = versions.map(({ number, name, sha256, madeAt, madeBy, shared }) => ({ number, name, sha256, when: stampOf(madeAt).slice(0, -3), madeBy, shared }));
  return { draft: { ...(await headOf(context, draft)), isShared: draft.sharedAt !== null }, rows, isCurrent, mayName, saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  name: formAction('name', (context, { name = '' }, { params }) => nameVersion(context, { draftId: params.draft!, name }), ({ params }) => `/drafts/${params.draft}/versions?saved=yes`),
};
