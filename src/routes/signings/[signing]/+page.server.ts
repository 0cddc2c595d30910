import { readSigning } from '#partnership/signing';
import { guard } from '#partnership/people';
import { evidenceOf } from '#pure/signing';
import { valueOr404 } from '../../answer.ts';
import type { PageServerLoad } from './$types';

/** The evidence of a signing, as people read it. */
export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const { records, status } = valueOr404(await readSigning(context, params.signing));
  const { hide } = await guard(context);
  return hide(records.signing.agreementId, { evidence: evidenceOf(records, status) });
};
