import type { WrittenLine } from './lines.ts';
import { remembered } from '../remembered.ts';

const PAGE_NUMBER = /^(?:[-–]\s?)?(?:sida?n?\.?\s*)?\d{1,4}\s*(?:(?:av|\/|of)\s*\d{1,4}|\(\s*\d{1,4}\s*\))\s*(?:[-–])?$|^(?:sida?|page)\.?\s*\d{1,4}$|^[-–]\s?\d{1,3}\s?[-–]$/i;
const PAGE_PART = /(?:^|[\s|,])(?:sida?\.?\s*\d{1,4}(?:\s*(?:av|\/|\()\s*\d{1,4}\)?)?|\d{1,3}\s?\(\d{1,3}\))\s*$|^sida?\.?\s*\d{1,4}\s*(?:av|\/|\()\s*\d{1,4}\)?[\s|,]/i;
const RULE = /^[-–—_=*.·~\s]{3,}$/;
const CONTENTS = /(?:\.{4,}|(?:\. ){3,}|…{2,})\s*\d{1,3}$/;

/** Tells for each line whether it is what pages repeat (header, footer, page number), a drawn rule or a row of a table of contents. */
export function furniture(lines: WrittenLine[]): boolean[] {
  const repeated = repeatedOnPages(lines);
  return lines.map((line, i) => {
    const { text } = line;
    if (text.length > 160) return false;
    return isPageNumber(text) || RULE.test(text) || CONTENTS.test(text) || isLonePageNumber(lines, i) || repeated.has(line);
  });
}

/** A page's number ends its line, or begins it with "sida". */
const MAY_NUMBER = /^s|[\d)–-]$/i;

const isPageNumber = remembered((text: string): boolean => MAY_NUMBER.test(text) && /\d/.test(text) && (PAGE_NUMBER.test(text) || PAGE_PART.test(text)));

/** A bare number alone between empty lines, beside a page break. */
function isLonePageNumber(lines: WrittenLine[], i: number): boolean {
  const line = lines[i]!;
  if (!/^\d{1,3}$/.test(line.text) || line.gap === 0) return false;
  const next = lines[i + 1];
  return !next || next.newPage || (next.gap > 0 && line.gap + next.gap >= 3);
}

/** Lines that stand word for word in three places or more and beside a page's edge, or in the middle of another line's sentence. */
function repeatedOnPages(lines: WrittenLine[]): Set<WrittenLine> {
  const places = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (line.text.length < 4 || line.text.length > 120) return;
    const at = places.get(line.text);
    if (at) at.push(i);
    else places.set(line.text, [i]);
  });
  const repeated = new Set<WrittenLine>();
  for (const at of places.values()) {
    if (at.length < 2) continue;
    const atEdge = at.filter((i) => i > 0 && (isEdge(lines, i) || cutsSentence(lines, i)));
    if (atEdge.length >= 2 && atEdge.length >= at.length - 2) for (const i of at) if (i !== at[0] || atEdge.includes(i) || i > 5) repeated.add(lines[i]!);
  }
  return repeated;
}

function isEdge(lines: WrittenLine[], i: number): boolean {
  const numbersPage = (line: WrittenLine | undefined) => line !== undefined && line.text.length <= 160 && isPageNumber(line.text);
  if (lines[i]!.newPage || lines[i + 1]?.newPage === true || numbersPage(lines[i - 1]) || numbersPage(lines[i + 1])) return true;
  for (let below = i + 1; below <= i + 3 && lines[below]?.gap === 0; below += 1) if (numbersPage(lines[below]) || lines[below + 1]?.newPage === true) return true;
  return false;
}

function cutsSentence(lines: WrittenLine[], i: number): boolean {
  const before = lines[i - 1]?.text ?? '';
  const after = lines[i + 1]?.text ?? '';
  return before.length > 40 && /[\p{Ll},]$/u.test(before) && /^\p{Ll}/u.test(after) && !/^\p{Ll}/u.test(lines[i]!.text);
}
