import type { Party } from '../../model.ts';
import type { AgreementDocument, Block } from '../document.ts';
import { plainLines, type PlainLine } from '../plain-lines.ts';
import { withLinesBelow } from './address-blocks.ts';
import { fromNumbers } from './by-number.ts';
import { fromAgreeing, fromBetween, fromSection } from './introductions.ts';
import { type Introduction, isPartyHeading } from './introduction.ts';
import { joined } from './joined.ts';
import { isSamePerson, mergedParties } from './merging.ts';
import { isGenericName, isOrganisationName, isPublicName, isUnitName, personAndUnit } from './organisations.ts';
import { nameAt } from './phrases.ts';

/** Who agrees: each legal person with the unit it takes part with. An organisation that is only mentioned is no party. */
export function readParties(doc: AgreementDocument): Party[] {
  const lines = plainLines(doc);
  const opening = joined(openingBlocks(doc));
  const isHeaded = doc.sections.map(({ heading }) => heading !== null && isPartyHeading(heading.text));
  const isPartySections = doc.sections.map(({ parents }, i) => isHeaded[i]! || parents.some((parent) => isHeaded[parent]));
  const isPartySection = (block: Block): boolean => isPartySections[block.section]!;
  const presented = [...fromBetween(opening), ...fromAgreeing(openingBlocks(doc)), ...fromSection(lines, isPartySection), ...fromNumbers(doc, lines)];
  const introductions = presented.filter((one) => isPossible(one.name)).sort((a, b) => a.source.start - b.source.start);
  const all = withSigners(introductions, lines);
  return withLinesBelow(mergedParties(all), doc, lines);
}

/** "Föreningens förpliktelser" is a heading. */
const POSSESSIVE = /^(?:föreningens|kommunens|stiftelsens|regionens|stadens|klubbens|parternas|partens|förbundets|organisationens|församlingens|jourens|bolagets)\s/i;
const STREET = /(?:gatan|vägen|torget|gränd|stigen|allén|backen|hamnplan|planen?)(?:\s\d{1,3}\s?\p{L}?)?$/iu;

/** What stands before a colon at the top of a letter. */
const HEADER = /^(?:till|från|datum|ämne|kopia|ärende)$/i;

/** A board alone, an address or a line of words is no legal person. */
const isPossible = (name: string): boolean =>
  name.length > 2 && name.length <= 110 && !HEADER.test(name) && !isGenericName(name) && (isOrganisationName(name) || !isUnitName(name)) && ((isOrganisationName(name) && name.includes(' ') && !/\s\d{1,3}\s?\p{L}?$/u.test(name)) || !STREET.test(name)) && !POSSESSIVE.test(name) && !/^box\s\d|^\d{3}\s?\d\d\s|-$|^\d|█|_{2,}|^XX/i.test(name);

/** The title, what stands before the first heading, and the sections that tell who the parties are: at most the first 4 000 letters. */
function openingBlocks(doc: AgreementDocument): Block[] {
  const blocks: Block[] = [];
  let letters = 0;
  for (const block of doc.blocks) {
    if (block.kind === 'furniture') continue;
    blocks.push(block);
    letters += block.text.length;
    if (letters > 4000) break;
  }
  return blocks;
}

/** Where fewer than two parties were presented, those who sign are the parties; and the municipality that is spoken of most. */
function withSigners(introductions: Introduction[], lines: PlainLine[]): Introduction[] {
  const people = new Set(introductions.map((one) => one.name));
  if (people.size >= 2 && [...people].some((a) => [...people].some((b) => !isSamePerson(a, b)))) return introductions;
  const found = [...introductions];
  for (const line of lines.slice(-60)) {
    for (const cell of line.cells) {
      const words = cell.replace(/^.*?(?:för|på uppdrag av)\s+(?=\p{Lu})/iu, '').replace(/[:,.]$/, '');
      const last = words.split(/,\s/).at(-1)!;
      for (const candidate of [words, last]) {
        const { name, unit } = personAndUnit(candidate);
        if (isPossible(name) && isOrganisationName(name) && nameAt(name, 0)?.end === name.length && name.length < 60 && (isPublicName(name) || name.split(' ').length <= 5)) {
          found.push({ name, unit, orgNumber: null, source: line.span, by: 'signature', line: line.span.line });
          break;
        }
      }
    }
  }
  return found;
}
