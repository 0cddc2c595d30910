import { matchesIn } from './lex/matches.ts';
import type { PartyNames } from './parties/names.ts';
import { isOrganisationName, isUnitName } from './parties/organisations.ts';

/** A person named in a text. */
export interface FoundPerson {
  at: number;
  end: number;
  name: string;
}

const TITLE =
  /(?:^|[\s/,(-])(?:(?:vice|bitr\.?|biträdande|tf\.?|t\.f\.|tillförordnad|ställföreträdande|andre|1:e|2:e|förste)\s+)*(?:[\p{L}/-]{0,60}(?:ordförande|chef(?:en)?|direktör(?:en)?|samordnare|strateg|sekreterare|kassör|ledare|handläggare|utvecklare|råd|ledamot|koordinator|föreståndare|rektor|kyrkoherde|präst|diakon|grundare|kanslist|konsulent|rådgivare|kurator|bibliotekarie|polis|jurist|pedagog|controller|ekonom|kontaktperson|representant|suppleant|ombud|firmatecknare|intendent|specialist|ansvarig|assistent|coach|lärare|tränare|talesperson|revisor|komminister|pastor|imam|kamrer|administratör|inspektör|befäl|vaktmästare|sjuksköterska|arkivarie|verksamhetsutvecklare)|VD|vd|CEO)(?=$|[\s/,).;:]|-)/iu;

const WORD = "\\p{Lu}[\\p{L}'’]{0,24}\\p{Ll}(?:-\\p{Lu}\\p{Ll}{1,24})?";
const NAME = new RegExp(`(?<![\\p{L}\\d@.-])(${WORD})((?: (?:\\p{Lu}\\.|von|af|de|van|der|den|la|el|al|bin|ibn|da|di|dos))?(?: (?:${WORD}|\\p{Lu}\\.(?= \\p{Lu})))? (?:von |af |de |van (?:der )?|al-|el-)?${WORD})(?![\\p{L}\\d@-])`, 'gu');
const CAPITALS = /^\p{Lu}{2,}(?:-\p{Lu}{2,})?(?:\s\p{Lu}\.?)?\s\p{Lu}{2,}(?:-\p{Lu}{2,})?$/u;

const NOT_NAMES = new Set(
  'telefon tel mobil mobiltelefon e-post epost mail adress kontaktperson kontaktpersoner kontakt namn titel roll funktion organisation part parter parterna avtal avtalet överenskommelse överenskommelsen partnerskap idéburet offentligt offentlig idéburen sektor för från till med och samt vid den det detta denna datum ort ort: underskrift underskrifter namnförtydligande namnteckning signatur undertecknande bilaga avsnitt styrgrupp styrgruppen projekt budget kommunen kommun kommunens kommunstyrelsen kommunstyrelsens kommunalråd region regionen stad staden föreningen föreningens stiftelsen stiftelsens förening stiftelse ideell ideella box postadress besöksadress org orgnr organisationsnummer januari februari mars april juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag senast ansvarig ansvariga firmatecknare ordförande kassör sekreterare verksamhetschef kommundirektör kommunchef vd sverige svenska swedish barn ungdom ungdomar unga om i på av en ett som är ska bankgiro plusgiro faktura fakturaadress sida parternas mål syfte bakgrund signerat elektroniskt digitalt beslut genom inom under dnr diarienummer ersättare suppleant ledamöter ledamot utses'.split(' '),
);

/** "Ring Kerstin": asked to be reached. */
const ADDRESSED = /^(?:ring|mejla|maila|fråga|kontakta|prata|hej|hälsa|sök)$/iu;

/** True when the words hold a title or role: "ordförande", "bitr. kommundirektör", "VD/klubbchef". */
export const hasTitle = (words: string): boolean => TITLE.test(words);

/** The persons named in the text: two or three words with capitals that are no party, unit, organisation, title or common word. */
export function peopleIn(text: string, parties: PartyNames): FoundPerson[] {
  const taken = parties.find(text).map(({ at, end }) => [at, end] as const);
  const found: FoundPerson[] = [];
  let next = 0;
  for (const match of matchesIn(NAME, text)) {
    const name = match[0];
    const at = match.index;
    const end = at + name.length;
    while (next < taken.length && taken[next]![1] <= at) next += 1;
    if (next < taken.length && taken[next]![0] < end) continue;
    const person = isInPartyName(name, parties) ? null : asPerson(name);
    if (person) found.push({ at: at + name.indexOf(person), end: at + name.indexOf(person) + person.length, name: person });
  }
  return found;
}

/** The whole phrase as a person's name, or null. Capitals throughout are allowed here. */
export function personNamed(words: string, parties: PartyNames): string | null {
  const clean = words.trim().replace(/^(?:namn(?:förtydligande)?|kontaktperson(?:er)?|ordförande|underskrift|signatur|för)\s*:\s*/i, '').replace(/[,;.:]+$/, '');
  if (parties.named(clean) !== null || isInPartyName(clean, parties)) return null;
  if (CAPITALS.test(clean)) return clean.split(/[\s-]/).some((word) => NOT_NAMES.has(word.toLowerCase())) || isOrganisationName(clean) || hasTitle(clean) ? null : clean;
  const [match] = matchesIn(NAME, clean);
  return match && match[0].length === clean.length && parties.find(clean).length === 0 && asPerson(clean) === clean ? clean : null;
}

/** Half of a party's name on a line of its own is no person. */
const isInPartyName = (name: string, parties: PartyNames): boolean => parties.parties.some((party) => party.name.toLowerCase().includes(name.toLowerCase()));

function asPerson(name: string): string | null {
  const words = name.split(' ');
  while (words.length > 2 && (hasTitle(words.at(-1)!) || /^(?:biträdande|bitr|vice|tf|ställföreträdande)$/i.test(words.at(-1)!))) words.pop();
  while (words.length > 2 && NOT_NAMES.has(words[0]!.toLowerCase())) words.shift();
  if (ADDRESSED.test(words[0]!)) words.shift();
  while (words.length > 2 && (NOT_NAMES.has(words.at(-1)!.toLowerCase()) || hasTitle(words[0]!))) words.shift();
  if (words.length < 2 || words.some((word) => NOT_NAMES.has(word.toLowerCase()) || /^XX+$/i.test(word))) return null;
  const person = words.join(' ');
  return isOrganisationName(person) || isUnitName(person) || hasTitle(person) || /(?:gatan|vägen|torget|gränd|stigen|plan|(?:\p{Ll}{3}|(?:norra|södra|östra|västra|stora|gamla)\s)allén|huset|gården|skolan|parken|sjukhuset|kansli|avtal|rapport|redovisning)$/iu.test(person) ? null : person;
}
