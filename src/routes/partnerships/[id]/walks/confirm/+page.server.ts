import { confirmNights, plannedNights, termsOfNights, undoNight, walkedNights } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import { walksPage } from '../walks-page.ts';
import { ALL_DAYS, narrowed, SHOWN, shownFrom } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const nights = valueOr404(await walkedNights(context, params.id, ALL_DAYS));
  const shown = shownFrom(url);
  return {
    nights: narrowed(nights, shown),
    counts: Object.fromEntries(SHOWN.map((one) => [one, narrowed(nights, one).length])),
    ready: nights.filter(({ confirmation, exceptions }) => confirmation === null && exceptions.length === 0).map(({ walk }) => walk.id),
    planned: valueOr404(await plannedNights(context, params.id)),
    terms: valueOr404(await termsOfNights(context, params.id)),
    shown,
    ...(await walksPage(context, params.id)),
  };
};

const back = ({ params, url }: { params: Partial<Record<string, string>>; url: URL }): string => `/partnerships/${params.id}/walks/confirm?show=${shownFrom(url)}#nights`;

export const actions: Actions = {
  confirm: formAction('nights', (context, { walks }, { params }) => confirmNights(context, { agreementId: params.id!, walkIds: (walks ?? '').split(' ').filter(Boolean) }), back),
  undo: formAction('nights', (context, { confirmation }, { params }) => undoNight(context, { agreementId: params.id!, confirmationId: confirmation ?? '' }), back),
};
