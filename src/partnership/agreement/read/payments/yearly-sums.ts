import type { ReadingContext } from '../context.ts';
import type { AgreementDocument, Section } from '../document.ts';
import { moneyIn } from '../lex/money.ts';
import { sentencesOf } from '../sentences.ts';
import { SUM_LABEL } from '../amounts/adding-up.ts';
import { amountsInCell } from '../amounts/rows.ts';
import { cellsOf, isYear, tablesOf, type Table } from '../table.ts';
import type { Passage } from './passage.ts';

/** What a payment is called that has its sum elsewhere: "Bidraget betalas den 15 april varje år". */
const CALLED = /^\W*(?:\p{L}*bidraget|bidragen|\p{L}*ersättningen|\p{L}*stödet|medlen|pengarna|beloppe[nt]|summan|(?:ut)?betalning(?:en|arna)?)(?!\p{L})/iu;
/** "för 2025 till 310 000 kr". */
const YEAR_BEFORE = /(?:^|\s)(?:för|år|under)\s(?:år\s)?20\d\d(?!\d)[^.;,\d]{0,32}$/iu;
/** Over the names of those who are each paid a row's sums. */
const PAYEE_HEAD = /mottagare|(?:betalas|utbetalas|går) till|^till\W*$/i;
/** No table has more payees than this. */
const MOST_PAYEES = 12;
const OF_A_YEAR = /^\s*(?:kr|kronor|tkr)?\s*(?:(?:för|år|under|avser)\s)*(?:20\d\d|(?:(?:det|avtals)\s?)?(?:första|andra|tredje|fjärde|femte|sista|återstående) (?:avtals|verksamhets|bidrags|kalender|halv)?året)(?!\d)/iu;

/** The sums the section states for each of so many years, in order – in one sentence, or in its table, where each payee may have a row of its own; null where it states none. */
export function sumsForYears(passage: Passage, years: number, ctx: ReadingContext): number[][] | null {
  if (years < 2 || !CALLED.test(passage.text)) return null;
  const section = ctx.doc.sections[passage.block.section]!;
  const key = `${passage.block.section} ${years}`;
  const known = answered.get(ctx.doc) ?? new Map<string, number[][] | null>();
  answered.set(ctx.doc, known);
  if (!known.has(key)) known.set(key, inProse(section, years) ?? inTable(tablesOf(ctx.doc).filter((table) => table.section === section), years, ctx));
  return known.get(key)!;
}

/** Each section is asked once for each number of years, however many payments ask. */
const answered = new WeakMap<AgreementDocument, Map<string, number[][] | null>>();

function inProse(section: Section, years: number): number[][] | null {
  for (const block of section.blocks) {
    if (block.kind === 'row') continue;
    for (const { text } of sentencesOf(block)) {
      const sums = moneyIn(text).filter((sum) => sum.per === null && (OF_A_YEAR.test(text.slice(sum.end, sum.end + 50)) || YEAR_BEFORE.test(text.slice(Math.max(0, sum.at - 50), sum.at))));
      if (sums.length === years) return [sums.map((sum) => sum.sek)];
    }
  }
  return null;
}

function inTable(tables: Table[], years: number, { parties }: ReadingContext): number[][] | null {
  for (const table of tables) {
    const columns = (table.head ?? []).flatMap((words, column) => (isYear(words) ? [column] : []));
    if (columns.length !== years) continue;
    const payees = !PAYEE_HEAD.test(table.head![0]!) ? [] : table.rows.filter(({ text }) => parties.parties.some((party) => party.sector !== 'public' && party.name === parties.named(text.split('\t')[0]!)));
    const row = table.rows.findLast(({ text }) => SUM_LABEL.test(text.split('\t')[0]!)) ?? (table.rows.length === 1 ? table.rows[0]! : null);
    const meant = payees.length > 1 && payees.length <= MOST_PAYEES ? payees : row ? [row] : [];
    const sums = meant.map((one) => {
      const cells = cellsOf(one);
      return columns.flatMap((column) => (cells[column] ? amountsInCell(cells[column], cells, table, 'economy')[0]?.sek ?? [] : []));
    });
    if (sums.length > 0 && sums.every((one) => one.length === years)) return sums;
  }
  return null;
}
