import { joinView } from '#partnership/walks';
import { within } from '#platform/sign-in/limits.ts';
import { askToWalkAndTell } from '../../../reactions/finding-walkers.ts';
import { refused, valueOr404 } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Shows anybody what it is to walk here. Who asks is nobody yet: the house answers for itself. */
export const load: PageServerLoad = async ({ locals: { signIn }, params, url }) => ({
  join: valueOr404(await joinView(signIn.house, params.network)),
  code: url.searchParams.get('code') ?? '',
});

export const actions: Actions = {
  default: async ({ locals: { signIn, visit }, params, request, url }) => {
    const form = await request.formData();
    const [name, reach, area, code] = ['name', 'reach', 'area', 'code'].map((field) => String(form.get(field) ?? '')) as [string, string, string, string];
    const age = form.get('age') === 'young' ? ('young' as const) : ('adult' as const);
    const typed = { name, reach, area, code, age };
    const allowed = await within(signIn, 'ask-to-walk', { network: visit.network, account: reach });
    if (!allowed.ok) return refused(allowed.refusals, typed);
    const outcome = await askToWalkAndTell(signIn.house, { slug: params.network, name, reach, age, area, code, origin: url.origin }, signIn.secret);
    return outcome.ok ? { asked: outcome.value.group.name } : refused(outcome.refusals, typed);
  },
};
