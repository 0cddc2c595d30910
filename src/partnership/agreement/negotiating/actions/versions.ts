import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { draftEntry } from '../../drafting/draft-entry.ts';
import { mayNegotiate } from '../../policy.ts';
import { takeSeat } from '../at-the-table.ts';
import { type DraftVersion, nameSchema, NEGOTIATION_LIMITS } from '../model.ts';
import { contentOf, hashOfContent } from '../sealed.ts';
import * as store from '../store.server.ts';

/** Keeps what the draft says now as a version with a number and a name. */
export const nameVersion = (context: Context, { draftId, name }: { draftId: string; name: string }): Promise<Outcome<DraftVersion>> =>
  inTransaction(context, async (inside) => {
    const seat = await takeSeat(inside, mayNegotiate, draftId);
    if (!seat.ok) return seat;
    const { draft, side } = seat.value;
    const named = nameSchema.safeParse(name);
    if (!named.success) return refuse('invalid', 'agreement.version-name', { path: 'name', facts: { most: NEGOTIATION_LIMITS.name } });
    const sha256 = hashOfContent(draft);
    const [last] = await store.versionsOf(inside, draftId);
    if (last?.sha256 === sha256 && last.shared === (draft.sharedAt !== null)) return refuse('conflict', 'agreement.version-says-the-same', { path: 'name', facts: { number: last.number } });
    const version = await store.insertVersion(inside, { draftId, name: named.data, content: contentOf(draft), sha256, shared: draft.sharedAt !== null, organisationId: side.id });
    await witness(inside, draftEntry('agreement.version-named', draft, { versionId: version.id, number: version.number, sha256 }));
    return done(version);
  });
