import { sealedForm } from '#partnership/followup';
import { valueOr404 } from '../../../../../answer.ts';
import { asDownload } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

/** What the hash was taken over, byte for byte, so that anybody can take it again. */
export const GET: RequestHandler = async ({ locals, params: { id, submission } }) =>
  asDownload({ name: `${submission}.json`, bytes: new TextEncoder().encode(valueOr404(await sealedForm(locals.context, id, submission))) });
