import { redirect } from '@sveltejs/kit';
import { DAYS_BEFORE, GRACE, reminderSettings, setReminders } from '#partnership/commitments';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, url }) => ({
  settings: valueOr404(await reminderSettings(context)),
  choices: DAYS_BEFORE,
  grace: GRACE,
  saved: url.searchParams.has('saved'),
});

export const actions: Actions = {
  default: async ({ locals: { context }, request }) => {
    const form = await request.formData();
    const outcome = await setReminders(context, { wanted: form.get('wanted') === 'yes', daysBefore: form.getAll('day').map(Number) });
    if (!outcome.ok) return refused(outcome.refusals);
    redirect(303, address('/account/reminders?saved'));
  },
};
