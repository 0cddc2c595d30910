import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import type { BudgetLine, Payment } from './model.ts';
import { mayReadMoney } from './policy.ts';
import { budgetOf, paymentsOf } from './store.server.ts';

/** What was agreed about money: the budget's lines and the promised payments, those with a day first. */
export async function termsOf(context: Context, agreementId: string): Promise<Outcome<{ budget: BudgetLine[]; payments: Payment[] }>> {
  if (!mayReadMoney(context.actor)) return refuse('not-found', 'money.not-found');
  const [budget, payments] = await Promise.all([budgetOf(context, agreementId), paymentsOf(context, agreementId)]);
  return done({ budget, payments });
}
