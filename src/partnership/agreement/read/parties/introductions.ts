import type { TextSpan } from '#kernel/text-span.ts';
import type { AgreementDocument, Block } from '../document.ts';
import { orgNumbersIn } from '../lex/org-numbers.ts';
import type { PlainLine } from '../plain-lines.ts';
import { spanOf } from '../span.ts';
import { isOrganisationName, isUnitName, personAndUnit } from './organisations.ts';
import { nameAt, namesInList } from './phrases.ts';

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
  for (const block of doc.blocks) {
    let from = 0;
    for (const { at, end, number } of orgNumbersIn(block.text)) {
      const clause = nameBefore(block.text.slice(from, at));
      from = end;
      const source = spanOf(block, at, end);
      const name = clause ?? nameAbove(lines, source.start) ?? nameAfter(block.text.slice(end));
      if (name) found.push({ ...introduction(name, 'number', source), orgNumber: number });
    }
  }
  return found;
}

/** Names at the beginning of lines in the section called "Parter", and after "Part 1:" or "Idéburen part –" anywhere early. */
export function fromSection(lines: PlainLine[], isPartySection: (block: Block) => boolean): Introduction[] {
  const found: Introduction[] = [];
  for (const line of lines) {
    const inSection = isPartySection(line.block);
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
  const after = /^(?:,?\s+(?:genom|via|representerad av|företrädd av)(?:\s+dess|\s+sin)?\s+|,\s*|\s*\/\s*|\s+\()([^\n.;:()]{4,80}?)(?=\)|\.|;|:|\n|,|\s\(|\s(?:och|samt)\s\p{Lu}|$)/u.exec(text.slice(end, end + 120));
  return after && isUnitName(after[1]!) ? `${name}, ${after[1]!}` : name;
}

function nameBefore(before: string): string | null {
  let clause = before.replace(/[\s,(:–-]*(?:org(?:anisations)?\.?\s?-?\s?(?:nr|nummer|no)\.?|orgnr\.?|org\.)?\s*(?:är)?[\s:=(]*$/i, '');
  clause = clause.split(/\n|[;]\s|\.\s(?=\p{Lu})|(?<!\p{L})(?:mellan|Mellan|MELLAN)\s/u).at(-1)!.replace(/^[\s),.–-]*(?:och|samt|&)?\s+/, '').replace(LABELLED, '').trim();
  if (clause.includes('\t')) clause = clause.split('\t').findLast((cell) => nameAt(cell, 0) !== null) ?? '';
  if (/\)$/.test(clause)) clause = clause.replace(/\s*\([^()]*\)$/, '');
  clause = clause.replace(/,?\s*(?:en\s+)?(?:ideell|ekonomisk)\s+förening$/i, (form) => (form.startsWith(',') ? '' : form)).replace(/[,;:]\s*$/, '');
  for (const joint of [...clause.matchAll(/,?\s(?:och|samt|&)\s(?=["”“]?\p{Lu}|(?:den\s)?(?:ideella|föreningen|stiftelsen))|,\s(?=\p{Lu})/gu)].reverse()) {
    const rest = clause.slice(joint.index + joint[0].length);
    if (isOrganisationName(rest) && !isUnitName(rest)) return cleanName(rest);
  }
  return cleanName(clause);
}

function cleanName(clause: string): string | null {
  const named = nameAt(clause, 0);
  if (!named) return null;
  const rest = clause.slice(named.end);
  const name = rest.trim() === '' ? named.name : withUnitAfter(named.name, clause, named.end);
  if (/^\s*(?:är|har|bildades|ska|som)\s/.test(rest) || name.length > 110) return named.name;
  return name.replace(/(?<=\s)(\p{L}+)\s\1$/u, '$1');
}

const ADDRESS = /^\d{3}\s?\d{2}\s|\s\d{1,4}\s?[A-Z]?$|^c\/o|^box\s|@|^(?:tel|telefon|e-post|adress|besöksadress|postadress|kontaktperson|ordförande|firmatecknare)/i;

/** "Östersunds kommun / Kommunledningsförvaltningen / 831 82 Östersund / Organisationsnummer: …": the name on a line above. */
function nameAbove(lines: PlainLine[], start: number): string | null {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.span.start <= start) low = middle;
    else high = middle - 1;
  }
  const here = lines[low];
  if (!here) return null;
  const column = here.cells.length > 1 && orgNumbersIn(here.text).length > 1 ? Math.max(0, here.cells.findIndex((_, i) => start < here.span.start + here.text.indexOf(here.cells[i + 1] ?? '\u0000') || i + 1 === here.cells.length)) : null;
  let unsaid: string | null = null;
  for (let i = low - 1; i >= 0 && i >= low - 7; i -= 1) {
    const words = (column === null ? lines[i]!.text : (lines[i]!.cells[column] ?? '')).replace(LABELLED, '').replace(/[,;]$/, '');
    const inner = words.includes('\t') ? words.slice(words.lastIndexOf('\t') + 1) : words;
    if (inner.length > 90 || orgNumbersIn(inner).length > 0) break;
    if (ADDRESS.test(inner)) continue;
    if (isOrganisationName(inner) && !isUnitName(inner)) return cleanName(inner);
    if (nameAt(inner, 0)?.end === inner.length && !isUnitName(inner) && lines[i]!.block.kind !== 'heading') unsaid = inner;
    if (lines[i]!.block.kind === 'heading') {
      if (unsaid === null && nameAt(inner, 0)?.end === inner.length) unsaid = inner;
      break;
    }
  }
  return unsaid;
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
