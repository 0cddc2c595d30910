import type { PaymentTerm } from '../model.ts';
import type { ReadingContext } from './context.ts';
import { accountsIn } from './payments/account.ts';
import { instalmentsIn } from './payments/instalments.ts';
import { WAITS } from './payments/parts.ts';
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
/** "Ersättning per plats faktureras månadsvis", "Den rörliga ersättningen faktureras efter varje säsong": beside what has its days. */
const ALSO_CLAIMED = /^(?:den rörliga|rörlig|övrig|ersättning(?:en)? (?:per|för varje)|(?:ersättning|bidrag)(?:en|et)? för)(?!\p{L})/iu;
const CLAIMED = /(?:fakturer|rekvirer)(?:ar|as)(?!\p{L})/iu;

/** "… 50 % efter godkänd delrapport. Utbetalning sker mot rekvisition.": how what was just told is paid. */
const isHowPaid = (payment: PaymentTerm, before: PaymentTerm | undefined): boolean =>
  payment.due.date === null && before !== undefined && payment.source.start - before.source.end < 250 && HOW_PAID.test(payment.text);
const HOW_PAID = /^(?:utbetalning(?:en|arna)?|betalning(?:en|arna)?) (?:sker|görs|verkställs) (?:alltid )?(?:mot|efter|enligt|inom|senast)(?![^.]*(?:\d\s?(?:kr|kronor|tkr)|varje|kvartalsvis|månadsvis|halvårsvis|årsvis|delrapport|slutrapport|undertecknat))/iu;

/** "Kommunen betalar 15 000 kr i månaden. Ersättningen faktureras kvartalsvis.": a price, and then how it is paid. */
const isClaimedNext = (payment: PaymentTerm, next: PaymentTerm | undefined): boolean => next !== undefined && MONTHLY.test(payment.text) && next.sek === null && next.due.date === null && next.due.event !== null && next.source.start - payment.source.end < 150;

const MONTHLY = /(?:kr|kronor|:-)\s(?:i månaden|per månad)(?![^.]*(?:förskott|efterskott|månadsvis|faktur))/iu;

/** A payment that is told twice – in a sentence and again in a table – is read once, from where it has its amount. */
function unrepeated(found: PaymentTerm[]): PaymentTerm[] {
  const payments = found.filter((payment, at) => !isHowPaid(payment, found[at - 1]));
  const kept: PaymentTerm[] = [];
  const seen = new Map<string, PaymentTerm>();
  const dated = new Set(payments.flatMap((payment) => (payment.sek !== null && payment.due.date ? [payment.due.date] : [])));
  const told = new Set<PaymentTerm['due']['event']>(payments.flatMap((payment) => (payment.sek !== null && payment.due.event !== null ? [payment.due.event] : [])));
  const sums = new Set(payments.flatMap((payment) => (payment.due.date ? [payment.sek] : [])));
  let lastRow: PaymentTerm | null = null;
  for (const [at, payment] of payments.entries()) {
    const isRow = payment.text === lastRow?.text && payment.source.start === lastRow.source.start;
    if (payment.sek !== null && payment.due.date === null && payment.due.event === null && (sums.has(payment.sek) || isClaimedNext(payment, payments[at + 1]))) continue;
    const key = `${payment.sek} ${payment.due.date} ${payment.due.event}${payment.due.date === null && payment.due.event === null && WAITS.test(payment.text) ? payment.text : ''}`;
    if (payment.sek === null && payment.due.date && dated.has(payment.due.date)) continue;
    if (payment.sek === null && payment.due.date === null && payments.length > 1 && (CONDITION.test(payment.text) || (dated.size > 0 && CLAIMED.test(payment.text) && !ALSO_CLAIMED.test(payment.text)))) continue;
    if ((seen.has(key) && !isRow) || (payment.sek === null && payment.due.date === null && told.has(payment.due.event))) continue;
    seen.set(key, payment);
    kept.push(payment);
    lastRow = payment;
  }
  return kept;
}
