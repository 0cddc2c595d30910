import type { TextSpan } from '#kernel/text-span.ts';
import { inReadingOrder, type ColumnPiece } from '../columns.ts';
import type { AgreementDocument, Block } from '../document.ts';
import { matchesIn } from '../lex/matches.ts';
import { orgNumbersIn } from '../lex/org-numbers.ts';
import type { PlainLine } from '../plain-lines.ts';
import { spanOf } from '../span.ts';
import { ADDRESS, introduction, type Introduction, LABELLED, LETTERED, withUnitAfter } from './introduction.ts';
import { isGenericName, isOrganisationName, isPublicName, isUnitName, isWholeBody, personAndUnit } from './organisations.ts';
import { nameAt } from './phrases.ts';

/** The name that stands before each organisation number, in its sentence or on the lines above. */
export function fromNumbers(doc: AgreementDocument, lines: PlainLine[]): Introduction[] {
  const found: Introduction[] = [];
  const pieces = inReadingOrder(lines);
  let pieceAt: ReturnType<typeof pieceFinder> | null = null;
  for (const block of doc.blocks) {
    let from = 0;
    const numbers = orgNumbersIn(block.text);
    const text = numbers.length > 0 ? withShortLines(block) : '';
    for (const { at, end, number } of numbers) {
      const clause = nameBefore(text.slice(from, at));
      from = end;
      const source = spanOf(block, at, end);
      const above = clause ? null : nameAbove(pieces, (pieceAt ??= pieceFinder(pieces))(source.start, number.replace('-', '')));
      const name = clause ?? above?.name ?? nameAfter(block.text.slice(end, end + 160));
      if (!name) continue;
      const nameAtOffset = clause ? text.lastIndexOf(personAndUnit(clause).name, at) : -1;
      const told = introduction(name, 'number', above?.span ?? (nameAtOffset >= 0 ? spanOf(block, nameAtOffset, end) : source));
      const beside = block.kind === 'row' ? block.text.slice(end).split('\t').find((cell) => isUnitName(cell)) : undefined;
      found.push({ ...told, unit: told.unit ?? beside ?? unitFurtherOn(told.name, text.slice(end, end + 200)), orgNumber: number });
    }
  }
  return found;
}

/** The block's words with a new line kept after each short line: a list of parties is no sentence. */
function withShortLines(block: Block): string {
  if (block.lines.length === 1) return block.text;
  const letters = block.text.split('');
  let line = 1;
  for (const { at, start } of block.runs) {
    while (line < block.lines.length && start >= block.lines[line]!.start) {
      if (letters[at - 1] === ' ' && block.lines[line - 1]!.text.length <= 60) letters[at - 1] = '\n';
      line += 1;
    }
  }
  return letters.join('');
}

/** The name in the clause before an organisation number; where the clause is several short lines, the nearest line that has one. */
function nameBefore(before: string): string | null {
  const clause = before.slice(-400).replace(/å (?:ena|andra) sidan,?\s*/gi, '').replace(/[\s,(:–-]*(?:org(?:anisations)?\.?\s?-?\s?(?:nr|nummer|no)\.?|orgnr\.?|org\.)?\s*(?:är)?[\s:=(]*$/i, '');
  const lines = clause.split('\n').slice(-6).toReversed();
  for (const line of lines) {
    const name = nameInClause(line);
    if (name) return name;
  }
  return null;
}

function nameInClause(line: string): string | null {
  let clause = line.split(/[;]\s|\.\s(?=\p{Lu})|(?<!\p{L})(?:mellan|Mellan|MELLAN)\s|(?:och|samt)\s(?:vi|ni)\s?[(,]\s?(?=\p{Lu})/u).at(-1)!.replace(/^\s*\([^()]{2,40}\)(?=[\s,;])/, '').replace(/^[\s),.;–-]*(?:och|samt|&)?\s+/, '').replace(LETTERED, '').replace(WE_IN, '').replace(LABELLED, '').replace(/^till\s+(?=\p{Lu})/iu, '').trim();
  if (clause.includes('\t')) clause = nameCell(clause.split('\t'));
  clause = clause.replace(/,?\s*(?:en\s+)?(?:ideell|ekonomisk)\s+förening$/i, (form) => (form.startsWith(',') ? '' : form)).replace(/[,;:]\s*$/, '');
  for (const start of startsIn(clause).toReversed()) {
    const rest = clause.slice(start);
    if (start > 0 && isWholeBody(nameAt(rest, 0)?.name ?? '')) continue;
    const name = nameAt(rest, 0)?.name;
    if (name && isOrganisationName(personAndUnit(name).name) && !(isUnitName(name) && personAndUnit(name).unit === null) && !ADDRESS.test(name)) return cleanName(rest);
  }
  const last = lastName(clause);
  if (last) return last;
  return ADDRESS.test(clause) || (isUnitName(clause) && !clause.includes(',')) || isUnitName(nameAt(clause, 0)?.name ?? '') ? null : cleanName(clause);
}

/** "Vi i Ekmora kommun (212000-9713)": who writes, and where they are from. */
const WE_IN = /^(?:vi|oss|ni|er)(?:\s(?:i|på|från)\s+|\s?[,(]\s?)(?=\p{Lu})/iu;

/** Of a row's cells before its number the last that names an organisation; else the last that can be a name at all. */
const nameCell = (cells: string[]): string =>
  cells.findLast((cell) => isOrganisationName(personAndUnit(cell).name)) ?? cells.findLast((cell) => nameAt(cell, 0)?.end === cell.length && !ADDRESS.test(cell) && !isUnitName(cell) && !isGenericName(cell)) ?? '';

/** "…, 811 80 Ekmora och Grannarna Ekmora": after the last "och" a name that is all there is before the number. */
function lastName(clause: string): string | null {
  const start = startsIn(clause).findLast((at) => at > 0 && /(?:och|samt|&)\s$/i.test(clause.slice(Math.max(0, at - 5), at)));
  const named = start === undefined ? null : nameAt(clause.slice(start), 0);
  if (!named || start! + named.end !== clause.length || !named.name.includes(' ') || isUnitName(named.name) || ADDRESS.test(named.name) || isGenericName(named.name)) return null;
  return named.name;
}

const NAMING_VERB = /\s(?:är|mellan|heter|med|(?:utgörs|ingås|träffas|tecknas|sluts|upprättas) av)\s(?=["“”]?\p{Lu})/gu;
const JOINT = /(?<!\sdel\sav[^,]{0,60})(?:,\s(?:och\s|samt\s)?|(?<!-)\)?\s(?:och|samt|&)\s)(?=["”“]?\p{Lu}|(?:den\s)?(?:ideella|föreningen|stiftelsen))/gu;

/** "Kommunstyrelsen i Ekmora (Ekmora kommun, 212000-9713)": the legal person stands in the bracket with its number. */
const IN_BRACKET = /\(\p{Lu}[^()]*$/u;

/** Where names can begin in a clause: at its start and after each comma, "och" and "samt", but not after "del av". */
const startsIn = (clause: string): number[] => [
  0,
  ...(IN_BRACKET.test(clause) ? [clause.lastIndexOf('(') + 1] : []),
  ...matchesIn(NAMING_VERB, clause).map((verb) => verb.index + verb[0].length),
  ...matchesIn(JOINT, clause).map((joint) => joint.index + joint[0].length),
];

function cleanName(clause: string): string | null {
  const named = nameAt(clause, 0);
  if (!named) return null;
  const rest = clause.slice(named.end);
  const name = rest.trim() === '' ? named.name : withUnitAfter(named.name, clause, named.end);
  if (/^\s*(?:är|har|bildades|ska|som)\s/.test(rest) || name.length > 110) return named.name;
  return name.replace(/(?<=\s)(\p{L}+)\s\1$/u, '$1');
}


/** "Ekmora kommun / Socialförvaltningen / 534 80 Ekmora / Organisationsnummer: …": the name above, in its column. */
function nameAbove(pieces: readonly ColumnPiece[], low: number): { name: string; span: TextSpan } | null {
  if (low < 0) return null;
  let unsaid: { name: string; span: TextSpan } | null = null;
  for (let i = low - 1; i >= 0 && i >= low - 7 && pieces[i]!.column === pieces[low]!.column; i -= 1) {
    const inner = pieces[i]!.text.replace(LABELLED, '').replace(/^(?:för|till)\s+/i, '').replace(/[,;]$/, '');
    const { kind } = pieces[i]!.line.block;
    if (inner.length > 90 || orgNumbersIn(inner).length > 0) break;
    if (ADDRESS.test(inner)) continue;
    const { span } = pieces[i]!.line;
    const { name, unit } = personAndUnit(inner);
    if (unit !== null && isOrganisationName(name)) return { name: inner, span };
    if (isOrganisationName(inner) && !isUnitName(inner)) return { name: cleanName(inner) ?? inner, span };
    if (nameAt(inner, 0)?.end === inner.length && !isUnitName(inner) && !isGenericName(inner) && (kind !== 'heading' || unsaid === null)) unsaid = { name: inner, span };
    if (kind === 'heading') break;
  }
  return unsaid;
}

/** Finds the piece a number stands in by its place in the text; of columns turned, the one whose words have it. */
function pieceFinder(pieces: readonly ColumnPiece[]): (start: number, digits: string) => number {
  const byLine = new Map<number, number[]>();
  pieces.forEach((piece, i) => byLine.set(piece.line.span.start, [...(byLine.get(piece.line.span.start) ?? []), i]));
  const starts = [...byLine.keys()].sort((a, b) => a - b);
  return (start, digits) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return byLine.get(starts[low] ?? -1)?.find((i) => pieces[i]!.text.length < 200 && pieces[i]!.text.replace(/\D/g, '').includes(digits)) ?? -1;
  };
}

const nameAfter = (after: string): string | null => {
  const named = /^[)\s,:]{1,3}/.exec(after);
  const name = named && nameAt(after, named[0].length);
  return name && isOrganisationName(name.name) ? name.name : null;
};

/** "X kommun, org.nr 212000-0000, 123 45 X (”Kommunen”), företrädd av socialnämnden": the unit after number and address. */
function unitFurtherOn(name: string, after: string): string | null {
  if (!isPublicName(name)) return null;
  const right = /^\)?,\s(?:(?:genom|via|företrädd av|representerad av)\s(?:dess\s|sin\s)?)?([^,.;:()\n\t\d]{4,60})(?=[,.;\n\t(]|$)/u.exec(after)?.[1]?.trim();
  if (right && isUnitName(right.charAt(0).toUpperCase() + right.slice(1)) && !isPublicName(right)) return right.charAt(0).toUpperCase() + right.slice(1);
  const unit = /^[^;.]{0,110}?(?:,|\))\s?,?\s?(?:företrädd av|representerad av|genom|(?:som|vilken) (?:företräds|representeras) av|för vilken)\s+(?:dess\s|sin\s)?([^.,;()]{4,60}?)(?=[.,;()]|$|\sför talan|\soch i det)/iu.exec(after);
  if (!unit || /\d{6}|\soch\s\p{Lu}/u.test(unit[0])) return null;
  const words = unit[1]!.charAt(0).toUpperCase() + unit[1]!.slice(1);
  return isUnitName(words) ? words : null;
}
