import type { WrittenLine } from './lines.ts';
import { furniture } from './furniture.ts';
import { bareWords, isHeading, leadsIn, promises } from './headings.ts';
import { isFull } from './joining.ts';
import { clauseLabel, labelOf, type Label } from './labels.ts';
import { cellsOf, isRuling, sumAtEnd } from './row.ts';

/** A written line and what it was found to be. `lead` begins a list whose lines carry no marks. */
export interface Piece {
  line: WrittenLine;
  kind: 'furniture' | 'heading' | 'item' | 'row' | 'text';
  label: Label | null;
  /** Cells of a row, as offsets into the line's text. */
  cells: [number, number][];
}

/** Every line of the text with its kind, judged from its own marks and from its neighbours. */
export function piecesOf(lines: WrittenLine[], width: number | null): Piece[] {
  const aside = furniture(lines);
  const isTicked = lines.some(({ text }) => TICKED.test(text));
  const pieces = lines.map((line, i) => (aside[i] || (isTicked && UNTICKED.test(line.text)) ? { line, kind: 'furniture' as const, label: null, cells: [] } : markedPiece(line)));
  const shown = pieces.filter((piece) => piece.kind !== 'furniture');
  carryGaps(pieces);
  markClauses(shown);
  markTotals(shown, width);
  for (let i = 0; i < shown.length; i += 1) if (isHeading(shown, i)) shown[i]!.kind = 'heading';
  markNumbered(shown);
  markUnmarkedItems(shown, width);
  markRepeated(shown);
  return pieces;
}

/** In a form where some boxes are ticked, what stands by an empty one has not been agreed. */
const TICKED = /^(?:[-*+•]\s+)?(?:\[[xX]\]|[☑☒✅])/;
const UNTICKED = /^(?:[-*+•]\s+)?(?:\[ ?\]|☐)\s?(?!.*(?:\[[xX]\]|[☑☒✅]))/;

function markedPiece(line: WrittenLine): Piece {
  if (isRuling(line.text)) return { line, kind: 'furniture', label: null, cells: [] };
  const label = labelOf(line.text);
  const cells = label?.kind === 'bullet' || label?.kind === 'markdown' || (label && line.text.length > 80) ? null : cellsOf(line.text);
  if (cells && !(label && cells.length === 2 && cells[0]![1] <= label.label.length + 1)) return { line, kind: 'row', label: null, cells };
  const isItem = label !== null && (label.kind === 'bullet' || label.kind === 'letter' || (label.kind === 'number' && label.depth === 1));
  return { line, kind: isItem ? 'item' : 'text', label, cells: [] };
}

/** What stands between two lines counts as space between them when it is furniture. */
function carryGaps(pieces: Piece[]): void {
  let carried = 0;
  for (const piece of pieces) {
    if (piece.kind === 'furniture') carried += piece.line.gap + 1;
    else {
      if (carried > 0) piece.line = { ...piece.line, gap: piece.line.gap + carried };
      carried = 0;
    }
  }
}

/** Numbered clauses in small letters, each one more than the one before, are items. */
function markClauses(pieces: Piece[]): void {
  const labels = pieces.map((piece) => (piece.kind === 'text' && piece.label === null ? clauseLabel(piece.line.text) : null));
  labels.forEach((label, i) => {
    if (!label) return;
    const isNext = (other: Label | null | undefined, step: number) => other?.depth === 2 && other.value === label.value! + step && other.label.split('.')[0] === label.label.split('.')[0];
    if (![1, 2, 3].some((far) => isNext(labels[i + far], 1) || isNext(labels[i - far], -1))) return;
    pieces[i]!.label = label;
    pieces[i]!.kind = 'item';
  });
}

/** Lines numbered without a stop, one more each time, are items, however far their words go on below: "1   Ridlektioner", "2   En sommarvecka". */
function markNumbered(pieces: Piece[]): void {
  let last: { piece: Piece; at: number } | null = null;
  pieces.forEach((piece, at) => {
    if (piece.kind === 'heading') last = null;
    if (piece.kind !== 'text' || piece.label?.kind !== 'bare-number' || /[.:]$/.test(piece.line.text)) return;
    if (last && at - last.at <= 6 && piece.label.value === last.piece.label!.value! + 1) last.piece.kind = piece.kind = 'item';
    last = { piece, at };
  });
}

/** Two lines or more of label and sum beside each other are rows of a table without columns. */
function markTotals(pieces: Piece[], width: number | null): void {
  const inThousands = underThousands(pieces);
  if (inThousands.includes(true)) openRunTogether(pieces, inThousands);
  const sums = pieces.map((piece, i) => (piece.kind === 'text' ? sumAtEnd(piece.line.text, inThousands[i]) : -1));
  pieces.forEach((piece, i) => {
    const at = sums[i]!;
    if (at < 0) return;
    const [before, next] = [pieces[i - 1], pieces[i + 1]];
    if (next?.kind === 'text' && next.line.gap === 0 && /^(?:kr|\p{Ll})/u.test(next.line.text)) return;
    if (before?.kind === 'text' && sums[i - 1]! < 0 && piece.line.gap === 0 && isFull(before.line.text, piece.line.text, width)) return;
    const beside = [pieces[i - 1], pieces[i + 1]].some((other, side) => other && (other.kind === 'row' || (sums[side === 0 ? i - 1 : i + 1] ?? -1) >= 0));
    if (!beside || (pieces[i - 1]?.kind === 'text' && sums[i - 1]! < 0 && piece.line.gap === 0 && pieces[i - 1]!.line.text.length > 70)) return;
    piece.kind = 'row';
    const label = piece.line.text.slice(0, at).trimEnd();
    piece.cells = [[0, label.length], [at, piece.line.text.length]];
  });
}

/** Under "Belopp i tkr" a bare number ends a label: for so many lines. */
const THOUSANDS_FOR = 30;
const IN_THOUSANDS = /belopp(?:en)?\s(?:\S+\s)?i\s(?:tkr|kkr|tusental|tusen)|\((?:tkr|kkr|i tusental)\)|,\s?tkr\.?$/i;

function underThousands(pieces: Piece[]): boolean[] {
  let left = 0;
  return pieces.map(({ line: { text } }) => {
    left = text.length < 90 && (text.includes('tkr') || text.includes('kkr') || text.includes('tus')) && IN_THOUSANDS.test(text) ? THOUSANDS_FOR : left - 1;
    return left > 0 && left < THOUSANDS_FOR;
  });
}

/** "| Material -5 | |": a row whose label and sum ran together, as a PDF's columns may. */
function openRunTogether(pieces: Piece[], inThousands: boolean[]): void {
  pieces.forEach((piece, i) => {
    const [only, ...more] = piece.kind === 'row' && inThousands[i] ? piece.cells.filter(([from, to]) => to > from) : [];
    const at = only && more.length === 0 ? sumAtEnd(piece.line.text.slice(only[0], only[1]), true) : -1;
    if (at < 0) return;
    const from = only![0];
    piece.cells = [[from, from + piece.line.text.slice(from, from + at).trimEnd().length], [from + at, only![1]]];
  });
}

/** "Kommunen ska:" followed by evenly spaced short lines: a list whose bullets were lost. */
function markUnmarkedItems(pieces: Piece[], width: number | null): void {
  for (let i = 0; i + 2 < pieces.length; i += 1) {
    const lead = pieces[i]!;
    if (lead.kind !== 'text' && lead.kind !== 'heading') continue;
    const isLead = leadsIn(lead.line.text);
    const isPromise = promises(bareWords(lead)) || (!isLead && isName(lead.line.text));
    if (!isLead && !isPromise) continue;
    const gap = pieces[i + 1]!.line.gap;
    let last = i;
    for (let j = i + 1; j < pieces.length && isListLine(pieces[j]!, j === i + 1 ? gap : pieces[i + 2]!.line.gap, isPromise); j += 1) last = j;
    if (last - i >= 2) for (let j = i + 1; j <= last; j += 1) if (j === i + 1 || !continues(pieces[j - 1]!, pieces[j]!, width)) pieces[j]!.kind = 'item';
    i = Math.max(i, last);
  }
}

/** "Socialnämnden:" over lines in small letters: what it has to do. */
const isName = (line: string): boolean => /^\p{Lu}[^.:;@\d]{2,40}:$/u.test(line);

/** In a text broken at a width, a line goes on when the one before was full. */
const continues = (before: Piece, piece: Piece, width: number | null): boolean =>
  piece.line.gap === 0 && (isFull(before.line.text, piece.line.text, width) || /[\p{L}]-$/u.test(before.line.text));

/** Three lines or more without space between, each beginning with the same small word – "ska …", "ska …" – are a list without marks. */
function markRepeated(pieces: Piece[]): void {
  const first = pieces.map((piece) => (piece.kind === 'text' && piece.label === null ? (OPENING.exec(piece.line.text)?.[0] ?? (DATED.test(piece.line.text) ? 'dated' : null)) : null));
  for (let i = 0; i < pieces.length; i += 1) {
    let last = i;
    while (first[i] !== null && first[last + 1] === first[i] && pieces[last + 1]!.line.gap === 0 && pieces[last + 1]!.line.indent === pieces[i]!.line.indent) last += 1;
    if (last - i >= 2 || (last - i === 1 && pieces[i - 1]?.kind === 'heading')) for (let j = i; j <= last; j += 1) pieces[j]!.kind = 'item';
    i = last;
  }
}

const OPENING = /^(?:ska|skall|att|åtar sig|får|bör|kan)(?=\s)/;
/** "Mars 2024: rekrytering klar": a line of a calendar. */
const DATED = /^(?:(?:senast|i|den|till)\s)?(?:\d{1,2}\s)?(?:jan|feb|mars|apr|maj|juni|juli|aug|sep|okt|nov|dec)\p{Ll}*(?:\s20\d\d)?\s?(?::|\s[–-])\s/iu;

const isListLine = (piece: Piece, gap: number, startsLow: boolean): boolean =>
  piece.kind === 'text' && (!startsLow || /^(?:\p{Ll}|\d{1,3}\s\p{Ll})/u.test(piece.line.text)) && piece.line.gap === gap && gap <= 1 && piece.line.text.length <= 220 && !piece.line.text.endsWith(':') && !/@|\d{5,}/.test(piece.line.text);
