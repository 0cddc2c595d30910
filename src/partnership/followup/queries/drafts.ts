import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { organisationsById } from '#partnership/people';
import type { CaseSeries, Draft, Submission } from '../model.ts';
import { askOwn } from '../own-draft.ts';
import { mayMakeSubmissions, maySetSeries, mayWriteFor, writesFor } from '../policy.ts';
import { markOf } from '../sealed.ts';
import * as store from '../store.server.ts';

/** The actor's own side of a partnership: what it is writing and, for a public party, its series of case numbers. */
export interface Workspace {
  organisation: { id: string; name: string };
  drafts: Draft[];
  series: { current: CaseSeries | null; mayBeSet: boolean } | null;
}

/** The workspace of the organisation that the actor writes for; a no for whoever writes for none. */
export async function ownWorkspace(context: Context, agreementId: string): Promise<Outcome<Workspace>> {
  const asked = await ask(context, mayMakeSubmissions, agreementId);
  if (!asked.ok) return asked;
  const organisation = writesFor(context.actor, asked.value);
  if (!organisation) return refuse('forbidden', 'access.not-allowed');
  const drafts = (await store.draftsOf(context, agreementId)).filter((draft) => mayWriteFor(context.actor, asked.value, draft.organisationId));
  const [party] = await organisationsById(context, [organisation.id]);
  const series = party?.sector === 'public' ? { current: await store.seriesOf(context, organisation.id), mayBeSet: maySetSeries(context.actor, organisation.id) } : null;
  return done({ organisation, drafts, series });
}

/** A draft of one's own side, with what it will succeed and the mark of what it says. */
export async function readDraft(context: Context, agreementId: string, draftId: string): Promise<Outcome<{ draft: Draft; organisation: string; former: Submission | null; mark: string }>> {
  const own = await visible(context, agreementId, draftId);
  if (!own.ok) return own;
  const draft = own.value;
  const [organisation] = await organisationsById(context, [draft.organisationId]);
  const former = draft.succeeds ? await store.findSubmission(context, draft.succeeds) : null;
  return done({ draft, organisation: organisation.name, former, mark: markOf(draft) });
}

/** Who will see the draft when it has been handed in, and at which of the parties it becomes an official document. */
export async function whatHappens(context: Context, { agreementId, organisationId }: Draft): Promise<Outcome<{ others: string[]; publicParties: string[] }>> {
  const asked = await ask(context, mayMakeSubmissions, agreementId);
  if (!asked.ok) return asked;
  const parties = await organisationsById(context, asked.value.organisationIds);
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
  if (context.actor.kind === 'nobody') return signInFirst();
  const draft = await store.findDraft(context, draftId);
  const own = await askOwn(context, mayMakeSubmissions, draft?.agreementId === agreementId ? draft : null);
  return own.ok ? done(own.value.draft) : own;
}

/** What a draft became, for whoever comes back to its address after it was handed in; null where that is not theirs to see. */
export async function handedInFrom(context: Context, draftId: string): Promise<string | null> {
  return (await store.submissionOfDraft(context, draftId))?.id ?? null;
}
