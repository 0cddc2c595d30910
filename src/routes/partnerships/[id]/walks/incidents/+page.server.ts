import { incidentsToSee, recordIncident, seeIncident } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import { walksPage } from '../walks-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => ({ ...valueOr404(await incidentsToSee(context, params.id)), ...(await walksPage(context, params.id)) });

const back = ({ params }: { params: Partial<Record<string, string>> }): string => `/partnerships/${params.id}/walks/incidents#incidents`;

export const actions: Actions = {
  record: formAction(
    'record',
    (context, { walk, kind, hour, place, what }, { params, lookedAt }) =>
      recordIncident(context, { agreementId: params.id!, walkId: walk ?? '', kind: kind ?? '', hour: hour ?? '', place: place ?? '', what: what ?? '', lookedAt }),
    back,
  ),
  see: formAction('see', (context, { incident }, { params }) => seeIncident(context, { agreementId: params.id!, incidentId: incident ?? '' }), back),
};
