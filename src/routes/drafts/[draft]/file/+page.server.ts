import { readAgreementDraft } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import { isFileFormat, makingOf } from './made-files.ts';
import { headOf } from '../head.ts';
import { shownDraft } from '../shown-draft.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const draft = shownDraft(await guard(locals.context), valueOr404(await readAgreementDraft(locals.context, params.draft)));
  const asked = url.searchParams.get('making');
  const making = isFileFormat(asked) ? asked : null;
  return { draft: await headOf(locals.context, draft), making, ready: making ? makingOf(locals.documents, draft, making, locals.context.clock.today()).isDone : false };
};
