import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { dutiesOfPartnership } from '#partnership/commitments';
import { draftEntry } from '../draft-entry.ts';
import { type Content, LIMITS, textSchema } from '../model.ts';
import { askOwn, noSuchDraft } from '../own-draft.ts';
import { mayMakeSubmissions, mayWriteFor, writesFor } from '../policy.ts';
import * as store from '../store.server.ts';

/** What is typed in the form of a draft. */
interface Typed {
  kind: string;
  title: string;
  body: string;
  dutyId: string | null;
}

/** Begins a draft for the organisation that the actor writes for, or for the one of them that they chose, and gives its id. */
export async function beginDraft(context: Context, { agreementId, organisationId, ...typed }: Typed & { agreementId: string; organisationId?: string }): Promise<Outcome<{ draftId: string }>> {
  const asked = await ask(context, mayMakeSubmissions, agreementId);
  if (!asked.ok) return asked;
  const organisation = writesFor(context.actor, asked.value).find(({ id }) => !organisationId || id === organisationId);
  if (!organisation) return refuse('forbidden', 'access.not-allowed');
  const text = await wellFormed(context, agreementId, typed);
  if (!text.ok) return text;
  return inTransaction(context, async (inside) => {
    const { id } = await store.insertDraft(inside, { agreementId, organisationId: organisation.id, succeeds: null, ...text.value, files: [] });
    await witness(inside, draftEntry('followup.draft-begun', { id, agreementId, organisationId: organisation.id }, { version: 1, files: 0 }));
    return done({ draftId: id });
  });
}

/** Begins a new version of what has been handed in, with everything it says; gives the one that is begun already, where there is one. */
export async function beginSuccessor(context: Context, { submissionId }: { submissionId: string }): Promise<Outcome<{ draftId: string; agreementId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const former = await store.findSubmission(context, submissionId);
  if (!former) return refuse('not-found', 'followup.not-found');
  const { agreementId, organisation, kind, title, body, files, dutyId } = former;
  const asked = await ask(context, mayMakeSubmissions, agreementId);
  if (!asked.ok) return asked;
  if (!mayWriteFor(context.actor, asked.value, organisation.id)) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(context, async (inside) => {
    const versions = await store.versionsOf(inside, former.line);
    if (versions.some(({ succeeds }) => succeeds === former.id)) return refuse('conflict', 'followup.succeeded-already');
    const { id, begun } = await store.insertDraft(inside, { agreementId, organisationId: organisation.id, succeeds: former.id, kind, title, body, files, dutyId });
    if (begun) await witness(inside, draftEntry('followup.draft-begun', { id, agreementId, organisationId: organisation.id }, { version: 1, files: files.length }));
    return done({ draftId: id, agreementId });
  });
}

/** Saves what is typed over the version it was typed upon. Where somebody has saved another text since, theirs stays and the refusal says whose it is. */
export async function saveDraft(context: Context, { draftId, version, ...typed }: Typed & { draftId: string; version: number }): Promise<Outcome<null>> {
  const found = await askOwn(context, mayMakeSubmissions, await store.findDraft(context, draftId));
  if (!found.ok) return found;
  const text = await wellFormed(context, found.value.draft.agreementId, typed);
  if (!text.ok) return text;
  return inTransaction(context, async (inside) => {
    const draft = await store.holdDraft(inside, draftId);
    if (!draft) return noSuchDraft();
    if (sameText(draft, text.value)) return done(null);
    if (draft.version !== version) return refuse('conflict', 'followup.saved-by-another', { facts: { name: draft.savedBy } });
    await store.writeDraft(inside, { ...draft, ...text.value, version: version + 1 });
    await witness(inside, draftEntry('followup.draft-saved', draft, { version: version + 1 }));
    return done(null);
  });
}

/** Throws a draft away with everything it says. What it was to succeed stays as it is, and files are kept for whatever else has them. */
export async function discardDraft(context: Context, { draftId }: { draftId: string }): Promise<Outcome<{ agreementId: string }>> {
  const found = await askOwn(context, mayMakeSubmissions, await store.findDraft(context, draftId));
  if (!found.ok) return found;
  return inTransaction(context, async (inside) => {
    const draft = await store.holdDraft(inside, draftId);
    if (!draft) return noSuchDraft();
    await store.removeDraft(inside, draftId);
    await witness(inside, draftEntry('followup.draft-discarded', draft, { version: draft.version }));
    return done({ agreementId: draft.agreementId });
  });
}

/** What is typed, as it is kept; a no for each field that cannot be. A duty has to be one of the partnership's. */
async function wellFormed(context: Context, agreementId: string, typed: Typed): Promise<Outcome<Omit<Content, 'files'>>> {
  const parsed = textSchema.safeParse(typed);
  if (!parsed.success) return { ok: false, refusals: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map((path) => REFUSALS[path] ?? NOT_UNDERSTOOD) };
  const { dutyId } = parsed.data;
  if (dutyId === null) return done(parsed.data);
  const duties = await dutiesOfPartnership(context, agreementId);
  const known = duties.ok && duties.value.duties.some(({ id }) => id === dutyId);
  return known ? done(parsed.data) : { ok: false, refusals: [REFUSALS.dutyId] };
}

const NOT_UNDERSTOOD: Refusal = { kind: 'invalid', code: 'followup.not-understood' };
const REFUSALS: Record<string, Refusal> = {
  title: { kind: 'invalid', code: 'followup.title-too-long', path: 'title', facts: { most: LIMITS.title } },
  body: { kind: 'invalid', code: 'followup.text-too-long', path: 'body', facts: { most: LIMITS.body } },
  kind: { kind: 'invalid', code: 'followup.kind-unknown', path: 'kind' },
  dutyId: { kind: 'invalid', code: 'followup.duty-unknown', path: 'dutyId' },
};

const sameText = (a: Omit<Content, 'files'>, b: Omit<Content, 'files'>): boolean => a.kind === b.kind && a.title === b.title && a.body === b.body && a.dutyId === b.dutyId;
