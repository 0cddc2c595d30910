import { guard } from '#partnership/people';
import { addMeetingPoint, areaToSee, areasToSee, changeArea, removeArea, removeMeetingPoint, restoreArea, restoreMeetingPoint } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { mapTiles } from '#platform/settings/map-tiles.ts';
import { valueOr404 } from '../../../../../answer.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id, area: areaId }, url }) => {
  const area = valueOr404(await areaToSee(context, { agreementId: id, areaId }));
  const others = valueOr404(await areasToSee(context, id)).filter((other) => !other.removed && other.id !== area.id);
  const { hide } = await guard(context);
  return hide(id, { id, area, others, may: await abilitiesIn(context, id), ground: mapTiles(process.env), removed: url.searchParams.get('removed') });
};

const here = ({ params }: { params: Partial<Record<string, string>> }) => `/partnerships/${params.id}/walks/areas/${params.area}`;

export const actions: Actions = {
  change: formAction('change', (context, { name = '', advice = '', corners = '' }, { params, lookedAt }) => changeArea(context, { areaId: params.area!, name, advice, corners, lookedAt }), here),
  remove: formAction('remove', (context, _fields, { params }) => removeArea(context, { areaId: params.area! }), ({ params }, { areaId }) => `/partnerships/${params.id}/walks/areas?removed=${areaId}`),
  restore: formAction('remove', (context, _fields, { params }) => restoreArea(context, { areaId: params.area! }), here),
  addPoint: formAction('point', (context, { pointName = '', position = '' }, { params }) => addMeetingPoint(context, { areaId: params.area!, name: pointName, position }), here),
  removePoint: formAction('point', (context, { point = '' }) => removeMeetingPoint(context, { meetingPointId: point }), (event, { meetingPointId }) => `${here(event)}?removed=${meetingPointId}`),
  restorePoint: formAction('point', (context, { point = '' }) => restoreMeetingPoint(context, { meetingPointId: point }), here),
};
