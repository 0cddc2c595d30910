import { originalFile } from '#partnership/agreement';
import { valueOr404 } from '../../../answer.ts';
import type { RequestHandler } from './$types';

/** The file that was handed in. Never shown in our own address space, because strangers have written it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { fileName, bytes } = valueOr404(await originalFile(locals.context, params.id));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'content-security-policy': "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  });
};
