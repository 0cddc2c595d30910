import { X509Certificate } from 'node:crypto';
import { dayOfMoment } from '#ui/format/day.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context } }) => {
  const authority = await context.signatures.authority();
  const [root, issuing] = [authority.root, authority.issuing].map((der) => new X509Certificate(der));
  return { name: /(?:^|\n)O=(.*)/.exec(root.subject)?.[1] ?? '', root: shown(root), issuing: shown(issuing) };
};

const shown = ({ fingerprint256, validToDate }: X509Certificate) => ({ fingerprint: fingerprint256, until: dayOfMoment(validToDate) });
