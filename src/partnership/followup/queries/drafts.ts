import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { organisationsNamed } from '#partnership/people';
import type { CaseSeries, Draft, Submission } from '../model.ts';
import { askOwn } from '../own-draft.ts';
import { mayMakeSubmissions, maySetSeries, mayWriteFor, writesFor } from '../policy.ts';
import { markOf } from '../sealed.ts';
import * as store from '../store.server.ts';

/** What the organisations that the actor writes for are writing, and which they are; a no for whoever writes for none. */
export async function ownWorkspace(context: Context, agreementId: string): Promise<Outcome<{ organisations: { id: string; name: string }[]; drafts: Draft[] }>> {
  const asked = await ask(context, mayMakeSubmissions, agreementId);
  if (!asked.ok) return asked;
  const organisations = writesFor(context.actor, asked.value);
  if (organisations.length === 0) return refuse('forbidden', 'access.not-allowed');
  const drafts = await store.draftsOf(context, agreementId);
  return done({ organisations, drafts: drafts.filter(({ organisationId }) => mayWriteFor(context.actor, asked.value, organisationId)) });
}

/** Where a public organisation's own series stands, for whoever may change it; `current` is null where it has none. Null for one that keeps no public records. */
export async function caseSeriesOf(context: Context, organisationId: string): Promise<Outcome<{ current: CaseSeries | null } | null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!maySetSeries(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const [organisation] = await organisationsNamed(context, [organisationId]);
  return done(organisation?.sector === 'public' ? { current: await store.seriesOf(context, organisationId) } : null);
}

/** A draft of one's own side, with what it will succeed and the mark of what it says. */
export async function readDraft(context: Context, agreementId: string, draftId: string): Promise<Outcome<{ draft: Draft; organisation: string; former: Submission | null; mark: string }>> {
  const own = await visible(context, agreementId, draftId);
  if (!own.ok) return own;
  const draft = own.value;
  const [organisation] = await organisationsNamed(context, [draft.organisationId]);
  const former = draft.succeeds ? await store.findSubmission(context, draft.succeeds) : null;
  return done({ draft, organisation: organisation.name, former, mark: markOf(draft) });
}

/** Who will see the draft when it has been handed in, and at which of the parties it becomes an official document. */
export async function whatHappens(context: Context, { agreementId, organisationId }: Draft): Promise<Outcome<{ others: string[]; publicParties: string[] }>> {
  const asked = await ask(context, mayMakeSubmissions, agreementId);
  if (!asked.ok) return asked;
  const parties = await organisationsNamed(context, asked.value.organisationIds);
  return done({
    others: parties.filter(({ id }) => id !== organisationId).map(({ name }) => name),
    publicParties: parties.filter(({ sector }) => sector === 'public').map(({ name }) => name),
  });
}

/** A file of a draft of one's own side, as it came. */
export async function draftFile(context: Context, { agreementId, draftId, sha256 }: { agreementId: string; draftId: string; sha256: string }): Promise<Outcome<{ name: string; bytes: Uint8Array }>> {
  const own = await visible(context, agreementId, draftId);
  if (!own.ok) return own;
  const file = own.value.files.find((one) => one.sha256 === sha256);
  const bytes = file ? await context.files.get(file.sha256) : null;
  return file && bytes ? done({ name: file.name, bytes }) : refuse('not-found', 'followup.file-not-found');
}

async function visible(context: Context, agreementId: string, draftId: string): Promise<Outcome<Draft>> {
  const draft = await store.findDraft(context, draftId);
  const own = await askOwn(context, mayMakeSubmissions, draft?.agreementId === agreementId ? draft : null);
  return own.ok ? done(own.value.draft) : own;
}

/** What a draft became, for whoever comes back to its address after it was handed in; null where that is not theirs to see. */
export async function handedInFrom(context: Context, draftId: string): Promise<string | null> {
  return (await store.submissionOfDraft(context, draftId))?.id ?? null;
}
