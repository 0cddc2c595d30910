import type { ReadFact } from '../facts.ts';
import type { Block } from '../read/document.ts';
import { structure } from '../read/structure/index.ts';
import { fieldsInPlace, type Placed } from './fields-in-place.ts';
import type { Clause, DraftContent, DraftFact } from './model.ts';

/**
 * A document that has been read, as a draft: each heading begins a clause, what was read are its facts, and their days and
 * sums are fields where the text says them in a way that we can write again. Every word of the document stands in the draft.
 */
export function carriedOn({ text: original, title, facts }: { text: string; title: string; facts: readonly ReadFact[] }, newId: () => string): DraftContent {
  const text = original.replace(/^([ \t]*)[•●▪◦*–](?=[ \t])/gm, '$1-');
  const parts = partsOf(text, title, newId);
  const keyed = keysFor(facts);
  const placed = fieldsInPlace(text, keyed.map(({ key, fact }) => ({ key, ...fact })));
  const draftFacts = keyed.filter(({ fact }) => fact.kind !== 'title').map(({ key, fact: { kind, value, span } }): DraftFact => {
    const words = text.slice(span.start, span.end);
    return { key, kind, clauseId: (parts.find(({ end }) => span.start < end) ?? parts.at(-1)!).clause.id, value, words };
  });
  const clauses = parts.map(({ clause, bodyStart, end }): Clause => ({ ...clause, body: tidied(withSlugs(text, bodyStart, end, placed)) }));
  const standing = placed.filter(({ field: { slug } }) => clauses.some(({ body }) => body.includes(`{${slug}}`)));
  return { kind: 'agreement', title, clauses, fields: standing.map(({ field }) => field), facts: draftFacts };
}

interface Part {
  clause: Clause;
  /** Where its body stands in the document. */
  bodyStart: number;
  end: number;
}

/** The document from heading to heading; what stands before the first is a clause of its own, unless it is only the title. */
function partsOf(text: string, title: string, newId: () => string): Part[] {
  const headings = withoutLeadIns(text, structure(text).blocks.filter(({ kind }) => kind === 'heading').filter((block) => bare(rawOf(text, block)) !== bare(title)));
  const first = headings[0]?.span.start ?? text.length;
  const before = text.slice(0, first);
  const titleAt = wholeAt(before, title);
  const rest = titleAt < 0 ? bare(before) : bare(before.slice(0, titleAt) + before.slice(titleAt + title.length));
  const begin = rest === '' ? [] : [{ clause: { id: newId(), heading: 'Inledning', body: '', version: 1 }, bodyStart: bare(before.slice(0, titleAt)) === '' && titleAt >= 0 ? titleAt + title.length : 0, end: first }];
  const parts = headings.map((block, index) => ({
    clause: { id: newId(), heading: rawOf(text, block), body: '', version: 1 },
    bodyStart: block.span.end,
    end: headings[index + 1]?.span.start ?? text.length,
  }));
  const all = [...begin, ...parts];
  return all.length > 0 ? all : [{ clause: { id: newId(), heading: 'Inledning', body: '', version: 1 }, bodyStart: 0, end: text.length }];
}

/**
 * Headings without the lines that only lead into what follows: "Föreningen ska", right under a heading or without a number
 * where the others have one, and whole sentences. They stay where they stood, as text.
 */
function withoutLeadIns(text: string, headings: readonly Block[]): Block[] {
  const raw = headings.map((block) => rawOf(text, block));
  const areNumbered = raw.filter(isNumbered).length > headings.length / 2;
  return headings.filter((block, index) => {
    if (isNumbered(raw[index]) || isMarked(text, block)) return true;
    const isUnderAnother = index > 0 && bare(text.slice(headings[index - 1].span.end, block.span.start)) === '';
    return !SENTENCE.test(raw[index]) && !(LEADS_ON.test(raw[index]) && (isUnderAnother || areNumbered));
  });
}

const LEADS_ON = /(?:^|\s)(?:ska|skall|att|följande)\s*:?$|:$/iu;
const SENTENCE = /^(?:\S+\s+){3,}[^\s.]{4,}\.$/u;
const isNumbered = (heading: string): boolean => /^(?:§\s*|kap(?:itel)?\.?\s*)?\d/iu.test(heading);
/** Marked as a heading by whoever wrote it. */
const isMarked = (text: string, { span }: Block): boolean => /^#/.test(text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.end));

/** A heading as it was written, with its number, without marks of Markdown. */
const rawOf = (text: string, { span }: Block): string => {
  const from = text.lastIndexOf('\n', span.start - 1) + 1;
  // The number before a heading is its label; it belongs to the heading where nothing else stands before it.
  const label = /^[#*\s]*$|^[#*\s]*(?:§\s*)?[\d.]+\s*[.):]?\s*$/u.test(text.slice(from, span.start)) ? text.slice(from, span.start) : '';
  return `${label}${text.slice(span.start, span.end)}`.replace(/[#*]+/g, ' ').replace(/\s+/g, ' ').trim();
};

/** Where the words stand as whole words; -1 where they do not. */
function wholeAt(text: string, words: string): number {
  const found = text.indexOf(words);
  return found >= 0 && /[\p{L}\p{N}]/u.test(text[found + words.length] ?? '') ? -1 : found;
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

function withSlugs(text: string, start: number, end: number, placed: readonly Placed[]): string {
  let out = '';
  let from = start;
  for (const place of placed) {
    if (place.start < from || place.end > end) continue;
    out += `${text.slice(from, place.start)}{${place.field.slug}}`;
    from = place.end;
  }
  return out + text.slice(from, end);
}

const tidied = (body: string): string =>
  body
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\n')
    .replace(/^\*\*\s*$/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Each fact with a name of its own in the draft: `betalning-2`. */
function keysFor(facts: readonly ReadFact[]): { key: string; fact: ReadFact }[] {
  const counts = new Map<string, number>();
  return facts.map((fact) => {
    const count = (counts.get(fact.kind) ?? 0) + 1;
    counts.set(fact.kind, count);
    return { key: `${KEYS[fact.kind]}-${count}`, fact };
  });
}

const KEYS: Record<ReadFact['kind'], string> = {
  title: 'titel', party: 'part', period: 'tid', amount: 'belopp', budget: 'post', payment: 'betalning', deadline: 'lamnas', commitment: 'atagande', goal: 'mal', steering: 'styrgrupp',
  notice: 'uppsagning', repayment: 'aterbetalning', extension: 'forlangning', contact: 'kontakt', signatory: 'undertecknare', place: 'plats', 'target-group': 'malgrupp',
};
