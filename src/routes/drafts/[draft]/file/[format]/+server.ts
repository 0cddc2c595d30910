import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/outcome.ts';
import { readAgreementDraft } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { address } from '#ui/address.ts';
import { valueOr404 } from '../../../../answer.ts';
import { asDownload } from '../../../../download.ts';
import { isFileFormat, isMadeSoon, makingOf } from '../made-files.ts';
import { shownDraft } from '../../shown-draft.ts';
import type { RequestHandler } from './$types';

/** The draft as a file; where that takes time, the page that tells when it is there. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const draft = shownDraft(await guard(locals.context), valueOr404(await readAgreementDraft(locals.context, params.draft)));
  if (!isFileFormat(params.format)) valueOr404(refuse('not-found', 'agreement.draft-not-found'));
  const format = params.format as 'pdf' | 'docx';
  const making = makingOf(locals.documents, draft, format, locals.context.clock.today());
  if (!(await isMadeSoon(making))) redirect(303, address(`/drafts/${draft.id}/file?making=${format}`));
  return asDownload({ name: `${draft.title} (utkast).${format}`, bytes: valueOr404(await making.file) });
};
