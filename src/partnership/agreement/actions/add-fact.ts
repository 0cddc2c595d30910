import { ask } from '#platform/access/ask.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { TextSpan } from '#kernel/text-span.ts';
import { wellFormedFact } from '../fact-shape.ts';
import type { FactKind } from '../facts.ts';
import { ownWords, partyNames } from '../free-text.ts';
import { mayDraftAgreement } from '../policy.ts';
import * as store from '../store.server.ts';

/** Keeps a fact the reader did not find, with the place in the text a person points at; it is confirmed by being added. */
export async function addFact(
  context: Context,
  { agreementId, kind, value, span, lookedAt }: { agreementId: string; kind: FactKind; value: Record<string, unknown>; span: TextSpan; lookedAt?: string[] },
): Promise<Outcome<{ factId: string }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const agreement = await store.findAgreement(inside, agreementId);
    if (!agreement?.text) return refuse('not-found', 'agreement.not-found');
    if (span.start < 0 || span.end > agreement.text.length || span.start >= span.end) return refuse('invalid', 'agreement.place-outside-text', { path: 'line' });
    const shaped = wellFormedFact(kind, value, span);
    if (!shaped.ok) return shaped;
    const facts = await store.factsOfAgreement(inside, agreementId);
    const looked = lookAgain({ texts: ownWords({ kind, value: shaped.value }, agreement.text), lookedAt, known: partyNames(facts) });
    if (!looked.ok) return looked;
    const [factId] = await store.insertFacts(inside, agreementId, [{ kind, value: shaped.value, certainty: 'certain', span }], facts.length);
    await store.insertDecisions(inside, [factId], 'confirm', undefined, actorName(inside.actor));
    await witness(inside, { what: 'agreement.fact-added', agreementId, facts: { factId, kind, ...looked.value } });
    return done({ factId });
  });
}
