import type { PaymentTerm } from '../model.ts';
import type { ReadingContext } from './context.ts';
import { accountsIn } from './payments/account.ts';
import { instalmentsIn } from './payments/instalments.ts';
import { paymentRows } from './payments/rows.ts';
import { roles } from './payments/roles.ts';
import { isPassage, passagesOf } from './payments/passage.ts';
import { tablesOf } from './table.ts';
import { topicsOf } from './topic.ts';

/**
 * Every payment the agreement promises, each with its day or with what it waits for. An amount that is not said is null;
 * "four equal parts" of a stated sum is said.
 */
export function readPayments(ctx: ReadingContext): PaymentTerm[] {
  const topics = topicsOf(ctx.doc);
  const passages = passagesOf(ctx, topics);
  const running = passages.filter((passage) => passage.block.kind !== 'row');
  const told = running.filter(isPassage).flatMap((passage) => instalmentsIn(passage, ctx));
  const tabled = tablesOf(ctx.doc).flatMap((table) => paymentRows(table, topics[table.at]!, running, ctx));
  const all = unrepeated([...tabled, ...told]).sort((a, b) => a.source.start - b.source.start || (a.due.date ?? '').localeCompare(b.due.date ?? ''));
  const accounts = accountsIn(ctx.doc);
  const account = accounts.length === 1 ? accounts[0]! : null;
  return all.map((payment) => ({ ...payment, account: payment.account ?? account, ...roles(payment, ctx) }));
}

/** Said of payments told elsewhere: "Utbetalning 2 görs bara om …", "Betalning sker mot faktura". */
const CONDITION = /(?:utbetalning|betala)[^.]{0,60}?(?<!\p{L})(?:bara|endast|först|förutsätter|förrän)(?!\p{L})/iu;
const CLAIMED = /(?:fakturer|rekvirer)(?:ar|as)(?!\p{L})/iu;

/** A payment that is told twice – in a sentence and again in a table – is read once, from where it has its amount. */
function unrepeated(payments: PaymentTerm[]): PaymentTerm[] {
  const kept: PaymentTerm[] = [];
  const seen = new Map<string, PaymentTerm>();
  const dated = new Set(payments.flatMap((payment) => (payment.sek !== null && payment.due.date ? [payment.due.date] : [])));
  const told = new Set<PaymentTerm['due']['event']>(payments.flatMap((payment) => (payment.sek !== null && payment.due.event !== null ? [payment.due.event] : [])));
  let lastRow: PaymentTerm | null = null;
  for (const payment of payments) {
    const isRow = payment.text === lastRow?.text && payment.source.start === lastRow.source.start;
    const key = `${payment.sek} ${payment.due.date} ${payment.due.event}`;
    if (payment.sek === null && payment.due.date && dated.has(payment.due.date)) continue;
    if (payment.sek === null && payment.due.date === null && payments.length > 1 && (CONDITION.test(payment.text) || (dated.size > 0 && CLAIMED.test(payment.text)))) continue;
    if ((seen.has(key) && !isRow) || (payment.sek === null && payment.due.date === null && told.has(payment.due.event))) continue;
    seen.set(key, payment);
    kept.push(payment);
    lastRow = payment;
  }
  return kept;
}
