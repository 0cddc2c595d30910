import type { TextSpan } from '#kernel/text-span.ts';
import { isUnitName, personAndUnit } from './organisations.ts';

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

/** What a party's name may be labelled with, at the beginning of a line. */
export const LABELLED = /^(?:(?:den\s+)?(?:offentlig|idéburen|kommunal|civil|ideell)\w*\s+(?:part|aktör|sektor|organisation|samverkanspart)\w*|part(?:er|erna|ner|ners)?(?:\s?\d{1,2}|\s[A-K])?|avtalsparter?|samverkanspart(?:er)?|kommun(?:en)?|förening(?:en)?|organisation(?:en)?|stiftelse(?:n)?|region(?:en)?|namn|vilka|vem|sökande|mottagare|mellan|och|samt)\s*(?::|\s[–—=-]\s)\s*/iu;

/** "B. Stiftelsen Läxtaxi", in a list of parties. */
export const LETTERED = /^[A-H][.)]\s+(?=\p{Lu}\p{Ll})/u;

/** A line of an address block that is no name. */
export const ADDRESS = /^\d{3}\s?\d{2}\s|\s\d{1,4}\s?[A-Z]?$|^c\/o|^box\s|@|^(?:tel|telefon|e-post|adress|besöksadress|postadress|kontaktperson|ordförande|firmatecknare)/i;

const PARTY_HEADING = /^(?:avtals|samverkans)?part(?:er|erna|ner|ners|nerna|erna i .*|er i .*|er till .*|er och .*|er, .*)?[.:]?$|^(?:ingående|medverkande|deltagande|samverkande)\s+(?:parter|organisationer|partner|aktörer)|^mellan(?:\s+vilka)?$|^parter(?:na)?\s|^(?:vi|vilka) som (?:ingår|samverkar|deltar|är med)|^vilka (?:vi|parterna) är|^avtalets parter|^vilka är parter|^vilka (?:är vi|vi är|som är med)\??$|^vi som (?:är överens|är med|skriver under|samarbetar)|^det här är vi$|^vilka avtalar/i;

/** True for the name of the section that tells who the parties are. */
export const isPartyHeading = (heading: string): boolean => PARTY_HEADING.test(heading.trim());

/** The words as an organisation and its unit. */
export const introduction = (words: string, by: Introduction['by'], source: TextSpan): Introduction => ({ ...personAndUnit(words), orgNumber: null, source, by, line: source.line });

const NUMBER_FIRST = /^,?\s*\(?(?:org[\p{L}.]*\s?(?:nr\.?|nummer)?:?\s*)?\d{6}\s?[-–]?\s?\d{4}\)?/iu;

/** "X kommun genom socialnämnden", "X kommun, Kommunledningskontoret": the name with its unit. */
export function withUnitAfter(name: string, text: string, end: number): string {
  if (!/(?:kommun|stad)s?$|^region\s|regionen$/i.test(name)) return name;
  const owned = /(?:kommun|stad)s$/i.test(name) ? /^\s([\p{L}-]+(?:\s(?:och|för|samt)\s[\p{L}-]+)?)(?=[\s,.;)]|$)/u.exec(text.slice(end, end + 80)) : null;
  if (owned && isUnitName(owned[1]!.charAt(0).toUpperCase() + owned[1]!.slice(1))) return `${name} ${owned[1]!}`;
  const after = /^(?:,?\s+(?:genom|via|representerad av|företrädd av)(?:\s+dess|\s+sin)?\s+|,\s*|\s*\/\s*|\s+\()([^\n.;:()]{4,80}?)(?=\)|\.|;|:|\n|,|\s\(|\s(?:och|samt)\s\p{Lu}|$)/u.exec(text.slice(end, end + 160).replace(NUMBER_FIRST, ''));
  return after && !/^(?:nedan|härefter|fortsättningsvis)\s/i.test(after[1]!) && isUnitName(after[1]!.charAt(0).toUpperCase() + after[1]!.slice(1)) ? `${name}, ${after[1]!}` : name;
}
