import { sql } from 'kysely';
import type { DatePrecision } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { BudgetLine, Payment } from './model.ts';

type MoneyTables = {
  'money.budget_line': { fact_id: string; agreement_id: string; label: string; ore: number; kind: BudgetLine['kind'] };
  'money.payment': {
    fact_id: string;
    agreement_id: string;
    ore: number | null;
    due: string | null;
    due_precision: DatePrecision | null;
    awaits: string | null;
    payer: string | null;
    payee: string | null;
    account: string | null;
    wording: string;
  };
  'money.payment_share': { payment_id: string; payer: string; ore: number };
};

const tables = (context: Context) => context.database.withTables<MoneyTables>();

/** Makes the agreement's terms exactly these. */
export async function replaceTerms(context: Context, agreementId: string, terms: { budget: BudgetLine[]; payments: Payment[] }): Promise<void> {
  await tables(context).deleteFrom('money.budget_line').where('agreement_id', '=', agreementId).execute();
  await tables(context).deleteFrom('money.payment').where('agreement_id', '=', agreementId).execute();
  const lines = terms.budget.map(({ factId, ...line }) => ({ fact_id: factId, agreement_id: agreementId, ...line }));
  if (lines.length > 0) await tables(context).insertInto('money.budget_line').values(lines).execute();
  const payments = terms.payments.map(({ factId, duePrecision, shares: _shares, ...payment }) => ({
    fact_id: factId,
    agreement_id: agreementId,
    due_precision: duePrecision,
    ...payment,
  }));
  if (payments.length > 0) await tables(context).insertInto('money.payment').values(payments).execute();
  const shares = terms.payments.flatMap(({ factId, shares }) => shares.map((share) => ({ payment_id: factId, ...share })));
  if (shares.length > 0) await tables(context).insertInto('money.payment_share').values(shares).execute();
}

export async function budgetOf(context: Context, agreementId: string): Promise<BudgetLine[]> {
  return tables(context)
    .selectFrom('money.budget_line')
    .where('agreement_id', '=', agreementId)
    .select(['fact_id as factId', 'label', 'ore', 'kind'])
    .execute();
}

export async function paymentsOf(context: Context, agreementId: string): Promise<Payment[]> {
  const payments = await tables(context)
    .selectFrom('money.payment')
    .where('agreement_id', '=', agreementId)
    .select(['fact_id as factId', 'ore', 'due', 'due_precision as duePrecision', 'awaits', 'payer', 'payee', 'account', 'wording'])
    .orderBy(sql`due nulls last`)
    .execute();
  const shares = await tables(context)
    .selectFrom('money.payment_share')
    .where('payment_id', 'in', payments.map(({ factId }) => factId).concat('00000000-0000-0000-0000-000000000000'))
    .selectAll()
    .execute();
  return payments.map((payment) => ({
    ...payment,
    shares: shares.filter(({ payment_id }) => payment_id === payment.factId).map(({ payer, ore }) => ({ payer, ore })),
  }));
}
