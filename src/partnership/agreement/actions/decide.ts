import { ask, signInFirst } from '#platform/access/ask.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import type { JournalEvent } from '#platform/journal/events.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { undecided } from '../review.ts';
import { wellFormedFact } from '../fact-shape.ts';
import type { FactKind } from '../facts.ts';
import { ownWords, partyNames } from '../free-text.ts';
import { mayDraftAgreement } from '../policy.ts';
import { factViews } from '../queries.ts';
import * as store from '../store.server.ts';

export interface FactDecision {
  factId: string;
  verdict: store.Verdict;
  /** The right value, with `correct` only. */
  value?: Record<string, unknown>;
  /** Free texts of it that the writer has looked at and keeps as they are. */
  lookedAt?: string[];
}

/** Keeps what a person says of one fact: it is right, it should be this, it is not there, or let us look again. */
export async function decide(context: Context, { factId, verdict, value, lookedAt }: FactDecision): Promise<Outcome<{ agreementId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return inTransaction(context, async (inside) => {
    const fact = await store.findFact(inside, factId);
    if (!fact) return refuse('not-found', 'agreement.fact-not-found');
    const asked = await ask(inside, mayDraftAgreement, fact.agreementId);
    if (!asked.ok) return asked;
    const shaped = verdict === 'correct' ? wellFormedFact(fact.kind, { ...fact.value, ...value }, fact.span) : done(undefined);
    if (!shaped.ok) return shaped;
    const looked = shaped.value ? lookAgain({ texts: await wordsTyped(inside, fact, shaped.value), lookedAt, known: partyNames(await store.factsOfAgreement(inside, fact.agreementId)) }) : done({});
    if (!looked.ok) return looked;
    await store.insertDecisions(inside, [factId], verdict, shaped.value, actorName(inside.actor));
    await witness(inside, { what: WITNESSED[verdict], agreementId: fact.agreementId, facts: { factId, kind: fact.kind, ...looked.value } });
    return done({ agreementId: fact.agreementId });
  });
}

/** What a person has put into the fact in their own words. */
const wordsTyped = async (context: Context, { kind, agreementId, ...fact }: store.StoredFact & { agreementId: string }, value: Record<string, unknown>) =>
  ownWords({ kind, value, before: fact.decidedValue ?? fact.value }, (await store.findAgreement(context, agreementId))?.text ?? '');

const WITNESSED: Record<store.Verdict, JournalEvent> = {
  confirm: 'agreement.fact-confirmed',
  correct: 'agreement.fact-corrected',
  remove: 'agreement.fact-removed',
  reopen: 'agreement.fact-reopened',
};

/** Confirms every undecided fact, of one kind or all, leaving the unsure ones to be looked at where `onlyCertain`. */
export async function confirmAll(
  context: Context,
  { agreementId, kind, onlyCertain }: { agreementId: string; kind?: FactKind; onlyCertain: boolean },
): Promise<Outcome<{ count: number }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    if (!(await store.findAgreement(inside, agreementId))) return refuse('not-found', 'agreement.not-found');
    const facts = undecided(await factViews(inside, agreementId)).filter(
      (fact) => (!kind || fact.kind === kind) && (!onlyCertain || fact.certainty !== 'unsure'),
    );
    await store.insertDecisions(inside, facts.map(({ id }) => id), 'confirm', undefined, actorName(inside.actor));
    await witness(inside, { what: 'agreement.facts-confirmed', agreementId, facts: { count: facts.length, kind: kind ?? null } });
    return done({ count: facts.length });
  });
}
