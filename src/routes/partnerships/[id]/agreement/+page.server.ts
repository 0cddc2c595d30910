import { redirect } from '@sveltejs/kit';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import { sameValue } from '#kernel/same-value.ts';
import { agreementForReview, agreementState, confirmAll, factHistories, takeBackAgreement, takeUpAgreement } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { FACT_KINDS, type FactKind, type FactView, saidAgain } from '#pure/agreement';
import { address } from '#ui/address.ts';
import { noteSentence } from '#ui/note-sentence.ts';
import { addFactAndLayOut, commenceAndLayOut, decideAndLayOut } from '../../../../reactions/lay-out.ts';
import { refused, valueOr404, wordsOf } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { movedWords } from '../../../duty/moved-words.ts';
import { lookedAt } from '../../../form-refusal.ts';
import type { Actions, PageServerLoad } from './$types';
import { annotated } from './annotated.ts';
import { blankValue, valueFromForm } from './fact-form.ts';
import { linePlace } from './line-place.ts';
import { nextToDecide, START } from './next-to-decide.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const state = valueOr404(await agreementState(context, params.id));
  const shown = { ...state, refusal: state.refusal && wordsOf(state.refusal), id: params.id };
  if (state.state === 'reading' || state.state === 'refused' || state.state === 'taken-back') return { ...shown, review: null };
  const { hide } = await guard(context);
  const { text, ...review } = hide(params.id, valueOr404(await agreementForReview(context, params.id)));
  const histories = hide(params.id, valueOr404(await factHistories(context, params.id)));
  return { ...shown, review: { ...review, histories, notes: review.notes.map(noteSentence), findings: saidAgain(review.findings), lines: annotated(text, review.facts) } };
};

export const actions: Actions = {
  /** Confirms, corrects, removes or reopens one fact; what a corrected one was typed as comes back when it is refused. */
  decide: async ({ locals, params, request }) => {
    const form = await request.formData();
    const factId = String(form.get('fact'));
    const verdict = String(form.get('verdict')) as 'confirm' | 'correct' | 'remove' | 'reopen';
    const review = valueOr404(await agreementForReview(locals.context, params.id));
    const fact = review.facts.find(({ id }) => id === factId);
    if (!fact || !['confirm', 'correct', 'remove', 'reopen'].includes(verdict)) return refused([{ kind: 'not-found', code: 'agreement.fact-not-found' }]);
    const { hide } = await guard(locals.context);
    // Nobody corrects what they are not shown: the black would be saved in place of the name.
    if (verdict === 'correct' && !sameValue(hide(params.id, fact.value), fact.value)) return refusedFact(refuse('forbidden', 'people.fact-names-protected'), factId, form);
    const value = verdict === 'correct' ? valueFromForm(fact.kind, form, fact.value) : undefined;
    if (value && !value.ok) return refusedFact(value, factId, form);
    const outcome = await decideAndLayOut(locals.context, { factId, verdict, value: value?.value, lookedAt: lookedAt(form) });
    if (!outcome.ok) return refusedFact(outcome, factId, form);
    const after = valueOr404(await agreementForReview(locals.context, params.id));
    const next = verdict === 'confirm' || verdict === 'remove' ? (nextToDecide(after.facts, factId) ?? (after.commencedAt ? factId : START)) : factId;
    return toFact(request, params.id, next, hide(params.id, after.facts.find(({ id }) => id === factId)), movedWords(hide(params.id, outcome.value.moved)));
  },

  confirmAll: async ({ locals, params, request }) => {
    const form = await request.formData();
    const kinds = form.getAll('kind').map(String).filter((kind): kind is FactKind => (FACT_KINDS as readonly string[]).includes(kind));
    for (const kind of kinds.length > 0 ? kinds : [undefined]) {
      const outcome = await confirmAll(locals.context, { agreementId: params.id, kind, onlyCertain: true });
      if (!outcome.ok) return refused(outcome.refusals);
    }
    const left = nextToDecide(valueOr404(await agreementForReview(locals.context, params.id)).facts, '');
    redirect(303, address(`/partnerships/${params.id}/agreement#${left ? 'facts' : `fact-${START}`}`));
  },

  add: async ({ locals, params, request }) => {
    const form = await request.formData();
    const kind = String(form.get('kind')) as FactKind;
    const typed = { ...Object.fromEntries(form), adding: kind };
    const review = valueOr404(await agreementForReview(locals.context, params.id));
    const place = linePlace(review.text, String(form.get('line') ?? ''));
    if (!FACT_KINDS.includes(kind)) return refused([{ kind: 'invalid', code: 'agreement.choose-kind', path: 'kind' }], typed);
    if (!place) return refused([{ kind: 'invalid', code: 'agreement.line-not-understood', path: 'line' }], typed);
    const value = valueFromForm(kind, form, blankValue(kind));
    if (!value.ok) return refused(value.refusals, typed);
    const outcome = await addFactAndLayOut(locals.context, { agreementId: params.id, kind, value: value.value, span: place, lookedAt: lookedAt(form) });
    if (!outcome.ok) return refused(outcome.refusals, typed);
    redirect(303, address(`/partnerships/${params.id}/agreement#fact-${outcome.value.factId}`));
  },

  takeBack: formAction('takeBack', (context, _fields, { params }) => takeBackAgreement(context, { agreementId: params.id! }), ({ params }) => `/partnerships/${params.id}/agreement`),

  takeUp: formAction('takeUp', (context, _fields, { params }) => takeUpAgreement(context, { agreementId: params.id! }), ({ params }) => `/partnerships/${params.id}/agreement`),

  commence: async ({ locals, params, request }) => {
    const caseNumber = String((await request.formData()).get('caseNumber') ?? '');
    const outcome = await commenceAndLayOut(locals.context, { agreementId: params.id, caseNumber });
    if (!outcome.ok) return refused(outcome.refusals, { caseNumber });
    redirect(303, address(`/partnerships/${params.id}`));
  },
};

const refusedFact = (outcome: Extract<Outcome<unknown>, { ok: false }>, factId: string, form: FormData) =>
  refused(outcome.refusals, { ...Object.fromEntries(form), fact: factId });

/**
 * A script gets the fact as it now is; a plain form is sent on to the fact to look at next, unless something moved: that is
 * said at the top, and is nowhere to be asked for again.
 */
function toFact(request: Request, id: string, next: string, fact: FactView | undefined, moved: string[]) {
  if (request.headers.get('x-sveltekit-action') || moved.length > 0) return { fact, moved };
  redirect(303, address(`/partnerships/${id}/agreement#fact-${next}`));
}
