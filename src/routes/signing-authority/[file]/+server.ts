import type { Context } from '#platform/context.ts';
import type { Authority } from '#platform/signatures/authority.ts';
import { pem } from '#platform/signatures/pem.ts';
import { refuse } from '#kernel/outcome.ts';
import { valueOr404 } from '../../answer.ts';
import type { RequestHandler } from './$types';

/** What signatures are checked by, for programs: the revocation list's address stands in every certificate. */
export const GET: RequestHandler = async ({ params, locals: { context } }) => {
  const part = Object.hasOwn(PARTS, params.file) ? PARTS[params.file] : valueOr404<Part>(refuse('not-found', 'signatures.no-such-file'));
  const der = await part.read(await context.signatures.authority(), context);
  const [type, body] = part.label ? ['application/x-pem-file', pem(part.label, der)] : [part.type, new Uint8Array(der)];
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="handslag-${params.file}"` } });
};

interface Part {
  read: (authority: Authority, context: Context) => Uint8Array | Promise<Uint8Array>;
  type: string;
  /** Of PEM; none for DER. */
  label?: string;
}

const root: Part = { read: (authority) => authority.root, type: 'application/pkix-cert' };
const issuing: Part = { read: (authority) => authority.issuing, type: 'application/pkix-cert' };
const list: Part = { read: (authority, { clock }) => authority.revocationList(clock.now()), type: 'application/pkix-crl' };
const rootList: Part = { read: (authority) => authority.rootRevocationList, type: 'application/pkix-crl' };

const PARTS: Record<string, Part> = {
  'root.cer': root,
  'root.pem': { ...root, label: 'CERTIFICATE' },
  'root.crl': rootList,
  'issuing.cer': issuing,
  'issuing.pem': { ...issuing, label: 'CERTIFICATE' },
  'revocations.crl': list,
  'revocations.pem': { ...list, label: 'X509 CRL' },
};
