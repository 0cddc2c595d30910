import { listAgreements } from '#partnership/agreement';
import { dutiesDue, dutiesOfPartnerships, findDuty } from '#partnership/commitments';
import { closings } from '#partnership/governance';
import { guard } from '#partnership/people';
import { awaitingSignature } from '#partnership/signing';
import { passedToMine } from '#partnership/walks';
import { valueOr404 } from './answer.ts';
import { hideEach } from './hide-each.ts';
import { kindsNamed } from './duty/kinds.ts';
import { complete, place, undo } from './duty/record.ts';
import { asRows } from './partnerships/rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** Duties to a page, and partnerships under them. */
const DUTIES = 20;
const PARTNERSHIPS = 5;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  if (context.actor.kind === 'nobody') return { todo: null };
  const kind = url.searchParams.get('kind');
  const after = url.searchParams.get('after');
  const done = url.searchParams.get('done');
  const { hide } = await guard(context);
  const due = valueOr404(await dutiesDue(context, { limit: DUTIES, after, kinds: kindsNamed(kind) }));
  const list = valueOr404(await listAgreements(context, { limit: PARTNERSHIPS }));
  const closed = valueOr404(await closings(context, list.rows.map(({ id }) => id)));
  const duties = hideEach(hide, valueOr404(await dutiesOfPartnerships(context, list.rows.map(({ id }) => id))));
  const marked = done ? await findDuty(context, done) : null;
  return {
    todo: {
      today: context.clock.today(),
      kind,
      toSign: (await awaitingSignature(context)).map((one) => hide(one.agreementId, one)),
      passed: (await passedToMine(context)).map((one) => hide(one.agreementId, one)),
      later: after !== null,
      due: { ...due, rows: due.rows.map((row) => hide(row.agreementId, row)) },
      marked: marked?.ok && marked.value.state === 'done' ? hide(marked.value.agreementId, marked.value) : null,
      partnerships: asRows(list.rows.map((row) => hide(row.id, row)), { duties, closings: closed }, context.clock.today()),
      more: list.next !== null,
    },
  };
};

export const actions: Actions = { complete, place, undo };
