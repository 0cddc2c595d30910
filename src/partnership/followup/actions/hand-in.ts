import { randomUUID } from 'node:crypto';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Person } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { organisationsNamed } from '#partnership/people';
import type { Draft, Registration, Submission } from '../model.ts';
import { askOwn, noSuchDraft } from '../own-draft.ts';
import { mayMakeSubmissions, mayWriteFor } from '../policy.ts';
import { lackingIn } from '../rules.ts';
import { hashOf, markOf } from '../sealed.ts';
import * as store from '../store.server.ts';

/** What came of handing in. `first` is false where the draft had been handed in before: the submission is then that one. */
interface HandedIn {
  submission: Submission;
  registrations: Registration[];
  first: boolean;
}

/**
 * Hands in a draft: makes of it a submission that never changes, under the next case number of every public party that has a
 * series, and takes the draft away. `mark` is that of what was read before saying yes; where the draft says something else
 * by now it is refused, and so is a text that gives away a person and is not among those `lookedAt`. Handing in the same draft again, or at the same time, gives the one submission it became.
 */
export async function handIn(context: Context, { draftId, mark, lookedAt }: { draftId: string; mark: string; lookedAt?: string[] }): Promise<Outcome<HandedIn>> {
  const { actor } = context;
  if (actor.kind !== 'person') return signInFirst();
  return inTransaction(context, async (inside) => {
    const seen = await store.findDraft(inside, draftId);
    if (!seen) return handedInBefore(inside, actor, draftId);
    const own = await askOwn(inside, mayMakeSubmissions, seen);
    if (!own.ok) return own;
    const draft = await store.holdDraft(inside, draftId);
    if (!draft) return handedInBefore(inside, actor, draftId);
    if (markOf(draft) !== mark) return refuse('conflict', 'followup.changed-since-read');
    const lacking = lackingIn(draft);
    if (lacking.length > 0) return { ok: false, refusals: lacking.map((path) => LACKING[path]) };
    const parties = await organisationsNamed(inside, own.value.place.organisationIds);
    const looked = lookAgain({ texts: { title: draft.title, body: draft.body }, lookedAt, known: parties.map(({ name }) => name) });
    if (!looked.ok) return looked;

    const submission = await sealed(inside, actor, draft);
    if (!(await store.insertSubmission(inside, draft.id, submission))) return refuse('conflict', 'followup.succeeded-already');
    await store.removeDraft(inside, draft.id);
    const registrations = await store.drawNumbers(inside, submission.id);
    const { id, agreementId, sha256, version, line, dutyId } = submission;
    await witness(inside, {
      what: 'followup.handed-in',
      agreementId,
      facts: { submissionId: id, sha256, version, line, dutyId, caseNumbers: registrations.map(({ caseNumber }) => caseNumber), ...looked.value },
    });
    return done({ submission, registrations, first: true });
  });
}

const LACKING = {
  title: { kind: 'invalid', code: 'followup.title-missing', path: 'title' },
  body: { kind: 'invalid', code: 'followup.nothing-written', path: 'body' },
} as const;

/** Somebody of the same side has handed it in already: what it became. */
async function handedInBefore(context: Context, actor: Person, draftId: string): Promise<Outcome<HandedIn>> {
  const submission = await store.submissionOfDraft(context, draftId);
  if (!submission || !mayWriteFor(actor, { agreementId: submission.agreementId, organisationIds: [submission.organisation.id] }, submission.organisation.id)) return noSuchDraft();
  return done({ submission, registrations: await store.registrationsOf(context, [submission.id]), first: false });
}

/** The draft as it is handed in by this person, now. */
async function sealed(context: Context, { id: accountId, name, assignments }: Person, draft: Draft): Promise<Submission> {
  const former = draft.succeeds ? await store.findSubmission(context, draft.succeeds) : null;
  const id = randomUUID();
  const { agreementId, kind, title, body, files, dutyId, succeeds } = draft;
  const whole = {
    id,
    agreementId,
    organisation: assignments.find(({ organisation }) => organisation?.id === draft.organisationId)!.organisation!,
    line: former?.line ?? id,
    version: (former?.version ?? 0) + 1,
    succeeds,
    kind,
    title,
    body,
    files,
    dutyId,
    handedInAt: context.clock.now(),
    handedInBy: { id: accountId, name },
  };
  return { ...whole, sha256: hashOf(whole) };
}
