import { agreementsInTheMaking, answerCriteria, completeAssessment, connectAssessment, describePlan, listAgreements, readAssessment } from '#partnership/agreement';
import { aidStandingOf, recordAid, recordDeclaration, withdrawAid } from '#partnership/money';
import { guard } from '#partnership/people';
import type { Context } from '#platform/context.ts';
import { valueOr404 } from '../../answer.ts';
import { type Fields, formAction } from '../../form-action.ts';
import { numberTyped } from '../../typed-number.ts';
import { oreTyped, rateTyped, typedPlan } from '../typed-plan.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many agreements can be chosen among, the newest first. */
const MOST = 100;

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const read = valueOr404(await readAssessment(context, params.assessment));
  const { organisationId, orgNumber, plannedOre, plannedRate, completion } = read.assessment;
  const on = completion ? completion.at.toISOString().slice(0, 10) : context.clock.today();
  const planned = plannedOre === null ? null : { ore: plannedOre, rate: plannedRate };
  const aid = orgNumber === null ? null : valueOr404(await aidStandingOf(context, { organisationId, orgNumber, on, planned, asOf: completion?.at }));
  const { rows } = valueOr404(await listAgreements(context, { limit: MOST }));
  const drafts = valueOr404(await agreementsInTheMaking(context, { limit: MOST })).rows.filter(({ kind }) => kind === 'agreement');
  const { hide } = await guard(context);
  const choices = [...drafts.map(({ agreementId, title }) => ({ id: agreementId, title, isDraft: true })), ...rows.map(({ id, title, fileName }) => ({ id, title: title ?? fileName, isDraft: false }))];
  return { today: context.clock.today(), ...read, aid, agreements: choices.map((choice) => hide(choice.id, choice)) };
};

/** The answers of the form: each field has its criterion's id. */
const typedAnswers = (fields: Fields) =>
  Object.keys(fields).flatMap((name) => (name.startsWith('reason-') ? [{ criterion: name.slice(7), said: fields[`said-${name.slice(7)}`] ?? '', reason: fields[name] }] : []));

/** Whose ledger the page's forms write in, and about whom: what the assessment says, not what a form does. */
async function recipientOf(context: Context, assessmentId: string) {
  const { assessment } = valueOr404(await readAssessment(context, assessmentId));
  return { organisationId: assessment.organisationId, orgNumber: assessment.orgNumber ?? '' };
}

const back = ({ params }: { params: Partial<Record<string, string>> }) => `/assessments/${params.assessment}`;

export const actions: Actions = {
  answer: formAction('answer', (context, fields, { params, lookedAt }) => answerCriteria(context, { assessmentId: params.assessment!, answers: typedAnswers(fields), lookedAt }), back),
  describe: formAction('describe', (context, fields, { params, lookedAt }) => describePlan(context, { assessmentId: params.assessment!, ...typedPlan(fields), lookedAt }), back),
  connect: formAction('connect', (context, { agreement }, { params }) => connectAssessment(context, { assessmentId: params.assessment!, agreementId: agreement || null }), back),
  complete: formAction('complete', (context, _, { params }) => completeAssessment(context, { assessmentId: params.assessment! }), back),
  grant: formAction(
    'grant',
    async (context, { what = '', grantedOn = '', ore, rate, rateOn = '' }, { params, lookedAt }) =>
      recordAid(context, { ...(await recipientOf(context, params.assessment!)), what, grantedOn, ore: oreTyped(ore), rate: rateTyped(rate), rateOn, lookedAt }),
    (event) => `${back(event)}#aid`,
  ),
  withdraw: formAction('withdraw', async (context, { aid = '' }, { params }) => recipientOf(context, params.assessment!).then(() => withdrawAid(context, { aidId: aid })), (event) => `${back(event)}#aid`),
  declare: formAction(
    'declare',
    async (context, { dated = '', others, seenOn = '', seenBy = '' }, { params }) => {
      const euros = numberTyped(others ?? '');
      return recordDeclaration(context, { ...(await recipientOf(context, params.assessment!)), dated, othersCents: euros && Math.round(euros * 100), seenOn, seenBy });
    },
    (event) => `${back(event)}#aid`,
  ),
};
