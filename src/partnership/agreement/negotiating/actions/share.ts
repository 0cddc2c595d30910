import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { DraftContent } from '../../drafting/model.ts';
import { mayNegotiate } from '../../policy.ts';
import { takeSeat } from '../at-the-table.ts';
import * as store from '../store.server.ts';

/**
 * Shares a draft with the other side: from then on everybody in the partnership sees it, and its text changes only by
 * proposals that are accepted. In a partnership that has no other side yet, the organisations that the draft names as
 * parties are let in, or the one that is chosen.
 */
export const shareDraft = (context: Context, { draftId, organisationId }: { draftId: string; organisationId?: string }): Promise<Outcome<{ agreementId: string }>> =>
  inTransaction(context, async (inside) => {
    const seat = await takeSeat(inside, mayNegotiate, draftId);
    if (!seat.ok) return seat;
    const { draft, place } = seat.value;
    if (draft.sharedAt) return refuse('conflict', 'agreement.draft-is-shared');
    const wanted = [...partiesIn(draft), ...(organisationId ? [organisationId] : []), ...place.organisationIds].filter((id) => id !== draft.organisationId);
    const others = await store.organisationNames(inside, wanted);
    if (others.length === 0) return refuse('invalid', 'agreement.share-with-whom', { path: 'organisation' });
    await letTakePart(inside, draft.agreementId, others.map(({ id }) => id));
    await store.keepSharing(inside, draftId);
    await witness(inside, { what: 'agreement.draft-shared', agreementId: draft.agreementId, facts: { draftId, organisations: others.map(({ id }) => id) } });
    return done({ agreementId: draft.agreementId });
  });

/** The organisations that the draft names as its parties. */
const partiesIn = ({ facts }: DraftContent): string[] => facts.flatMap(({ kind, value }) => (kind === 'party' && typeof value.organisationId === 'string' ? [value.organisationId] : []));
