import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { BudgetLine, Payment } from './model.ts';
import { maySeeMoney } from './policy.ts';
import { budgetOf, paymentsOf } from './store.server.ts';

/** What was agreed about money: the budget's lines and the promised payments, those with a day first. */
export async function termsOf(context: Context, agreementId: string): Promise<Outcome<{ budget: BudgetLine[]; payments: Payment[] }>> {
  const asked = await ask(context, maySeeMoney, agreementId);
  if (!asked.ok) return asked;
  const [budget, payments] = await Promise.all([budgetOf(context, agreementId), paymentsOf(context, agreementId)]);
  return done({ budget, payments });
}
