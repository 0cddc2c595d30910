import type { TextSpan } from '#kernel/text-span.ts';
import type { AgreementDocument, Block } from '../document.ts';
import { orgNumbersIn } from '../lex/org-numbers.ts';
import { inReadingOrder, type ColumnPiece } from '../columns.ts';
import type { PlainLine } from '../plain-lines.ts';
import { sentencesOf } from '../sentences.ts';
import { spanOf } from '../span.ts';
import { isGenericName, isOrganisationName, isUnitName, personAndUnit } from './organisations.ts';
import { nameAt, namesInList } from './phrases.ts';

const PARTY_HEADING = /^(?:avtals|samverkans)?part(?:er|erna|ner|ners|nerna|erna i .*|er i .*|er till .*|er och .*|er, .*)?[.:]?$|^(?:ingående|medverkande|deltagande|samverkande)\s+(?:parter|organisationer|partner|aktörer)|^mellan(?:\s+vilka)?$|^parter(?:na)?\s|^(?:vi|vilka) som (?:ingår|samverkar|deltar|är med)|^vilka (?:vi|parterna) är|^avtalets parter|^vilka är parter/i;

/** True for the name of the section that tells who the parties are. */
export const isPartyHeading = (heading: string): boolean => PARTY_HEADING.test(heading.trim());

/** A place in the agreement that presents an organisation as a party. */
export interface Introduction {
  name: string;
  unit: string | null;
  orgNumber: string | null;
  source: TextSpan;
  /** How it was presented; an organisation number outside the opening says less than "mellan A och B". */
  by: 'between' | 'number' | 'section' | 'label' | 'signature';
  line: number;
}

const LABELLED = /^(?:(?:den\s+)?(?:offentlig|idéburen|kommunal|civil|ideell)\w*\s+(?:part|aktör|sektor|organisation|samverkanspart)\w*|part(?:er|erna|ner|ners)?(?:\s?\d{1,2}|\s[A-K])?|avtalsparter?|samverkanspart(?:er)?|kommun(?:en)?|förening(?:en)?|organisation(?:en)?|stiftelse(?:n)?|region(?:en)?|namn|sökande|mottagare)\s*(?::|\s[–—-]\s)\s*/iu;

/** "mellan A, B och C" in the title and the opening, also where each name has its own line. */
export function fromBetween(opening: Joined): Introduction[] {
  const found: Introduction[] = [];
  for (const match of opening.text.matchAll(/(?<!\p{L})mellan\s*:?\s+/giu)) {
    const names = namesInList(opening.text, match.index + match[0].length).filter(({ name }) => name.length > 2);
    const isList = names.length >= 2 || names.some(({ name }) => isOrganisationName(name));
    if (!isList) continue;
    for (const { name, at, end } of names) found.push(introduction(withUnitAfter(name, opening.text, end), 'between', opening.spanAt(at, end)));
  }
  return found;
}

/** The name that stands before each organisation number, in its sentence or on the lines above. */
export function fromNumbers(doc: AgreementDocument, lines: PlainLine[]): Introduction[] {
  const found: Introduction[] = [];
  const pieces = inReadingOrder(lines);
  const pieceAt = pieceFinder(pieces);
  for (const block of doc.blocks) {
    let from = 0;
    const numbers = orgNumbersIn(block.text);
    const text = numbers.length > 0 ? withShortLines(block) : '';
    for (const { at, end, number } of numbers) {
      const clause = nameBefore(text.slice(from, at));
      from = end;
      const source = spanOf(block, at, end);
      const name = clause ?? nameAbove(pieces, pieceAt(source.start, number.replace('-', ''))) ?? nameAfter(block.text.slice(end, end + 160));
      if (!name) continue;
      const told = introduction(name, 'number', source);
      const beside = block.kind === 'row' ? block.text.slice(end).split('\t').find((cell) => isUnitName(cell)) : undefined;
      found.push({ ...told, unit: told.unit ?? beside ?? null, orgNumber: number });
    }
  }
  return found;
}

/** The block's words with a new line kept after each short line: a list of parties is no sentence. */
function withShortLines(block: Block): string {
  if (block.lines.length === 1) return block.text;
  const letters = block.text.split('');
  let line = 1;
  for (let i = 1; i < letters.length && line < block.lines.length; i += 1) {
    if (block.offsets[i]! < block.lines[line]!.start) continue;
    if (letters[i - 1] === ' ' && block.lines[line - 1]!.text.length <= 60) letters[i - 1] = '\n';
    line += 1;
  }
  return letters.join('');
}

/** "X kommun och Föreningen Y är överens": a sentence of the opening that begins with who agrees. */
export function fromAgreeing(blocks: Block[]): Introduction[] {
  const found: Introduction[] = [];
  for (const block of blocks) {
    for (const { text, at } of sentencesOf(block)) {
      if (!AGREES.test(text)) continue;
      const names = namesInList(text, 0);
      if (names.length < 2 || !AGREES.test(text.slice(names.at(-1)!.end, names.at(-1)!.end + 60))) continue;
      for (const { name, at: from, end } of names) found.push(introduction(withUnitAfter(name, text, end), 'between', spanOf(block, at + from, at + end)));
    }
  }
  return found;
}

const AGREES = /(?<!\p{L})(?:är|har|kommer|ingår|träffar|tecknar|sluter)(?:\s(?:härmed|idag|denna dag|tillsammans))?\s(?:överens|kommit överens|enats|ingått|träffat|tecknat|slutit|\p{L}+\s(?:överenskommelse|avtal|partnerskap)|överenskommelse|avtal|följande)/iu;

/** Names at the beginning of lines in the section called "Parter", and after "Part 1:" or "Idéburen part –" anywhere early. */
export function fromSection(lines: PlainLine[], isPartySection: (block: Block) => boolean): Introduction[] {
  const found: Introduction[] = [];
  for (const line of lines) {
    const inSection = isPartySection(line.block) && !(line.block.kind === 'heading' && isPartyHeading(line.text));
    const label = LABELLED.exec(line.text);
    if (!inSection && !(label && line.span.line < 120)) continue;
    const words = label ? line.text.slice(label[0].length) : line.text;
    const isWhole = label !== null || line.block.text.length < 200;
    for (const name of namesOnLine(words, isWhole)) found.push(introduction(name, label ? 'label' : 'section', line.span));
  }
  return found;
}

function namesOnLine(line: string, isWhole: boolean): string[] {
  const names = namesInList(line, 0);
  const last = names.at(-1);
  if (!last) return [];
  const isEnd = /^[\s.,;]*$/.test(line.slice(last.end));
  if (names.length > 1 && isEnd) return names.filter(({ name }) => isOrganisationName(personAndUnit(name).name) || !isUnitName(name)).map(({ name }) => name);
  const first = names[0]!;
  const isNamed = isOrganisationName(first.name) || /^\s*(?:är|,|\()/.test(line.slice(first.end));
  if ((isUnitName(first.name) && personAndUnit(first.name).unit === null) || ADDRESS.test(first.name)) return [];
  if (isOrganisationName(first.name)) return [withUnitAfter(first.name, line, first.end)];
  return isWhole && isEnd && isNamed && first.name.split(' ').length <= 5 ? [first.name] : /^\s+är\s(?:en|ett)\s/.test(line.slice(first.end)) ? [first.name] : [];
}

/** "X kommun genom socialnämnden", "X kommun, Kommunledningskontoret": the name with its unit. */
function withUnitAfter(name: string, text: string, end: number): string {
  if (!/(?:kommun|stad)s?$|^region\s|regionen$/i.test(name)) return name;
  const owned = /(?:kommun|stad)s$/i.test(name) ? /^\s([\p{L}-]+(?:\s(?:och|för|samt)\s[\p{L}-]+)?)(?=[\s,.;)]|$)/u.exec(text.slice(end, end + 80)) : null;
  if (owned && isUnitName(owned[1]!.charAt(0).toUpperCase() + owned[1]!.slice(1))) return `${name} ${owned[1]!}`;
  const after = /^(?:,?\s+(?:genom|via|representerad av|företrädd av)(?:\s+dess|\s+sin)?\s+|,\s*|\s*\/\s*|\s+\()([^\n.;:()]{4,80}?)(?=\)|\.|;|:|\n|,|\s\(|\s(?:och|samt)\s\p{Lu}|$)/u.exec(text.slice(end, end + 160).replace(NUMBER_FIRST, ''));
  return after && isUnitName(after[1]!.charAt(0).toUpperCase() + after[1]!.slice(1)) ? `${name}, ${after[1]!}` : name;
}

/** The name in the clause before an organisation number; where the clause is several short lines, the nearest line that has one. */
function nameBefore(before: string): string | null {
  const clause = before.slice(-400).replace(/[\s,(:–-]*(?:org(?:anisations)?\.?\s?-?\s?(?:nr|nummer|no)\.?|orgnr\.?|org\.)?\s*(?:är)?[\s:=(]*$/i, '');
  const lines = clause.split('\n').slice(-6).reverse();
  for (const line of lines) {
    const name = nameInClause(line);
    if (name) return name;
  }
  return null;
}

function nameInClause(line: string): string | null {
  let clause = line.split(/[;]\s|\.\s(?=\p{Lu})|(?<!\p{L})(?:mellan|Mellan|MELLAN)\s/u).at(-1)!.replace(/^[\s),.–-]*(?:och|samt|&)?\s+/, '').replace(LABELLED, '').trim();
  if (clause.includes('\t')) clause = clause.split('\t').findLast((cell) => isOrganisationName(cell)) ?? '';
  clause = clause.replace(/,?\s*(?:en\s+)?(?:ideell|ekonomisk)\s+förening$/i, (form) => (form.startsWith(',') ? '' : form)).replace(/[,;:]\s*$/, '');
  for (const start of startsIn(clause).reverse()) {
    const rest = clause.slice(start);
    const name = nameAt(rest, 0)?.name;
    if (name && isOrganisationName(personAndUnit(name).name) && !(isUnitName(name) && personAndUnit(name).unit === null) && !ADDRESS.test(name)) return cleanName(rest);
  }
  return ADDRESS.test(clause) || isUnitName(nameAt(clause, 0)?.name ?? '') ? null : cleanName(clause);
}

/** Where names can begin in a clause: at its start and after each comma, "och" and "samt", but not after "del av". */
const startsIn = (clause: string): number[] => [
  0,
  ...[...clause.matchAll(/\s(?:är|mellan|utgörs av|heter)\s(?=["“”]?\p{Lu})/gu)].map((verb) => verb.index + verb[0].length),
  ...[...clause.matchAll(/(?<!\sdel\sav[^,]{0,60})(?:,\s(?:och\s|samt\s)?|\)?\s(?:och|samt|&)\s)(?=["”“]?\p{Lu}|(?:den\s)?(?:ideella|föreningen|stiftelsen))/gu)].map((joint) => joint.index + joint[0].length),
];

function cleanName(clause: string): string | null {
  const named = nameAt(clause, 0);
  if (!named) return null;
  const rest = clause.slice(named.end);
  const name = rest.trim() === '' ? named.name : withUnitAfter(named.name, clause, named.end);
  if (/^\s*(?:är|har|bildades|ska|som)\s/.test(rest) || name.length > 110) return named.name;
  return name.replace(/(?<=\s)(\p{L}+)\s\1$/u, '$1');
}

const NUMBER_FIRST = /^,?\s*\(?(?:org[\p{L}.]*\s?(?:nr\.?|nummer)?:?\s*)?\d{6}\s?[-–]?\s?\d{4}\)?/iu;
const ADDRESS = /^\d{3}\s?\d{2}\s|\s\d{1,4}\s?[A-Z]?$|^c\/o|^box\s|@|^(?:tel|telefon|e-post|adress|besöksadress|postadress|kontaktperson|ordförande|firmatecknare)/i;

/** "Östersunds kommun / Kommunledningsförvaltningen / 831 82 Östersund / Organisationsnummer: …": the name above, in its column. */
function nameAbove(pieces: ColumnPiece[], low: number): string | null {
  if (low < 0) return null;
  let unsaid: string | null = null;
  for (let i = low - 1; i >= 0 && i >= low - 7 && pieces[i]!.column === pieces[low]!.column; i -= 1) {
    const inner = pieces[i]!.text.replace(LABELLED, '').replace(/^för\s+/i, '').replace(/[,;]$/, '');
    const { kind } = pieces[i]!.line.block;
    if (inner.length > 90 || orgNumbersIn(inner).length > 0) break;
    if (ADDRESS.test(inner)) continue;
    if (isOrganisationName(inner) && !isUnitName(inner)) return cleanName(inner);
    if (nameAt(inner, 0)?.end === inner.length && !isUnitName(inner) && !isGenericName(inner) && (kind !== 'heading' || unsaid === null)) unsaid = inner;
    if (kind === 'heading') break;
  }
  return unsaid;
}

/** Finds the piece a number stands in by its place in the text; of columns turned, the one whose words have it. */
function pieceFinder(pieces: ColumnPiece[]): (start: number, digits: string) => number {
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

const introduction = (words: string, by: Introduction['by'], source: TextSpan): Introduction => ({ ...personAndUnit(words), orgNumber: null, source, by, line: source.line });

/** Several blocks as one text, each place of it traceable to the original. */
export interface Joined {
  text: string;
  spanAt(from: number, to: number): TextSpan;
}

export function joined(blocks: Block[]): Joined {
  const starts: number[] = [];
  let text = '';
  for (const block of blocks) {
    starts.push(text.length);
    text += `${block.text}\n`;
  }
  return {
    text,
    spanAt(from, to) {
      const at = Math.max(0, starts.findLastIndex((start) => start <= from));
      return spanOf(blocks[at]!, from - starts[at]!, to - starts[at]!);
    },
  };
}
