import type { Block } from '../document.ts';
import { matchesIn } from '../lex/matches.ts';
import type { PlainLine } from '../plain-lines.ts';
import { sentencesOf } from '../sentences.ts';
import { spanOf } from '../span.ts';
import { ADDRESS, introduction, type Introduction, isPartyHeading, LABELLED, LETTERED, withUnitAfter } from './introduction.ts';
import type { Joined } from './joined.ts';
import { isOrganisationName, isUnitName, isWholeBody, personAndUnit } from './organisations.ts';
import { namesInList } from './phrases.ts';

const BETWEEN = /(?<!\p{L})mellan\s*:?\s+/giu;

/** "mellan A, B och C" in the title and the opening, also where each name has its own line. */
export function fromBetween(opening: Joined): Introduction[] {
  const found: Introduction[] = [];
  for (const match of matchesIn(BETWEEN, opening.text)) {
    const names = namesInList(opening.text, match.index + match[0].length).filter(({ name }) => name.length > 2);
    const isList = names.length >= 2 || names.some(({ name }) => isOrganisationName(name));
    if (!isList) continue;
    for (const { name, at, end } of names) found.push(introduction(withUnitAfter(name, opening.text, end), 'between', opening.spanAt(at, end)));
  }
  return found;
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
    if (!inSection && line.span.line >= LABELS_UNTIL) continue;
    const label = LABELLED.exec(line.text);
    if (!inSection && !label) continue;
    const words = label ? line.text.slice(label[0].length) : line.text.replace(LETTERED, '');
    const isWhole = label !== null || line.block.text.length < 200;
    const isPart = label !== null && /part/i.test(label[0]);
    for (const name of namesOnLine(words, isWhole, isPart)) found.push(introduction(name, label ? 'label' : 'section', line.span));
  }
  return found;
}

/** Parties are labelled before this line. */
const LABELS_UNTIL = 120;

function namesOnLine(line: string, isWhole: boolean, isPart: boolean): string[] {
  const names = namesInList(line, 0).filter(({ name }, nth) => nth === 0 || !isWholeBody(name));
  const last = names.at(-1);
  if (!last) return [];
  const isEnd = /^[\s.,;]*$/.test(line.slice(last.end));
  if (isUnitName(line.trim().replace(/[.,]$/, '')) && !names.some(({ name }) => isOrganisationName(personAndUnit(name).name))) return [];
  if (names.length > 1 && isEnd) return names.filter(({ name }) => isOrganisationName(personAndUnit(name).name) || !isUnitName(name)).map(({ name }) => name);
  const first = names[0]!;
  const isNamed = isPart || isOrganisationName(first.name) || /^\s*(?:är|,|\()/.test(line.slice(first.end));
  if ((isUnitName(first.name) && personAndUnit(first.name).unit === null) || ADDRESS.test(first.name)) return [];
  if (isOrganisationName(first.name)) return [withUnitAfter(first.name, line, first.end)];
  return isWhole && isEnd && isNamed && first.name.split(' ').length <= 5 ? [first.name] : /^\s+är\s(?:en|ett)\s/.test(line.slice(first.end)) ? [first.name] : [];
}
