import { type AgreementDraft, fieldPath, type Finding, remarksOn, rowsIn, saidAgain, typedFormOf } from '#pure/agreement';
import { fieldLabels } from './field-label.ts';

/** A stretch of a clause's text: plain, or a field's words. */
export interface Stretch {
  text: string;
  slug: string | null;
  filled: boolean;
}

export interface FieldView {
  slug: string;
  path: string;
  label: string;
  kind: string;
  typed: string;
}

/** Lines of a paragraph or of a list, or the rows of a table; a line of anything but a table is one cell. */
export interface TextBlock {
  kind: 'paragraph' | 'list' | 'table';
  lines: Stretch[][][];
}

export interface ClauseView {
  id: string;
  version: number;
  number: string | null;
  heading: string;
  /** The heading and body as they are written, with the fields' places in them. */
  raw: { heading: string; body: string };
  blocks: TextBlock[];
  findings: Finding[];
  loose: string[];
  /** The fields that are filled in here: each where it stands first. */
  fields: FieldView[];
  rows: { key: string; words: string }[];
}

/** A draft as its page shows it: each clause's text with its fields marked, and what there is to say of it. */
export function draftView(draft: AgreementDraft) {
  const { composed, byClause, ofWhole, loose } = remarksOn(draft);
  const { text, sections, fields: places } = composed;
  const bySlug = new Map(draft.fields.map((field) => [field.slug, field]));
  const seen = new Set<string>();
  const labels = fieldLabels(draft);
  const clauses = draft.clauses.map((clause, index): ClauseView => {
    const { number, heading, start, bodyStart, end } = sections[index];
    const here = places.filter((place) => place.start >= start && place.start < end);
    const fresh = [...new Set(here.map(({ slug }) => slug))].filter((slug) => !seen.has(slug));
    for (const slug of fresh) seen.add(slug);
    return {
      id: clause.id,
      version: clause.version,
      number,
      heading,
      raw: { heading: clause.heading, body: clause.body },
      blocks: blocksOf(text, bodyStart, end, here),
      findings: saidAgain(byClause.get(clause.id) ?? []),
      loose: loose.filter(({ clauseId }) => clauseId === clause.id).map(({ words }) => words),
      fields: fresh.map((slug) => ({ slug, path: fieldPath(slug), label: labels.get(slug)!, kind: bySlug.get(slug)!.kind, typed: typedFormOf(bySlug.get(slug)!.value) })),
      rows: rowsIn(draft, clause).map(({ key }) => ({ key, words: firstWords(key, draft, labels) })),
    };
  });
  const empty = new Set(places.filter(({ filled }) => !filled).map(({ slug }) => slug));
  return { clauses, ofWhole: saidAgain(ofWhole), empty: empty.size, findings: [...byClause.values()].flat().length + ofWhole.length };
}

/** What a row is known by where it can be taken away: its first field that is filled in, else what it is about. */
function firstWords(key: string, { fields }: AgreementDraft, labels: Map<string, string>): string {
  const own = fields.filter(({ fact }) => fact?.key === key);
  const filled = own.find(({ value }) => value !== null);
  return filled ? typedFormOf(filled.value).slice(0, 60) : (labels.get(own[0]?.slug ?? '') ?? key);
}

type Places = { slug: string; filled: boolean; start: number; end: number }[];

/** Paragraphs, lists and tables, line by line, each cut where fields begin and end. */
function blocksOf(text: string, from: number, to: number, places: Places): TextBlock[] {
  const blocks: TextBlock[] = [];
  let isOpen = false;
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    const end = at + line.length;
    // A rule under a table's head, or a line of dashes, says nothing of its own.
    if (/^[\s|:–—-]*$/.test(line)) isOpen = isOpen && line.includes('|');
    else {
      const item = /^\s*- +/.exec(line)?.[0];
      const cells = item ? [] : cellsOf(line);
      const kind = item ? 'list' : cells.length > 1 ? 'table' : 'paragraph';
      const stretches = kind === 'table' ? cells.map((cell) => cut(text, at + cell.start, at + cell.end, places)) : [cut(text, at + (item?.length ?? 0), end, places)];
      const last = blocks.at(-1);
      if (isOpen && last?.kind === kind) last.lines.push(stretches);
      else blocks.push({ kind, lines: [stretches] });
      isOpen = true;
    }
    at = end + 1;
  }
  return blocks;
}

/** Where the cells of a row lie that is parted by bars or tabs. */
function cellsOf(line: string): { start: number; end: number }[] {
  const parts = /^\s*\|.*\|\s*$/.test(line) ? [...line.matchAll(/(?<=\|)[^|]*(?=\|)/g)] : line.includes('\t') ? [...line.matchAll(/[^\t]+/g)] : [];
  return parts.map(({ index, 0: cell }) => ({ start: index, end: index + cell.length }));
}

function cut(text: string, start: number, end: number, places: Places): Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  for (const place of places) {
    if (place.start < from || place.end > end) continue;
    if (place.start > from) stretches.push(plain(text.slice(from, place.start)));
    stretches.push({ text: text.slice(place.start, place.end), slug: place.slug, filled: place.filled });
    from = place.end;
  }
  if (from < end) stretches.push(plain(text.slice(from, end)));
  return stretches;
}

/** Words between fields, without the marks of Markdown that a document may have come with. */
const plain = (text: string): Stretch => ({ text: text.replaceAll('**', ''), slug: null, filled: true });
