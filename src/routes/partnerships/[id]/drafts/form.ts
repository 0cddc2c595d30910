import type { CalendarDate } from '#kernel/calendar-date.ts';
import { dutiesOfPartnership } from '#partnership/commitments';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import type { DutyKind, DutyView } from '#pure/commitments';
import type { SubmissionKind } from '#pure/followup';
import { dutyName, whenOf } from '../../../duty/duty-words.ts';

/** A duty that something written can fulfil, as a form offers it. */
export interface DutyChoice {
  id: string;
  words: string;
  title: string;
  kind: SubmissionKind;
}

/** What the pages of drafts need to know of the partnership: its name, and the open duties that something written can fulfil. */
export async function writingIn(context: Context, agreementId: string): Promise<Outcome<{ title: string; duties: DutyChoice[] }>> {
  const found = await dutiesOfPartnership(context, agreementId);
  if (!found.ok) return found;
  const { title, parties, duties } = found.value;
  const today = context.clock.today();
  return done({ title: title ?? parties.join(' – '), duties: duties.filter(isWritten).map((view) => choiceOf(view, today)) });
}

const WRITTEN: DutyKind[] = ['report', 'follow-up', 'goal', 'meeting', 'other'];

const isWritten = ({ duty, state }: DutyView) => WRITTEN.includes(duty.kind) && state !== 'done' && state !== 'cancelled';

function choiceOf(view: DutyView & { id: string }, today: CalendarDate): DutyChoice {
  const [title, when] = [dutyName(view.duty), whenOf(view, today)];
  return { id: view.id, title, words: when === '–' ? title : `${title} (${when})`, kind: kindOf(view.duty.kind, title) };
}

/** What is probably to be written for a duty with this name; the writer may choose another. */
function kindOf(kind: DutyKind, title: string): SubmissionKind {
  if (kind === 'meeting') return 'meeting-material';
  if (/slutrapport|slutredovis/i.test(title)) return 'final-report';
  if (/redovis|ekonomi|bokslut/i.test(title)) return 'financial-account';
  return kind === 'other' || kind === 'goal' ? 'other' : 'interim-report';
}

/** What was typed in the form of a draft, and where to go when it has been saved. */
export function typedIn(form: FormData) {
  const word = (name: string) => String(form.get(name) ?? '');
  return { kind: word('kind'), title: word('title'), body: word('body'), dutyId: word('dutyId') || null, organisationId: word('organisationId') || undefined };
}

/** The page after a save, by the button that was pressed. */
export const pageAfter = (form: FormData, agreementId: string, draftId: string): string => {
  const draft = `/partnerships/${agreementId}/drafts/${draftId}`;
  const then = form.get('then');
  return then === 'files' ? `${draft}/files` : then === 'hand-in' ? `${draft}/hand-in` : `${draft}?saved=yes`;
};
