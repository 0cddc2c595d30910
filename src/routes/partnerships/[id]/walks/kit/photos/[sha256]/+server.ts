import { kitPhoto } from '#partnership/walks';
import { valueOr404 } from '../../../../../../answer.ts';
import type { RequestHandler } from './$types';

/** A picture of a damage: drawn anew by ourselves when it came, so that it can be shown. */
export const GET: RequestHandler = async ({ locals, params: { id, sha256 } }) =>
  new Response(new Uint8Array(valueOr404(await kitPhoto(locals.context, { agreementId: id, sha256 }))), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600', 'content-security-policy': "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" },
  });
