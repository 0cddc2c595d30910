import { agreementsInTheMaking, restoreDraft } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import { formAction } from '../form-action.ts';
import { stageNamed } from './listed.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 20;

export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const stage = stageNamed(url);
  const { rows, next } = valueOr404(await agreementsInTheMaking(context, { stage, after: url.searchParams.get('after'), limit: PAGE }));
  const { hide } = await guard(context);
  return { today: context.clock.today(), stage, later: url.searchParams.has('after'), next, drafts: rows.map((row) => hide(row.agreementId, row)) };
};

export const actions: Actions = {
  restore: formAction('restore', (context, { draft = '' }) => restoreDraft(context, { draftId: draft }), (_event, { draftId }) => `/drafts/${draftId}`),
};
