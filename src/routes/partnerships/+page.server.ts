import { agreementsInTheMaking, listAgreements } from '#partnership/agreement';
import { dutiesOfPartnerships } from '#partnership/commitments';
import { closings } from '#partnership/governance';
import { guard } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import { hideEach } from '../hide-each.ts';
import { activeNamed, takenBackNamed } from './filter.ts';
import { asRows } from './rows.ts';
import type { PageServerLoad } from './$types';

const PAGE = 20;
/** Drafts shown above them; the others have a page of their own. */
const DRAFTS = 5;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const show = url.searchParams.get('show');
  const list = valueOr404(await listAgreements(context, { limit: PAGE, after: url.searchParams.get('after'), active: activeNamed(url), takenBack: takenBackNamed(url) }));
  const { hide } = await guard(context);
  const closed = valueOr404(await closings(context, list.rows.map(({ id }) => id)));
  const duties = hideEach(hide, valueOr404(await dutiesOfPartnerships(context, list.rows.map(({ id }) => id))));
  const drafts = valueOr404(await agreementsInTheMaking(context, { limit: DRAFTS })).rows.map((draft) => hide(draft.agreementId, draft));
  return { drafts: show === 'running' || show === 'taken-back' ? [] : drafts, today: context.clock.today(), show, later: url.searchParams.has('after'), next: list.next, ...asRows(list.rows.map((row) => hide(row.id, row)), { duties, closings: closed }, context.clock.today()) };
};
