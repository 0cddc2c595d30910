import { guard } from '#partnership/people';
import { addArea, areasToSee, restoreArea } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { mapTiles } from '#platform/settings/map-tiles.ts';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  const areas = valueOr404(await areasToSee(context, id));
  const { hide } = await guard(context);
  return hide(id, { id, areas, may: await abilitiesIn(context, id), ground: mapTiles(process.env), removed: areas.find((area) => area.removed && area.id === url.searchParams.get('removed')) ?? null });
};

export const actions: Actions = {
  add: formAction(
    'add',
    (context, { name = '', advice = '', corners = '' }, { params, lookedAt }) => addArea(context, { agreementId: params.id!, name, advice, corners, lookedAt }),
    ({ params }, { areaId }) => `/partnerships/${params.id}/walks/areas/${areaId}`,
  ),
  restore: formAction('restore', (context, { area = '' }) => restoreArea(context, { areaId: area }), ({ params }) => `/partnerships/${params.id}/walks/areas`),
};
