import { redirect } from '@sveltejs/kit';
import { calendarFeeds, dutiesOfPartnership, makeFeed, revokeFeed } from '#partnership/commitments';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const id = url.searchParams.get('partnership');
  return {
    feeds: valueOr404(await calendarFeeds(context)),
    /** What an address can be made of here: one partnership, or, where none was asked for, all of them. */
    of: id ? { agreementId: id, title: valueOr404(await dutiesOfPartnership(context, id)).title } : null,
  };
};

export const actions: Actions = {
  /** Makes an address and shows it on the page that answers, which is the only time it can be seen. */
  make: async ({ locals: { context }, request, url }) => {
    const agreementId = (await request.formData()).get('partnership');
    const outcome = await makeFeed(context, { agreementId: agreementId ? String(agreementId) : null });
    if (!outcome.ok) return refused(outcome.refusals);
    return { made: new URL(address(`/feeds/${outcome.value.secret}.ics`), url.origin).href };
  },
  revoke: async ({ locals: { context }, request }) => {
    const outcome = await revokeFeed(context, { feedId: String((await request.formData()).get('feed')) });
    if (!outcome.ok) return refused(outcome.refusals);
    redirect(303, address('/account/feeds'));
  },
};
