import { type Locale, localizeHref } from '#locale';
import { chooseLanguage, ownHours, ownLanguage, wantThanks } from '#partnership/walks';
import { refuse } from '#kernel/outcome.ts';
import { redirect } from '@sveltejs/kit';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../answer.ts';
import { walkingContext } from '../../walking.ts';
import type { Actions, PageServerLoad } from './$types';

const unknown = () => refuse('unauthenticated', 'walks.sign-up-first');

export const load: PageServerLoad = async (event) => {
  const walker = await walkingContext(event);
  return { today: event.locals.context.clock.today(), own: walker ? valueOr404(await ownHours(walker)) : null, language: walker && (await ownLanguage(walker)) };
};

export const actions: Actions = {
  language: async (event) => {
    const walker = await walkingContext(event);
    const language = String((await event.request.formData()).get('language') ?? '');
    const outcome = walker ? await chooseLanguage(walker, { language }) : unknown();
    if (!outcome.ok) return refused(outcome.refusals);
    redirect(303, localizeHref('/walk/me#language', { locale: language as Locale }));
  },
  thanks: async (event) => {
    const walker = await walkingContext(event);
    const wanted = (await event.request.formData()).get('wanted') === 'yes';
    const outcome = walker ? await wantThanks(walker, { wanted }) : unknown();
    if (!outcome.ok) return refused(outcome.refusals);
    redirect(303, address('/walk/me#thanks'));
  },
};
