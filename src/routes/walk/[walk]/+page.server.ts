import { redirect } from '@sveltejs/kit';
import { guard } from '#partnership/people';
import { askForCode, cancelOwn, declineOffer, giveUpPlace, handPlaceTo, ownPart, shownWalk, signUp } from '#partnership/walks';
import { within } from '#platform/sign-in/limits.ts';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../answer.ts';
import { inTheirLanguage, numberInTelephone, walkingContext } from '../../walking.ts';
import { walkerAction } from '../walker-action.ts';
import type { Actions, PageServerLoad } from './$types';

/** The walk for anybody who has its address, and one's own part in it for whoever is known. */
export const load: PageServerLoad = async (event) => {
  const { house } = event.locals.signIn;
  event.setHeaders({ 'cache-control': 'no-store' });
  const { agreementId, ...shown } = valueOr404(await shownWalk(house, event.params.walk));
  const walker = await walkingContext(event);
  await inTheirLanguage(event, walker);
  const own = walker && (await ownPart(walker, event.params.walk));
  const { hide } = await guard(house);
  return hide(agreementId, { ...shown, own, hasNumber: numberInTelephone(event) !== null });
};

export const actions: Actions = {
  ask: async ({ locals: { signIn, visit }, params, request }) => {
    const form = await request.formData();
    const typed = { name: '', phone: '', group: '', grown: '' };
    for (const field of Object.keys(typed) as (keyof typeof typed)[]) typed[field] = String(form.get(field) ?? '');
    const asked = await askForCode(signIn.house, { walkId: params.walk, ...typed }, { secret: signIn.secret, within: (number) => within(signIn, 'walk-code', { network: visit.network, account: number }) });
    if (!asked.ok) return refused(asked.refusals, { ...typed, part: 'ask' });
    redirect(303, `${address(`/walk/${params.walk}/code`)}?asked=${asked.value.codeId}`);
  },
  signUp: walkerAction('own', (walker, { task }, event) => signUp(walker, { walkId: event.params.walk!, task: task === 'leader' ? 'leader' : 'walker', number: numberInTelephone(event) }, event.locals.signIn.secret)),
  cancel: walkerAction('own', (walker, _fields, { params }) => cancelOwn(walker, { walkId: params.walk! })),
  decline: walkerAction('own', (walker, _fields, { params }) => declineOffer(walker, { walkId: params.walk! })),
  giveUp: walkerAction('own', (walker, { wants }, { params }) => giveUpPlace(walker, { walkId: params.walk!, wants: wants === 'yes' })),
  hand: walkerAction('hand', (walker, { phone = '' }, { params, url, locals: { signIn, visit } }) =>
    handPlaceTo(
      walker,
      { walkId: params.walk!, phone, link: `${url.origin}/walk/${params.walk}` },
      { secret: signIn.secret, within: (account) => within(signIn, 'hand-place', { network: visit.network, account }) },
    ),
  ),
};
