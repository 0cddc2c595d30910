import { redirect } from '@sveltejs/kit';
import { claimSignatory, ownSigning } from '#partnership/signing';
import { guard } from '#partnership/people';
import { address } from '#ui/address.ts';
import { declineAndTell, signAndSeal } from '../../../reactions/signing.ts';
import { refused, valueOr404 } from '../../answer.ts';
import { formAction } from '../../form-action.ts';
import { signedInBy } from '../../signed-in-by.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, visitor, signIn } = locals;
  // Whoever has signed in by the address that was written to is the one who was asked.
  if (visitor) await claimSignatory(signIn.house, { signatoryId: params.signature, accountId: visitor.accountId, email: visitor.email });
  const own = valueOr404(await ownSigning(context, params.signature));
  // Cut off between coming back and having signed: it is finished first.
  if (own.isBack) redirect(303, address(`/sign/${params.signature}/back`));
  const { hide } = await guard(context);
  const { content: _content, ...sent } = own.records.signing.sent!;
  const { agreementId } = own.records.signing;
  const service = context.signatures.elsewhere?.name ?? null;
  return { service, done: url.searchParams.get('done'), ...hide(agreementId, { ...own, records: { ...own.records, seal: own.records.seal && { sha256: own.records.seal.sha256 }, signing: { ...own.records.signing, sent } } }) };
};

export const actions: Actions = {
  sign: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const input = { signatoryId: params.signature, sha256: String(form.get('sha256')), hasRead: form.get('hasRead') === 'yes', signedIn: await signedInBy(locals), house: url.origin, returnTo: new URL(address('/sign/back'), url.origin) };
    const outcome = await signAndSeal(locals.context, input);
    if (!outcome.ok) return refused(outcome.refusals, { part: 'sign' });
    const { onward } = outcome.value;
    if (onward) return { onward: { action: onward.action.href, fields: onward.fields } };
    redirect(303, address(`/sign/${params.signature}?done=signed`));
  },
  decline: formAction(
    'decline',
    (context, { reason }, { params, lookedAt, url }) => declineAndTell(context, { signatoryId: params.signature!, reason, lookedAt, house: url.origin }),
    ({ params }) => `/sign/${params.signature}?done=declined`,
  ),
};
