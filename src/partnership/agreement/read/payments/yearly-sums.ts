import type { PaymentTerm } from '../../model.ts';
import type { ReadingContext } from '../context.ts';
import type { AgreementDocument, Section } from '../document.ts';
import { moneyIn } from '../lex/money.ts';
import { remembered } from '../remembered.ts';
import { sentencesOf } from '../sentences.ts';
import { SUM_LABEL } from '../amounts/adding-up.ts';
import { amountsInCell } from '../amounts/rows.ts';
import { cellsOf, isYear, tablesOf, type Table } from '../table.ts';
import type { Passage } from './passage.ts';
import { CEILING } from './stated.ts';

/** What a payment is called that has its sum elsewhere: "Bidraget betalas den 15 april varje år". */
const CALLED = /^\W*(?:\p{L}*bidraget|bidragen|\p{L}*ersättningen|\p{L}*stödet|medlen|pengarna|\p{L}*beloppe[nt]|summan|(?:ut)?betalning(?:en|arna)?)(?!\p{L})/iu;
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
  const [sum, ...more] = tables.flatMap((table) => eachYear(table) ?? []);
  return sum !== undefined && more.length === 0 ? [Array<number>(years).fill(sum)] : null;
}

/** Over a column of what is paid each year. */
const EACH_YEAR_HEAD = /per (?:kalender|verksamhets|avtals)?år(?!\p{L})|årligen|\/år|årsbelopp|^årlig/iu;

/** "Ersättning per år" over a column with its sum: what is paid each year of the agreement. */
function eachYear(table: Table): number | null {
  const column = (table.head ?? []).findIndex((words) => EACH_YEAR_HEAD.test(words));
  const row = table.rows.findLast(({ text }) => SUM_LABEL.test(text.split('\t')[0]!));
  if (column < 1 || !row) return null;
  const cells = cellsOf(row);
  return cells[column] ? (amountsInCell(cells[column], cells, table, 'economy')[0]?.sek ?? null) : null;
}

const tablesBySection = remembered((doc: AgreementDocument) => {
  const tables = new Map<number, Table[]>();
  for (const table of tablesOf(doc)) tables.set(table.at, [...(tables.get(table.at) ?? []), table].slice(-MOST_TABLES));
  return tables;
});
/** No section tells who bears what in more tables than this. */
const MOST_TABLES = 8;

/** "Vretinge | 110 400", "Åsnäs | 72 900" in the section's table: which part of the sum each party bears; null where no table says it. */
export function bearersInTable(passage: Passage, sek: number, { doc, parties }: ReadingContext): PaymentTerm['split'] | null {
  for (const table of tablesBySection(doc).get(passage.block.section) ?? []) {
    const borne = table.rows.flatMap((row) => {
      const cells = cellsOf(row);
      const payer = parties.named(cells[0]!.text);
      const sum = cells.slice(1).flatMap((cell) => amountsInCell(cell, cells, table, 'economy').slice(0, 1)).at(-1);
      return payer !== null && payer !== 'both' && sum ? [{ payer, sek: sum.sek }] : [];
    });
    if (borne.length > 1 && borne.reduce((all, one) => all + one.sek, 0) === sek) return borne;
  }
  return null;
}

/** "Klubben får 40 000 kr per år för samordning och kåren 25 000 kr per år för lokal": the sums of a sentence further up that tells two or more, each with whom it goes to. */
export function yearlySumsTold(passage: Passage, { doc, parties }: ReadingContext): { sek: number; payee: string | null }[] {
  const told = sentencesBefore(passage, doc).map((text) => ({ text, sums: moneyIn(text).filter((sum) => sum.per === 'year' && !CEILING.test(text.slice(Math.max(0, sum.at - 40), sum.at))) })).filter(({ sums }) => sums.length > 0);
  const [one, ...more] = told;
  if (!one || more.length > 0 || one.sums.length < 2) return [];
  const named = parties.find(one.text).filter(({ party }) => party !== 'both' && parties.parties.some(({ name, sector }) => name === party && sector !== 'public'));
  return one.sums.map(({ sek, at }, nth) => ({ sek, payee: named.findLast((mention) => mention.end <= at && mention.at >= (one.sums[nth - 1]?.end ?? 0))?.party ?? null }));
}

/** "Kommunen bidrar med 520 000 kr per år. … Bidraget för 2025 betalas ut när …": the one sum a year that stands before; null where none or more do. */
export function yearSumBefore(passage: Passage, { doc }: ReadingContext): number | null {
  const sums = sentencesBefore(passage, doc).flatMap((text) => moneyIn(text).filter((sum) => sum.per === 'year'));
  return sums.length === 1 ? sums[0]!.sek : null;
}

function sentencesBefore(passage: Passage, doc: AgreementDocument): string[] {
  const { place, section } = passage.block;
  const before = doc.blocks.slice(Math.max(0, place - MOST_BEFORE), place + 1).filter((block) => block.section === section && (block.kind === 'paragraph' || block.kind === 'item') && sentencesOf(block).length <= MOST_SENTENCES);
  return before.flatMap((block) => sentencesOf(block).filter((sentence) => block !== passage.block || sentence.at < passage.from).map(({ text }) => text));
}

/** A sum is told no further up than this, and in no longer a paragraph. */
const [MOST_BEFORE, MOST_SENTENCES] = [8, 40];
