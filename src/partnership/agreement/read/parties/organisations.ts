import { remembered } from '../remembered.ts';

/** What kind of organisation a name says it is. */
export type Sector = 'public' | 'civil' | null;

const PUBLIC =
  /(?:^|\s)(?:kommun|kommuns|stad|stads|landsting)$|^region\s\p{Lu}|regionen$|^(?:länsstyrelsen|polismyndigheten|polisregion|lokalpolis|polisen|kommunalförbundet|arbetsförmedlingen|kriminalvården|försäkringskassan|migrationsverket|skolverket|brottsförebyggande)|(?:kommunalförbund|myndighet|universitet|högskola|samordningsförbund)(?:en|et)?$|^samordningsförbundet|^regionförbundet/iu;
const COMPANY = /(?:^|\s)(?:AB|Aktiebolag|HB|KB)(?:\s\(publ\))?$|^AB\s|aktiebolaget|bostäder$/u;
const CIVIL =
  /förening|\s(?:ek|ekon|id)\.?\s?för\.?$|stiftelse|förbund|församling|pastorat|kyrka|stift$|stadsmission|röda kors|rädda barnen|jour(?:en)?(?:\s|$)|klubb|scout|verdandi|iogt|majblomman|frälsningsarm|folkhögskola|studieförbund|bildningsförbund|samverkan|distrikt|riksorganisation|sällskap|ideell|nätverk|kooperativ|friskis|sensus|bilda|abf|medborgarskolan|ungdomens hus|fryshuset|kfum/u;
const ABBREVIATED_CLUB = /(?:^|\s)(?:IK|IF|FF|FK|BK|SK|GIF|IBK|HK|IFK|AIK|IBF|IS|BoIS|SF|RF|FBK|BTK|HC|FC)(?:\s|$)/;
const UNIT =
  /(?:förvaltning|förvaltningen|nämnd|nämnden|kontor|kontoret|(?:kommun|region|stads)styrelse|(?:kommun|region|stads)styrelsen|stadsledning|avdelning|avdelningen|enhet|enheten|sektor|sektorn|stadsdel|stadsdelen|stadsområde|verksamhetsområde|fritidsgård|näringsliv|stadsutveckling\s\p{Lu}[\p{L}-]+|utskott|utskottet|socialtjänst|socialtjänsten|räddningstjänst|räddningstjänsten|råd|rådet|skola|skolan|hälso- och sjukvård|bibliotek(?:et)?|kansli|kansliet|stab|staben|vård|vården|omsorg|omsorgen|öppna förskolan)(?:\s\([^)]{2,20}\)|\s(?:i\s)?\p{Lu}[\p{L}-]+)?$/iu;
const BOARD = /(?:^|\s)(\p{Lu}?[\p{L}-]*(?:\s(?:och|för|samt)\s[\p{L}-]+)*?(?:kommunstyrelse|stadsstyrelse|nämnd|styrelse|utskott|förvaltning|kontor)(?:n|en|et)?)$/iu;

/** "public" for municipalities, regions and authorities; "civil" for associations, foundations and congregations; null when the name does not say. */
export function sectorOf(name: string, orgNumber: string | null): Sector {
  if (orgNumber?.startsWith('252') === true) return 'civil';
  if (PUBLIC.test(name)) return 'public';
  if (COMPANY.test(name)) return null;
  if (isCivilName(name)) return 'civil';
  if (orgNumber === null) return null;
  return /^[78]/.test(orgNumber) ? 'civil' : orgNumber.startsWith('2') ? 'public' : null;
}

export const isPublicName = (name: string): boolean => PUBLIC.test(name);

const isCivilName = (name: string): boolean => CIVIL.test(name.toLowerCase()) || ABBREVIATED_CLUB.test(name);

/** True when the words alone say that they name an organisation. */
const GENERIC = /^(?:(?:varje|alla|samtliga|övriga|respektive|lokala?|ideella?|en|ett)\s)?(?:ideell\s|ekonomisk\s)?(?:kommun(?:en|er|erna)?|stad(?:en)?|region(?:en|er|erna)?|förening(?:en|ar|arna)?|studieförbund(?:et|en)?|stiftelse(?:n|r|rna)?|förbund(?:et|en)?|klubb(?:en|ar|arna)?|församling(?:en|ar|arna)?|organisation(?:en|er|erna)?|myndighet(?:en|er|erna)?|samverkan\S*|nätverk(?:et)?|pensionärsorganisation(?:er|erna)|idrottsförening(?:en|ar|arna)?|polisen|kommunstyrelsen|distrikt(?:et)?|företag(?:et)?|jour(?:en)?|kyrkan?)$/iu;

/** "Föreningarna", "varje kommun": a kind of organisation, not one. */
export const isGenericName = (name: string): boolean => GENERIC.test(name.trim());

export const isOrganisationName = (name: string): boolean => !isGenericName(name) && isNamedAsOrganisation(name);

const isNamedAsOrganisation = (name: string): boolean => PUBLIC.test(name) || isCivilName(name) || COMPANY.test(name);

/** True for a part of an organisation: "Socialförvaltningen", "Kultur- och fritidsnämnden", "Bibliotek Söder, Kulturkontoret". */
export const isUnitName = (words: string): boolean =>
  words.length <= 90 && !/^(?:nedan|härefter|i det följande)\s|förening|stiftelse|förbund|församling|klubb|jour(?:en)?(?:\s|$)/i.test(words) && /^\p{Lu}|^[\p{L}-]+(?:nämnd|styrelse|förvaltning|kontor)/u.test(words) && !PUBLIC.test(words) && words.split(/,\s|\s\/\s|\/(?=\p{Lu})/u).some((part) => UNIT.test(part.trim())) && !/[.:]$|\d{3}/.test(words);

/** A board or office is no legal person: its municipality is. Splits "X kommuns kommunstyrelse", "Socialnämnden i X kommun", "X kommun, socialförvaltningen". */
export const personAndUnit = remembered((words: string): Readonly<{ name: string; unit: string | null }> => {
  const clean = words.trim().replace(/(?<!\sför)[,;:.]+$/, '');
  const before = /^(.{3,60}?\s(?:kommun|stad|region))s\s+(.{3,80})$/iu.exec(clean);
  if (before && (BOARD.test(before[2]!) || isUnitName(capital(before[2]!)))) return { name: before[1]!, unit: definite(before[2]!) };
  const after = /^(.{3,90}?)\s*(?:\s(?:i|vid|inom|för|på)|,|\s[–-])\s+((?:\p{Lu}[\p{L}-]+\s){1,3}(?:kommun|stad)|Region\s\p{Lu}[\p{L}-]+)$/iu.exec(clean);
  if (after && (BOARD.test(after[1]!) || isUnitName(after[1]!))) return { name: after[2]!, unit: after[1]! };
  const beside = /^(.{3,60}?\s(?:kommun|stad)|Region\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)(?:,?\s+(?:genom|via|representerad av|företrädd av|som företräds av)(?:\s+(?:dess|sin))?\s+|\s*[,/]\s*|\s+[–-]\s+|\s+\(|\s+)(.{3,100}?)\)?$/iu.exec(clean);
  if (beside && (BOARD.test(beside[2]!) || isUnitName(capital(beside[2]!)))) return { name: beside[1]!, unit: beside[2]!.replace(/^(?:genom|via)\s+/i, '') };
  return { name: clean.replace(/(?<=\s(?:kommun|stad))s$/i, ''), unit: null };
});

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Kommunstyrelse" is spoken of as "Kommunstyrelsen". */
function definite(unit: string): string {
  const named = capital(unit);
  if (/(?:styrelse)$/i.test(named)) return `${named}n`;
  if (/(?:nämnd|förvaltning)$/i.test(named)) return `${named}en`;
  return /kontor$/i.test(named) ? `${named}et` : named;
}

const WHOLE_BODY = /^(?:Svenska kyrkan|Equmeniakyrkan|Pingströrelsen|Frälsningsarmén|Svenska Röda Korset|Röda Korset|Rädda Barnen|IOGT-NTO|PRO|SPF Seniorerna)$/iu;

/** "X församling, Svenska kyrkan": what a congregation or a local branch is part of, and not the one who agrees where the branch is named. */
export const isWholeBody = (name: string): boolean => WHOLE_BODY.test(name.trim());
