import { redirect, type RequestEvent } from '@sveltejs/kit';
import { cancelDuty, completeDuty, placeMeeting, undoCancellation, undoCompletion } from '#partnership/commitments';
import { address } from '#ui/address.ts';
import { refused } from '../answer.ts';
import { lookedAt } from '../form-refusal.ts';

/** Form actions of every page with duties on it. `back` is where the visitor was, to which an answer is added. */
type Recording = RequestEvent;

/** Marks a duty done and comes back with the way to undo it. */
export async function complete({ locals, request, url }: Recording) {
  const form = await request.formData();
  const dutyId = String(form.get('duty'));
  const outcome = await completeDuty(locals.context, { dutyId, doneOn: String(form.get('doneOn') ?? ''), evidence: String(form.get('evidence') ?? '') || null, lookedAt: lookedAt(form) });
  if (!outcome.ok) return refused(outcome.refusals, Object.fromEntries(form));
  redirect(303, back(url, dutyId));
}

/** Takes back that it was done. */
export async function undo({ locals, request, url }: Recording) {
  const dutyId = String((await request.formData()).get('duty'));
  const outcome = await undoCompletion(locals.context, { dutyId });
  if (!outcome.ok) return refused(outcome.refusals);
  redirect(303, `${back(url, null)}#duty-${dutyId}`);
}

/** Keeps that a duty no longer applies, and why. */
export async function cancel({ locals, request, url }: Recording) {
  const form = await request.formData();
  const dutyId = String(form.get('cancelled'));
  const outcome = await cancelDuty(locals.context, { dutyId, reason: String(form.get('reason') ?? ''), lookedAt: lookedAt(form) });
  if (!outcome.ok) return refused(outcome.refusals, Object.fromEntries(form));
  redirect(303, `${back(url, null)}#duties`);
}

/** Lets a duty that was said not to apply do so again. */
export async function restore({ locals, request, url }: Recording) {
  const dutyId = String((await request.formData()).get('duty'));
  const outcome = await undoCancellation(locals.context, { dutyId });
  if (!outcome.ok) return refused(outcome.refusals);
  redirect(303, `${back(url, null)}#duty-${dutyId}`);
}

/** Chooses the day of a duty that was to be placed. */
export async function place({ locals, request, url }: Recording) {
  const form = await request.formData();
  const dutyId = String(form.get('duty'));
  const outcome = await placeMeeting(locals.context, { dutyId, date: String(form.get('date') ?? '') });
  if (!outcome.ok) return refused(outcome.refusals, Object.fromEntries(form));
  redirect(303, `${back(url, null)}#duty-${dutyId}`);
}

/** The page the form stood on, filters and all, without the name of the action and of what was done before. */
function back(url: URL, done: string | null): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([key]) => !key.startsWith('/') && key !== 'done'));
  if (done) kept.set('done', done);
  const path = url.pathname.replace(/^\/en(?=\/|$)/, '') || '/';
  return address(kept.size > 0 ? `${path}?${kept}` : path);
}
