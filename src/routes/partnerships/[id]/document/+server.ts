import { originalFile } from '#partnership/agreement';
import { openDocument } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import type { RequestHandler } from './$types';

/** The file that was handed in. Never shown in our own address space, because strangers have written it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const original = valueOr404(await originalFile(locals.context, params.id));
  valueOr404(await openDocument(locals.context, { agreementId: params.id }));
  const { fileName, bytes } = original;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
  });
};
