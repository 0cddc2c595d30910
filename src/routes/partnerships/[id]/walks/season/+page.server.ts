import { randomUUID } from 'node:crypto';
import { areasToSee, planningGround, planOf, planSeason, seasonPreview } from '#partnership/walks';
import { abilitiesIn, ask } from '#platform/access/ask.ts';
import { mayAt } from '#platform/access/standing.ts';
import { USUAL_RULES } from '#pure/walks';
import { valueOr404, wordsOf } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';
import { asksFor, leftOut, patternFrom, usualPattern } from './pattern-form.ts';

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  valueOr404(await ask(context, (actor, place) => mayAt(actor, 'walks.plan', place), id));
  const areas = valueOr404(await areasToSee(context, id)).filter(({ removed }) => !removed);
  const { groups, oneAreaANight } = valueOr404(await planningGround(context, id));
  const asked = asksFor(url) ? patternFrom(url) : null;
  const preview = asked ? await seasonPreview(context, { agreementId: id, pattern: asked }) : null;
  const there = preview?.ok && asked ? valueOr404(await planOf(context, id, { from: asked.period.start, to: asked.period.end })) : [];
  return {
    id,
    may: await abilitiesIn(context, id),
    areas,
    groups,
    oneAreaANight,
    pattern: asked ?? usualPattern(context.clock.today(), { areaIds: areas.map((area) => area.id), groupIds: groups.map((group) => group.id), smallest: USUAL_RULES.smallestGroup, largest: USUAL_RULES.largestGroup }),
    preview: preview?.ok ? preview.value : null,
    wrong: preview && !preview.ok ? preview.refusals.map(wordsOf) : [],
    there: there.filter(({ cancelledAt }) => !cancelledAt).map(({ night }) => night),
    query: url.searchParams.toString(),
    seasonId: randomUUID(),
  };
};

export const actions: Actions = {
  plan: formAction(
    'season',
    async (context, { season = '', note = '', exceptionReason = '', ...fields }, { params, url, lookedAt }) => {
      const planned = await planSeason(context, { agreementId: params.id!, seasonId: season, pattern: patternFrom(url), without: leftOut(fields), note, exceptionReason, lookedAt });
      return planned.ok ? { ok: true, value: { ...planned.value, seasonId: season } } : planned;
    },
    ({ params }, { seasonId, walks }) => `/partnerships/${params.id}/walks?show=all&weeks=52&planned=${seasonId}&count=${walks}`,
  ),
};
