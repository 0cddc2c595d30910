import { redirect } from '@sveltejs/kit';
import { agreementForReview, agreementState, validationOf } from '#partnership/agreement';
import { dutiesOfPartnership } from '#partnership/commitments';
import { submissionsByDuty } from '#partnership/followup';
import { closings } from '#partnership/governance';
import { termsOf } from '#partnership/money';
import { guard, openContact, peopleOf, protectContact } from '#partnership/people';
import { abilitiesIn } from '#platform/access/ask.ts';
import { agreed, saidAgain } from '#pure/agreement';
import { drawLifeline, listLifeline } from '#pure/commitments';
import { lifeOf } from '#pure/governance';
import { address } from '#ui/address.ts';
import { noteSentence } from '#ui/note-sentence.ts';
import { refused, valueOr404 } from '../../answer.ts';
import { formAction } from '../../form-action.ts';
import { cancel, complete, place, restore, undo } from '../../duty/record.ts';
import type { Actions, PageServerLoad } from './$types';
import { lifelineWords } from './lifeline-words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id } = params;
  const { context } = locals;
  const { state } = valueOr404(await agreementState(context, id));
  if (state !== 'active') redirect(303, address(`/partnerships/${id}/agreement`));
  const may = await abilitiesIn(context, id);
  const [review, plan, people, terms, validation] = await Promise.all([
    agreementForReview(context, id),
    dutiesOfPartnership(context, id),
    peopleOf(context, id),
    may.includes('money.see') ? termsOf(context, id) : null,
    validationOf(context, id),
  ]);
  const { facts, findings, notes, text: _text, ...agreement } = valueOr404(review);
  const { duties, term, signatures, parties } = valueOr404(plan);
  const today = context.clock.today();
  const closing = valueOr404(await closings(context, [id])).get(id) ?? { settlement: null, archiving: null };
  const subject = { duties, signatures, term, today };
  const words = lifelineWords(today);
  const { hide } = await guard(context);
  return hide(id, {
    id,
    today,
    agreement: { ...agreement, notes: notes.map(noteSentence) },
    validation: valueOr404(validation),
    facts: agreed(facts),
    findings: saidAgain(findings),
    parties,
    duties,
    term,
    life: lifeOf({ sharedAt: null, sentOutAt: null, commenced: true, endsOn: term.end, ...closing }, today),
    may,
    people: valueOr404(people),
    terms: terms && valueOr404(terms),
    lifeline: { wide: drawLifeline(subject, words, 1180), narrow: drawLifeline(subject, words, 720), ...listLifeline(subject, lifelineWords(today, false)) },
    handedIn: await submissionsByDuty(context, id),
    done: url.searchParams.get('done'),
  });
};

export const actions: Actions = {
  cancel,
  complete,
  place,
  restore,
  undo,
  protect: formAction(
    'contacts',
    (context, { contact, isProtected }, { params }) => protectContact(context, { agreementId: params.id!, factId: contact, isProtected: isProtected === 'yes' }),
    ({ params }) => `/partnerships/${params.id}#contacts`,
  ),
  /** Shows a protected contact person in the answer to this one request, and nowhere else. */
  open: async ({ locals: { context }, params, request }) => {
    const opened = await openContact(context, { agreementId: params.id, factId: String((await request.formData()).get('contact')) });
    return opened.ok ? { opened: opened.value } : refused(opened.refusals, { part: 'contacts' });
  },
};
