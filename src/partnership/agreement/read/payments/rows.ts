import type { PaymentTerm } from '../../model.ts';
import { SUM_LABEL } from '../amounts/adding-up.ts';
import { amountsInCell } from '../amounts/rows.ts';
import type { ReadingContext } from '../context.ts';
import type { Block } from '../document.ts';
import { moneyIn, type Money } from '../lex/money.ts';
import { spanOf } from '../span.ts';
import { cellsOf, type Table } from '../table.ts';
import type { Topic } from '../topic.ts';
import { daysOfWhen, whensIn } from '../when.ts';
import { eventIn } from './event.ts';
import type { Passage } from './passage.ts';

const PAID = /utbetal|betal|förfall|(?<!\p{L})rat(?!\p{L})|rekvisition/iu;
/** "Betalas ut | 1 mars varje år": a line of a form. */
const PAID_ON = /^(?:ut)?betal(?:as|ning)(?: ut|sdag|sdatum)?\W*\t[^\t]*$/i;
/** A table whose heads promise a day or a condition for each sum is a plan of payments, wherever it stands. */
const TIMED = /datum|tidpunkt|villkor|förfallo|^när\b/i;
const YEARLY = /per (?:kalender|verksamhets)?år\b|varje (?:kalender|verksamhets)?år|årligen/i;

/** Payments as rows of a table: "Utbetalning 1 | 2025-03-01 | 100 000". */
export function paymentRows(table: Table, topic: Topic, passages: Passage[], ctx: ReadingContext): PaymentTerm[] {
  const lead = leadOf(table, passages);
  const isAboutPaying = topic === 'payments' || PAID.test(lead) || (table.head?.some((words) => PAID.test(words)) ?? false) || table.rows.every((row) => PAID.test(row.text)) || (topic !== 'follow-up' && (table.head?.some((words) => TIMED.test(words)) ?? false) && (table.head?.some((words) => /belopp|summa|kr\b|kronor/i.test(words)) ?? false));
  return (isAboutPaying ? table.rows : table.rows.filter((row) => PAID_ON.test(row.text))).flatMap((row) => paymentsInRow(row, table, topic, YEARLY.test(lead), ctx));
}

/** The last sentence before the table. */
function leadOf(table: Table, passages: Passage[]): string {
  const start = table.rows[0]!.span.start;
  const before = lastBefore(passages, start);
  return before && before.block.section === table.at ? before.text : (table.section.heading?.text ?? '');
}

/** Found by halving, as a document may hold thousands of tables. */
function lastBefore(passages: Passage[], start: number): Passage | undefined {
  let low = -1;
  let high = passages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (passages[middle]!.block.span.start < start) low = middle;
    else high = middle - 1;
  }
  return passages[low];
}

function paymentsInRow(row: Block, table: Table, topic: Topic, every: boolean, ctx: ReadingContext): PaymentTerm[] {
  const cells = cellsOf(row);
  if (SUM_LABEL.test(cells[0]?.text ?? '')) return [];
  const sums = cells.flatMap((cell) => amountsInCell(cell, cells, table, topic).slice(-1).map((money) => ({ ...money, column: cell.column })));
  const underDays = sums.filter((sum) => isDated(table.head?.[sum.column] ?? ''));
  if (underDays.length > 1) return underDays.flatMap((sum) => termsOf(row, sum.sek, `${table.head![sum.column]!} ${row.text}`, every, ctx));
  const toEach = sums.filter((sum) => isPayee(table.head?.[sum.column] ?? '', ctx));
  const text = cells.map((cell) => cell.text).join(' ');
  const above = sums.length === 0 && PAID_ON.test(row.text) ? sumAbove(row, table) : null;
  if (above) return termsOf(row, above.sek, text, every || above.per === 'year', ctx);
  return (toEach.length > 1 ? toEach : [sums.at(-1)]).flatMap((sum) => termsOf(row, sum ? sum.sek : null, text, every, ctx));
}

/** "Bidrag | 38 500 kr per år", and in a row below "Betalas ut | 1 mars": the one sum that the form states. */
function sumAbove(row: Block, table: Table): Money | null {
  const [sum, ...more] = [...(table.head ? [table.head.join(' ')] : []), ...table.rows.slice(0, table.rows.indexOf(row)).map((one) => one.text)].flatMap((words) => moneyIn(words));
  return sum && more.length === 0 && (sum.per === null || sum.per === 'year') ? sum : null;
}

/** "1 mars 2025" over a column: what stands under it is paid then. */
const isDated = (head: string): boolean => head.length < 40 && whensIn(head).some((when) => when.found !== null && when.found.month !== null);

/** "Till kören" over a column, or the name of an association: who is paid what stands under it. */
const isPayee = (head: string, { parties }: ReadingContext): boolean => /^till\s/i.test(head) || parties.parties.some((party) => party.sector !== 'public' && party.name === parties.named(head));

function termsOf(row: Block, sek: number | null, text: string, every: boolean, ctx: ReadingContext): PaymentTerm[] {
  const event = eventIn(text);
  const meant = { every, yearBack: false, afterEnd: false, last: false };
  const days = whensIn(text).flatMap((when) => (when.found ? daysOfWhen(when, ctx.period, meant) : [])).slice(0, every ? undefined : 1);
  const dues = days.length > 0 ? days.map((day) => ({ date: day.date, precision: day.precision, event })) : event ? [{ date: null, precision: null, event }] : [];
  return dues.map((due) => ({
    sek: sek === null ? null : Math.abs(sek),
    due,
    split: [],
    payer: null,
    payee: null,
    account: null,
    text: row.text.replaceAll('\t', ' '),
    certainty: 'certain' as const,
    source: spanOf(row),
  }));
}
