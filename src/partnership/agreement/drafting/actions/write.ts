import { randomUUID } from 'node:crypto';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayDraftAgreement } from '../../policy.ts';
import { changed } from '../changed.ts';
import { draftEntry } from '../draft-entry.ts';
import { freeWords, knownNames } from '../free-words.ts';
import type { DraftChange } from '../model.ts';
import { askOfDraft, noSuchDraft } from '../own-draft.ts';
import * as store from '../store.server.ts';

/** Changes one's own draft while it is not shared; what gives away a person and is not among those `lookedAt` is asked about. */
export async function changeDraft(context: Context, { draftId, change, lookedAt }: { draftId: string; change: DraftChange; lookedAt?: string[] }): Promise<Outcome<null>> {
  const own = await askOfDraft(context, mayDraftAgreement, await store.findDraft(context, draftId));
  if (!own.ok) return own;
  if (own.value.sharedAt) return refuse('conflict', 'agreement.draft-is-shared');
  const looked = lookAgain({ texts: freeWords(own.value, change), lookedAt, known: knownNames(own.value) });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const applied = await applyToDraft(inside, draftId, change);
    if (!applied.ok) return applied;
    await witness(inside, draftEntry('agreement.draft-changed', own.value, { change: change.kind, ...looked.value }));
    return done(null);
  });
}

/** The one way in which a draft's text changes. For whoever has asked whether the actor may, and witnesses it. */
export async function applyToDraft(inside: Context, draftId: string, change: DraftChange): Promise<Outcome<null>> {
  const draft = await store.holdDraft(inside, draftId);
  if (!draft || draft.withdrawnAt) return noSuchDraft();
  const after = changed(draft, change, randomUUID);
  if (!after.ok) return after;
  await store.writeDraft(inside, draft, after.value);
  return done(null);
}

/** Takes a draft away that nobody else has seen. What it said is kept. */
export async function withdrawDraft(context: Context, { draftId }: { draftId: string }): Promise<Outcome<null>> {
  const own = await askOfDraft(context, mayDraftAgreement, await store.findDraft(context, draftId));
  if (!own.ok) return own;
  if (own.value.sharedAt) return refuse('conflict', 'agreement.draft-is-shared');
  return inTransaction(context, async (inside) => {
    if (!(await store.keepWithdrawal(inside, draftId))) return noSuchDraft();
    await witness(inside, draftEntry('agreement.draft-withdrawn', own.value));
    return done(null);
  });
}

/** Takes up a draft that its own side had withdrawn. That it was withdrawn stays recorded. */
export async function restoreDraft(context: Context, { draftId }: { draftId: string }): Promise<Outcome<{ draftId: string }>> {
  const found = await store.findDraft(context, draftId);
  const own = await askOfDraft(context, mayDraftAgreement, found && { ...found, withdrawnAt: null });
  if (!own.ok) return own;
  return inTransaction(context, async (inside) => {
    if (!(await store.keepRestoring(inside, draftId))) return refuse('conflict', 'agreement.draft-not-withdrawn');
    await witness(inside, draftEntry('agreement.draft-restored', own.value));
    return done({ draftId });
  });
}
