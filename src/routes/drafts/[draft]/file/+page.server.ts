import { readAgreementDraft } from '#partnership/agreement';
import { valueOr404 } from '../../../answer.ts';
import { isFileFormat, makingOf } from './made-files.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const draft = valueOr404(await readAgreementDraft(locals.context, params.draft));
  const asked = url.searchParams.get('making');
  const making = isFileFormat(asked) ? asked : null;
  return { draft: { id: draft.id, title: draft.title }, making, ready: making ? makingOf(locals.documents, draft, making, locals.context.clock.today()).isDone : false };
};
