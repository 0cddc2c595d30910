import { redirect, type RequestEvent } from '@sveltejs/kit';
import { addSignatory, moveEarlier, prepareSigning, removeSignatory, scanTooLarge, sendOut, setTerms, signingOfDraft } from '#partnership/signing';
import { guard } from '#partnership/people';
import { address } from '#ui/address.ts';
import { signOnPaperAndSeal, withdrawAndTell } from '../../../../reactions/signing.ts';
import { refused, valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { formWithin } from '../../../form-within.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const found = valueOr404(await signingOfDraft(context, params.draft));
  const { hide } = await guard(context);
  return { today: context.clock.today(), ...hide(found.draft.agreementId, found) };
};

const place = ({ params }: { params: Partial<Record<string, string>> }): string => `/drafts/${params.draft}/signing`;

export const actions: Actions = {
  begin: formAction('begin', (context, _fields, { params }) => prepareSigning(context, { draftId: params.draft! }), place),
  add: formAction(
    'add',
    (context, { signing, placeId, organisationId, name, title, email, mandateKind, mandateSource, mandateDate, deputy }) =>
      addSignatory(context, { signingId: signing, placeId, organisationId, name, title, email, mandateKind, mandateSource, mandateDate, deputy: deputy === 'yes' }),
    (event) => `${place(event)}#signatories`,
  ),
  remove: formAction('signatories', (context, { signing, signatory }) => removeSignatory(context, { signingId: signing, signatoryId: signatory }), (event) => `${place(event)}#signatories`),
  earlier: formAction('signatories', (context, { signing, place: placeId }) => moveEarlier(context, { signingId: signing, placeId }), (event) => `${place(event)}#signatories`),
  terms: formAction('terms', (context, { signing, order, expiresOn }) => setTerms(context, { signingId: signing, ordered: order === 'given', expiresOn }), (event) => `${place(event)}#terms`),
  withdraw: formAction(
    'withdraw',
    (context, { signing, reason }, { lookedAt }) => withdrawAndTell(context, { signingId: signing, reason, lookedAt }),
    place,
  ),
  send: async ({ locals, params, request, url }: RequestEvent) => {
    const form = await request.formData();
    const outcome = await sendOut(locals.context, { renderer: locals.documents, assurance: locals.demandedToSign }, { signingId: String(form.get('signing')), house: url.origin });
    if (!outcome.ok) return refused(outcome.refusals, { part: 'send' });
    redirect(303, address(place({ params })));
  },
  paper: async ({ locals, params, request, url }: RequestEvent) => {
    const form = await formWithin(request);
    if (!form) return refused(scanTooLarge().refusals, { part: 'paper' });
    const word = (name: string) => String(form.get(name) ?? '');
    const scan = form.get('scan');
    const bytes = scan instanceof File ? new Uint8Array(await scan.arrayBuffer()) : new Uint8Array();
    const typed = { part: 'paper', signatory: word('signatory'), signedOn: word('signedOn') };
    const outcome = await signOnPaperAndSeal(locals.context, { signingId: word('signing'), signatoryId: typed.signatory, signedOn: typed.signedOn, bytes, house: url.origin });
    if (!outcome.ok) return refused(outcome.refusals, typed);
    redirect(303, address(place({ params })));
  },
};
