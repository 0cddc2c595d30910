import type { TextSpan } from '#kernel/text-span.ts';
import type { Party } from '../../model.ts';
import type { AgreementDocument } from '../document.ts';
import { inReadingOrder, type ColumnPiece } from '../columns.ts';
import type { PlainLine } from '../plain-lines.ts';
import { remembered } from '../remembered.ts';
import { isSamePerson } from './merging.ts';
import { isUnitName, personAndUnit } from './organisations.ts';

const POSTAL = /^(?:SE?-)?\d{3}\s?\d{2}\s+\p{Lu}[\p{L}\s-]{1,30}$/u;
const STREET = /^(?:c\/o\s.{2,40}|box\s\d{1,6}|\p{Lu}[\p{L}\s.-]{2,40}\s\d{1,4}\s?[A-Za-z]?)$/iu;

/** The pieces of the text in reading order, and of each the party it names. */
interface NamedLines {
  pieces: readonly ColumnPiece[];
  partyOn: readonly (Party | null)[];
}

/** The parties with the units and addresses that stand under their names. */
export function withLinesBelow(parties: Party[], doc: AgreementDocument, lines: PlainLine[]): Party[] {
  const pieces = inReadingOrder(lines);
  const named = { pieces, partyOn: pieces.map(lineReader(parties)) };
  return withAddresses(withUnitsBelow(parties, doc, named), named);
}

/** A unit on the line under the party's name, or named as responsible further on, becomes the party's unit. */
function withUnitsBelow(parties: Party[], doc: AgreementDocument, { pieces, partyOn }: NamedLines): Party[] {
  const below = new Map<Party, { unit: string; source: TextSpan }[]>();
  for (let i = 0; i + 1 < pieces.length; i += 1) {
    const here = pieces[i]!;
    const party = partyOn[i];
    if (!party || party.sector !== 'public') continue;
    const under = pieces.slice(i + 1, i + 6).filter((piece) => piece.column === here.column);
    const next = under.slice(0, here.column > 0 ? 4 : 2).find((piece) => isUnitName(unitWords(piece.text)) && piece.line.block.kind !== 'heading');
    const isLetterhead = under.some((piece) => POSTAL.test(piece.text) || /^org|^\d{6}\s?[-–]/i.test(piece.text)) || /\d{6}\s?[-–]?\d{4}/.test(here.text) || here.line.span.line <= 8;
    const besides = here.column === 0 ? unitsSideBySide(pieces.slice(i + 1, i + 6)) : [];
    for (const unit of besides) below.set(party, [...(below.get(party) ?? []), { unit, source: here.line.span }]);
    if (besides.length === 0 && next && isLetterhead) below.set(party, [...(below.get(party) ?? []), { unit: unitWords(next.text), source: here.line.span }]);
  }
  return parties.flatMap((party) => {
    const units = (below.get(party) ?? []).filter((one, i, all) => all.findIndex((other) => other.unit === one.unit) === i);
    if (party.unit !== null || units.length === 0) return [withResponsible(party, parties, doc)];
    return units.map(({ unit, source }) => ({ ...party, unit, source: units.length > 1 ? source : party.source }));
  });
}

const unitWords = (text: string): string => text.replace(/^(?:(?:genom|via)\s+|(?:ansvarig )?(?:nämnd|förvaltning|enhet|avdelning)\s*:\s*)/i, '').replace(/[.,]$/, '');

/** Two units beside each other on one line under the party. */
function unitsSideBySide(pieces: readonly ColumnPiece[]): string[] {
  const row = pieces.find((piece) => piece.column > 0)?.line;
  const units = row?.cells.filter(Boolean) ?? [];
  return units.length > 1 && units.every((unit) => isUnitName(unit)) ? units : [];
}

/** "Ansvarig förvaltning är Kommunledningskontoret" names a unit of the only public party. */
function withResponsible(party: Party, parties: Party[], doc: AgreementDocument): Party {
  if (party.sector !== 'public' || parties.filter((other) => other.sector === 'public').length !== 1) return party;
  for (const block of doc.blocks) {
    const found = /ansvarig\s+(?:förvaltning|nämnd|enhet|avdelning)(?:\s+(?:för|inom|hos|i)\s[^.:]{3,60})?\s*(?:är|:)\s+([^.,;\n]{4,60})/iu.exec(block.text);
    const unit = found?.[1]?.trim();
    if (unit && isUnitName(unit.charAt(0).toUpperCase() + unit.slice(1))) {
      if (party.unit?.toLowerCase().includes(unit.toLowerCase())) return party;
      return { ...party, unit: party.unit === null ? unit : `${party.unit}, ${unit}` };
    }
  }
  return party;
}

/** The street and postal lines right under a party's name. */
function withAddresses(parties: Party[], { pieces, partyOn }: NamedLines): Party[] {
  const addresses = new Map<Party, string>();
  pieces.forEach((line, i) => {
    const party = partyOn[i];
    if (!party) return;
    const own = parties.filter((other) => other.name === party.name);
    const under: string[] = [];
    for (let below = i + 1; below < Math.min(i + 7, pieces.length); below += 1) {
      const next = pieces[below]!;
      if (next.column !== line.column || partyOn[below] || next.text.length > 70) break;
      const words = next.text.replace(/^(?:adress|postadress|besöksadress)\s*:\s*/i, '').replace(/[,.]$/, '');
      if (STREET.test(words) || POSTAL.test(words) || /\d{3}\s?\d{2}\s\p{Lu}/u.test(words)) under.push(words);
      if (/\d{3}\s?\d{2}\s+\p{Lu}/u.test(words)) break;
    }
    if (under.some((words) => /\d{3}\s?\d{2}\s/.test(words))) for (const one of own) if (!addresses.has(one)) addresses.set(one, under.join(', '));
  });
  return parties.map((party) => ({ ...party, address: addresses.get(party) ?? null }));
}

/** Finds the party a line names. Most lines share no word's beginning with any party's name and are passed over at once. */
function lineReader(parties: Party[]): (line: ColumnPiece) => Party | null {
  const stems = new Set(parties.flatMap(({ name }) => stemsOf(name)));
  const begun = new RegExp(`(?<![\\p{L}\\d])(?:${[...stems].join('|')})`, 'iu');
  const partyIn = remembered((text: string) => partyNamed(text, parties));
  return ({ text }) => (text.length <= 120 && begun.test(text) && stemsOf(text).some((stem) => stems.has(stem)) ? partyIn(text) : null);
}

const FORMS = new Set(['komm', 'stad', 'regi', 'före', 'stif', 'den', 'det', 'i', 'och', 'för', 'av', 'org', 'nr']);

/** The beginnings of a name's words, without those that say only what kind of organisation it is; of a name of only such words, theirs. */
function stemsOf(name: string): string[] {
  const stems = (name.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map((word) => word.slice(0, 4));
  const own = stems.filter((stem) => !FORMS.has(stem));
  return own.length > 0 ? own : stems;
}

function partyNamed(line: string, parties: Party[]): Party | null {
  const words = line.replace(/[,(\s]*(?:org(?:anisations)?\.?\s?-?(?:nr|nummer)?\.?)?[\s:]*\d{6}\s?[-–]?\s?\d{4}\)?.*$/i, '').replace(/^[^:]{2,30}:\s/, '').replace(/[:,.]$/, '');
  const { name } = personAndUnit(words);
  return parties.find((party) => party.name.length > 2 && isSamePerson(party.name, name)) ?? null;
}
