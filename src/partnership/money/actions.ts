import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { FactView } from '#pure/agreement';
import { mayRecordTerms } from './policy.ts';
import { budgetLinesFrom, paymentsFrom } from './rules.ts';
import { replaceTerms } from './store.server.ts';

/** Makes the partnership's budget and payments those of its agreed facts, whatever they were before. */
export async function recordTerms(context: Context, { agreementId, facts }: { agreementId: string; facts: FactView[] }): Promise<Outcome<null>> {
  const asked = await ask(context, mayRecordTerms, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const terms = { budget: budgetLinesFrom(facts), payments: paymentsFrom(facts) };
    await replaceTerms(inside, agreementId, terms);
    await witness(inside, { what: 'money.terms-recorded', agreementId, facts: { budget: terms.budget.length, payments: terms.payments.length } });
    return done(null);
  });
}
