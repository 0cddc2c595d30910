import { agreeToWithdrawAndTell, addStepAndLayOut, beginSuccessor, giveNoticeAndTell, ownStepAndLayOut, removeStepAndLayOut, rescindAndTell, warnAndTell } from '../../../../reactions/course.ts';
import { amendmentsOf } from '#partnership/agreement';
import { archive, courseOf, recordOutcome, reopen, seeRemedied, settle, undoOutcome } from '#partnership/governance';
import { guard } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import { complete, undo } from '../../../duty/record.ts';
import { type Fields, formAction } from '../../../form-action.ts';
import { numberTyped } from '../../../typed-number.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const course = valueOr404(await courseOf(context, params.id));
  const amendments = valueOr404(await amendmentsOf(context, params.id));
  const { hide } = await guard(context);
  return { id: params.id, today: context.clock.today(), done: url.searchParams.get('done'), ...hide(params.id, { course, amendments }) };
};

const lifeAt = (part: string) => ({ params }: { params: Partial<Record<string, string>> }) => `/partnerships/${params.id}/life#${part}`;

export const actions: Actions = {
  complete,
  undo,
  addStep: formAction('clock', (context, { what, date }, { params, lookedAt }) => addStepAndLayOut(context, { agreementId: params.id!, what, date, lookedAt }), lifeAt('clock')),
  removeStep: formAction('clock', (context, { step }, { params }) => removeStepAndLayOut(context, { agreementId: params.id!, stepId: step }), lifeAt('clock')),
  ownStep: formAction('clock', (context, { step, organisationId, person }, { params }) => ownStepAndLayOut(context, { agreementId: params.id!, step, organisationId, person: person ?? '' }), lifeAt('clock')),
  decide: formAction(
    'outcome',
    (context, { outcome, decidedOn, decidedBy }, { params, lookedAt }) => recordOutcome(context, { agreementId: params.id!, outcome: outcome as 'end', decidedOn, decidedBy, lookedAt }),
    lifeAt('clock'),
  ),
  undecide: formAction('outcome', (context, _fields, { params }) => undoOutcome(context, { agreementId: params.id! }), lifeAt('clock')),
  giveNotice: formAction(
    'notice',
    (context, fields, { params, url, lookedAt }) => giveNoticeAndTell(context, { agreementId: params.id!, ...noticeIn(fields), lookedAt, origin: url.origin }),
    lifeAt('notice'),
  ),
  withdraw: formAction(
    'withdrawal',
    (context, { kind, ending }, { params, url }) => agreeToWithdrawAndTell(context, { agreementId: params.id!, kind: kind === 'rescission' ? 'rescission' : 'notice', endingId: ending, origin: url.origin }),
    lifeAt('notice'),
  ),
  warn: formAction(
    'warning',
    (context, { breach, receivedOn, remedyBy }, { params, url, lookedAt }) => warnAndTell(context, { agreementId: params.id!, breach, receivedOn, remedyBy, lookedAt, origin: url.origin }),
    lifeAt('rescission'),
  ),
  remedied: formAction('warning', (context, { warning }, { params }) => seeRemedied(context, { agreementId: params.id!, warningId: warning }), lifeAt('rescission')),
  rescind: formAction(
    'rescission',
    (context, { ground, receivedOn, endsOn, claimed }, { params, url, lookedAt }) =>
      rescindAndTell(context, { agreementId: params.id!, ground, receivedOn, endsOn, claimed: typedAmount(claimed), lookedAt, origin: url.origin }),
    lifeAt('rescission'),
  ),
  succeed: formAction('successor', (context, _fields, { params }) => beginSuccessor(context, { agreementId: params.id! }), (_event, { draftId }) => `/drafts/${draftId}`),
  settle: formAction('closing', (context, _fields, { params }) => settle(context, { agreementId: params.id! }), lifeAt('closing')),
  reopen: formAction('closing', (context, _fields, { params }) => reopen(context, { agreementId: params.id! }), lifeAt('closing')),
  archive: formAction('archiving', (context, { place }, { params, lookedAt }) => archive(context, { agreementId: params.id!, place: place ?? '', lookedAt }), lifeAt('closing')),
};

const noticeIn = ({ organisationId, receivedOn, months, countedFrom, reason }: Fields) => ({
  organisationId,
  receivedOn,
  months: months ? Number(months) : null,
  countedFrom: countedFrom as 'receipt',
  reason: reason ?? '',
});

/** Not a number is refused by the shape. */
const typedAmount = (typed: string | undefined): number | null => {
  const amount = numberTyped(typed ?? '');
  return amount === undefined ? Number.NaN : amount;
};
