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

export interface ClauseView {
  id: string;
  version: number;
  number: string | null;
  heading: string;
  /** The heading and body as they are written, with the fields' places in them. */
  raw: { heading: string; body: string };
  blocks: { isList: boolean; lines: Stretch[][] }[];
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

/** Paragraphs and lists, line by line, each cut where fields begin and end. */
function blocksOf(text: string, from: number, to: number, places: { slug: string; filled: boolean; start: number; end: number }[]): ClauseView['blocks'] {
  const blocks: ClauseView['blocks'] = [];
  let isOpen = false;
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    const end = at + line.length;
    const mark = /^\s*- +/.exec(line);
    if (line.trim() === '') isOpen = false;
    else {
      const last = blocks.at(-1);
      const stretches = cut(text, at + (mark?.[0].length ?? 0), end, places);
      if (isOpen && last && last.isList === (mark !== null)) last.lines.push(stretches);
      else blocks.push({ isList: mark !== null, lines: [stretches] });
      isOpen = true;
    }
    at = end + 1;
  }
  return blocks;
}

function cut(text: string, start: number, end: number, places: { slug: string; filled: boolean; start: number; end: number }[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  for (const place of places) {
    if (place.start < from || place.end > end) continue;
    if (place.start > from) stretches.push({ text: text.slice(from, place.start), slug: null, filled: true });
    stretches.push({ text: text.slice(place.start, place.end), slug: place.slug, filled: place.filled });
    from = place.end;
  }
  if (from < end) stretches.push({ text: text.slice(from, end), slug: null, filled: true });
  return stretches;
}
