import type { Block, DocumentContent } from '../content.ts';
import { annexHeading, levelled, type LevelledSection } from '../headings.ts';
import { type Say, sayIn } from '../say.ts';
import { budgetTable, datesTable, type EvenTable, evenTable } from '../tables.ts';
import { columnShares, fitted, reachesOut } from './columns.ts';
import { type DrawnLifeline, drawnLifeline } from './lifeline.ts';
import { breakable } from './long-words.ts';

/** What the body of the document is a row of. */
type Part =
  | { kind: 'heading'; level: number; number: string | null; text: string; onNewPage: boolean }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | ({ kind: 'table'; shares: number[]; reachesOut: boolean } & EvenTable);

/** The document as its template (`document.typ`) takes it: words in place, nothing left to reckon but where pages break. */
export interface LaidOut {
  language: string;
  region: string;
  kind: string;
  title: string;
  subtitle: string | null;
  date: string | null;
  /** Numbers of the day for the file's own date. */
  dated: { year: number; month: number; day: number };
  parties: { name: string; lines: string[] }[];
  words: { parties: string; contents: string; page: string; print: string };
  lifeline: DrawnLifeline | null;
  hasContents: boolean;
  parts: Part[];
  signatures: { heading: string; how: string; original: string; place: string; each: { name: string; lines: string[] }[] } | null;
}

/** PDF/A asks for a date; a document without one has that on which computers begin to count. */
const NO_DATE = '1970-01-01';
/** The title is set large: a longer word would run off the page. */
const LONGEST_IN_TITLE = 30;
/** From so many headings on, a list of contents is of help. */
const HEADINGS_FOR_CONTENTS = 7;

export function laidOut(content: DocumentContent): LaidOut {
  const say = sayIn(content.language);
  const parts = partsOf(content, say);
  const [year, month, day] = (content.date ?? NO_DATE).split('-').map(Number);
  return {
    language: content.language,
    region: content.language === 'sv' ? 'se' : 'gb',
    kind: say.kind(content.kind),
    // Without a title it would not be accessible, and not be made.
    title: breakable(content.title.trim(), LONGEST_IN_TITLE) || say.kind(content.kind),
    subtitle: content.subtitle,
    date: content.date && say.day(content.date),
    dated: { year: year!, month: month!, day: day! },
    parties: content.parties.map(({ name, orgNumber, unit }) => ({ name, lines: [unit, orgNumber && say.organisationNumber(orgNumber)].filter((line) => line !== null) })),
    words: { parties: say.parties, contents: say.contents, page: say.page, print: content.signatories.length > 0 ? say.print : '' },
    lifeline: content.lifeline && content.lifeline.marks.length > 0 ? drawnLifeline(content.lifeline, say) : null,
    hasContents: parts.filter((part) => part.kind === 'heading' && part.level === 1).length >= HEADINGS_FOR_CONTENTS,
    parts,
    signatures: content.signatories.length > 0 ? signaturesOf(content, say) : null,
  };
}

function partsOf(content: DocumentContent, say: Say): Part[] {
  const heading = (text: string, onNewPage = false): Part => ({ kind: 'heading', level: 1, number: null, text, onNewPage });
  return [
    ...levelled(content.sections).flatMap(sectionParts),
    ...(content.budget.length > 0 ? [heading(say.budget.heading), tablePart(budgetTable(content, say))] : []),
    ...(content.lifeline && content.lifeline.marks.length > 0 ? [heading(say.dates.heading), tablePart(datesTable(content.lifeline, say))] : []),
    ...content.annexes.flatMap((annex, at) => [heading(annexHeading(annex, at, say), true), ...levelled(annex.sections, 1).flatMap(sectionParts)]),
  ];
}

const sectionParts = ({ level, number, heading, blocks }: LevelledSection): Part[] => [{ kind: 'heading', level, number, text: heading, onNewPage: false }, ...blocks.map(blockPart)];

const blockPart = (block: Block): Part => (block.kind === 'table' ? tablePart(evenTable(block)) : block);

function tablePart(table: EvenTable): Part {
  const shares = columnShares(table);
  return { kind: 'table', ...fitted(table, shares), shares, reachesOut: reachesOut(table) };
}

const signaturesOf = ({ signatories }: DocumentContent, say: Say): LaidOut['signatures'] => ({
  ...say.signatures,
  each: signatories.map(({ name, title, party, mandate }) => ({ name, lines: [title, party, mandate && say.mandate(mandate)].filter((line) => line !== null) })),
});
