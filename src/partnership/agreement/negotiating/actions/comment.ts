import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { draftEntry } from '../../drafting/draft-entry.ts';
import { knownNames } from '../../drafting/free-words.ts';
import { mayNegotiate } from '../../policy.ts';
import { takeSeat } from '../at-the-table.ts';
import { NEGOTIATION_LIMITS, proseSchema } from '../model.ts';
import * as store from '../store.server.ts';

/** A comment as it is typed. An answer is to whom what it answers was. */
interface TypedComment {
  draftId: string;
  clauseId: string | null;
  answers?: string | null;
  internal?: boolean;
  text: string;
  lookedAt?: string[];
}

/** Writes a comment to both sides, or an internal note that only one's own side ever sees. Before a draft is shared all are internal. */
export const comment = (context: Context, { draftId, clauseId, answers = null, internal = false, text, lookedAt }: TypedComment): Promise<Outcome<{ internal: boolean }>> =>
  inTransaction(context, async (inside) => {
    const seat = await takeSeat(inside, mayNegotiate, draftId);
    if (!seat.ok) return seat;
    const { draft, person, sides } = seat.value;
    const answered = answers ? (await store.commentsOf(inside, draftId)).find(({ id }) => id === answers) : null;
    if (answered === undefined) return refuse('not-found', 'agreement.comment-not-found');
    const about = answered ? answered.clauseId : clauseId;
    if (about !== null && !answered && !draft.clauses.some(({ id }) => id === about)) return refuse('not-found', 'agreement.clause-not-found');
    const words = proseSchema(NEGOTIATION_LIMITS.comment).safeParse(text);
    if (!words.success) return refuse('invalid', 'agreement.comment-too-long', { path: 'text', facts: { most: NEGOTIATION_LIMITS.comment } });
    if (words.data === '') return refuse('invalid', 'agreement.comment-is-empty', { path: 'text' });
    const looked = lookAgain({ texts: { text: words.data }, lookedAt, known: knownNames(draft) });
    if (!looked.ok) return looked;
    const isInternal = answered ? answered.internal : internal || !draft.sharedAt;
    // What answers an internal note is of the side that wrote it.
    const side = (answered?.internal && sides.find(({ id }) => id === answered.organisation.id)) || seat.value.side;
    await store.insertComment(inside, person, { draftId, clauseId: about, answers: answered?.id ?? null, internal: isInternal, text: words.data, organisationId: side.id });
    // That a side makes notes of its own is the house's to keep: the other side does not learn of it.
    const entry = isInternal ? draftEntry('agreement.note-written', { ...draft, sharedAt: null }, looked.value) : draftEntry('agreement.comment-written', draft, { clauseId: about, ...looked.value });
    await witness(inside, entry);
    return done({ internal: isInternal });
  });
