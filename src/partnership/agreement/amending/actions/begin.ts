import { randomUUID } from 'node:crypto';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { openDraft } from '../../drafting/actions/begin.ts';
import { mayDraftAgreement, writesDraftsFor } from '../../policy.ts';
import { factViews } from '../../queries.ts';
import { agreed } from '../../review.ts';
import { findAgreement } from '../../store.server.ts';
import { amendmentFrom } from '../begun.ts';
import { changeableIn } from '../changes.ts';
import type { Amendment, Change } from '../model.ts';

/** Begins an amendment or an annex to a running agreement, for the party that the actor writes for, with the changes that were chosen. */
export async function beginAmendment(context: Context, { agreementId, kind, changes }: { agreementId: string; kind: Amendment['kind']; changes: Change[] }): Promise<Outcome<{ agreementId: string; draftId: string }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  const organisationId = writesDraftsFor(context.actor, asked.value);
  if (!organisationId) return refuse('forbidden', 'access.not-allowed');
  const agreement = await findAgreement(context, agreementId);
  if (!agreement?.commencedAt) return refuse('conflict', 'agreement.not-in-force');
  const facts = agreed(await factViews(context, agreementId));
  const possible = changeableIn(facts);
  const chosen = changes.filter((change) => possible.some(({ factId, part }) => factId === change.factId && part === change.part));
  if (chosen.length < changes.length) return refuse('conflict', 'agreement.change-not-possible', { path: 'change' });
  if (kind === 'amendment' && chosen.length === 0) return refuse('invalid', 'agreement.choose-changes', { path: 'change' });
  const content = amendmentFrom({ kind, agreement: agreement.title ?? agreement.fileName, facts, changes: chosen }, randomUUID);
  return inTransaction(context, async (inside) => {
    const { draftId } = await opened(inside, { agreementId, organisationId, origin: { from: 'agreement', agreementId, base: null }, content });
    await witness(inside, { what: 'agreement.amendment-begun', agreementId: null, facts: { draftId, partnership: agreementId, kind, changes: chosen.length } });
    return done({ agreementId, draftId });
  });
}

async function opened(inside: Context, input: Parameters<typeof openDraft>[1]): Promise<{ draftId: string }> {
  const outcome = await openDraft(inside, input);
  if (!outcome.ok) throw new Error('a draft that may be begun could not be');
  return outcome.value;
}
