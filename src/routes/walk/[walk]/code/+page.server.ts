import { redirect } from '@sveltejs/kit';
import { confirmCode, shownWalk } from '#partnership/walks';
import { fromThisMachine } from '#platform/http/this-machine.ts';
import { within } from '#platform/sign-in/limits.ts';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../answer.ts';
import { keepInTelephone } from '../../../walking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { signIn, context } = event.locals;
  event.setHeaders({ 'cache-control': 'no-store' });
  const { walk } = valueOr404(await shownWalk(signIn.house, event.params.walk));
  return { walk, asked: event.url.searchParams.get('asked') ?? '', outbox: !context.sms.leaves && fromThisMachine(event) };
};

export const actions: Actions = {
  default: async (event) => {
    const { signIn, visit } = event.locals;
    const form = await event.request.formData();
    const codeId = String(form.get('asked') ?? '');
    const allowed = await within(signIn, 'use-walk-code', { network: visit.network });
    if (!allowed.ok) return refused(allowed.refusals);
    const known = await confirmCode(signIn.house, { codeId, code: String(form.get('code') ?? '') }, signIn.secret);
    if (!known.ok) return refused(known.refusals);
    keepInTelephone(event, known.value);
    // The telephone is known from now on, also where this walk was not for its owner.
    if (!known.value.signedUp.ok) return refused(known.value.signedUp.refusals, { part: 'walk' });
    redirect(303, address(`/walk/${event.params.walk}`));
  },
};
