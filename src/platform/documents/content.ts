import type { CalendarDate } from '#kernel/calendar-date.ts';

/** A piece of running text: a paragraph, a list, or a table whose first row of cells are its headers. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] };

/** A heading and what stands under it. The number is the content's own (`4`, `4.2`, `§ 4`), since others refer to it. */
export interface DocumentSection {
  number: string | null;
  heading: string;
  blocks: Block[];
}

/** A line of the budget in whole kronor; a cost is written as a positive number. */
interface DocumentBudgetLine {
  label: string;
  sek: number;
  kind: 'income' | 'cost' | 'sum';
}

/** The partnership from its first day to its last, with what falls on it. `kind` is a kind of mark, such as `payment`. */
export interface DocumentLifeline {
  title: string;
  marks: { date: CalendarDate; label: string; kind: string }[];
  from: CalendarDate;
  to: CalendarDate;
}

/** Everything a document says, without any of its looks. The same content becomes a PDF and a file for Word. */
export interface DocumentContent {
  kind: 'agreement' | 'amendment' | 'annex' | 'certificate' | 'evidence' | 'report';
  language: 'sv' | 'en';
  title: string;
  subtitle: string | null;
  /** The day the document is dated. Without it the file carries no date at all, so that equal input gives equal bytes. */
  date: CalendarDate | null;
  parties: { name: string; orgNumber: string | null; unit: string | null }[];
  sections: DocumentSection[];
  budget: DocumentBudgetLine[];
  lifeline: DocumentLifeline | null;
  annexes: { title: string; sections: DocumentSection[] }[];
  /** Those who are to sign; the signature page has one place for each. */
  signatories: { name: string; title: string | null; party: string; mandate: string | null }[];
  /** The same content as data, in the public format and with the text it was made from under the key `text`. */
  attachment: { name: string; json: string } | null;
}

/** A sheet to put up: one page to read from across a room, with an address to photograph. */
export interface PosterContent {
  language: 'sv' | 'en';
  /** Who puts it up. */
  from: string;
  title: string;
  lead: string;
  /** Where the code leads, and what stands instead of it for those who do not see. */
  code: { address: string; words: string };
  /** What to do with the code. */
  how: string;
  lines: string[];
}
