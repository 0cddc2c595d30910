import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { DraftContent } from '../../drafting/model.ts';
import { noSuchDraft } from '../../drafting/own-draft.ts';
import { holdDraft } from '../../drafting/store.server.ts';
import { mayBringIntoForce } from '../../policy.ts';
import { factViews } from '../../queries.ts';
import { agreed } from '../../review.ts';
import * as agreements from '../../store.server.ts';
import { takenIn } from '../in-force.ts';
import { conflictsOf } from '../merge.ts';
import * as store from '../store.server.ts';

/**
 * Makes a signed amendment or annex part of its agreement: what it changes and takes away are decisions on the agreed facts,
 * what it adds are facts, each with the amendment as its source, and its text and file are kept with the partnership. Done
 * once; again it changes nothing. For the house, when the last signature is in and the file is sealed: where two were signed
 * about the same thing, the one that is sealed last holds, as the parties wrote it.
 */
export async function bringAmendmentIntoForce(inside: Context, { draftId, pdfSha256, content, signedAt, signedBy }: { draftId: string; pdfSha256: string; content: DraftContent; signedAt: Date; signedBy?: string[] }): Promise<Outcome<{ agreementId: string }>> {
  const draft = await holdDraft(inside, draftId);
  if (!draft || draft.kind === 'agreement') return noSuchDraft();
  const { agreementId, kind } = draft;
  if (!mayBringIntoForce(inside.actor)) return refuse('forbidden', 'access.not-allowed');
  await store.holdAgreement(inside, agreementId);
  if (await store.findAmendment(inside, draftId)) return done({ agreementId });
  const all = await factViews(inside, agreementId);
  const facts = agreed(all);
  const { text, corrected, removed, added } = takenIn(content, facts);
  const by = (signedBy ?? []).join(', ') || actorName(inside.actor);
  await store.insertAmendment(inside, { draftId, agreementId, kind, title: content.title, sha256: pdfSha256, text, signedAt, signedBy: by });
  for (const { factId, value } of corrected) await agreements.insertDecisions(inside, [factId], 'correct', value, by, draftId);
  await agreements.insertDecisions(inside, removed, 'remove', undefined, by, draftId);
  const factIds = await agreements.insertFacts(inside, agreementId, added, all.length, draftId);
  await agreements.insertDecisions(inside, factIds, 'confirm', undefined, by, draftId);
  await witness(inside, {
    what: 'agreement.amended',
    agreementId,
    facts: { draftId, sha256: pdfSha256, corrected: corrected.length, removed: removed.length, added: added.length, overtaken: conflictsOf(content, facts).length },
  });
  return done({ agreementId });
}
