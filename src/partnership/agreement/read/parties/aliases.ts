import type { Party } from '../../model.ts';
import type { AgreementDocument } from '../document.ts';
import { matchesIn } from '../lex/matches.ts';
import { foldedName } from './merging.ts';

/** A word or phrase the agreement uses for a party. */
export interface Alias {
  words: string;
  party: string;
  unit: string | null;
  /** Abbreviations are told apart from words by their capitals. */
  exactCase: boolean;
}

const CALLED = /(?:nedan|härefter|hädanefter|fortsättningsvis|vidare|i det följande|i fortsättningen|här)?\s*,?\s*(?:kallad?[te]?|kallas|benämnd?|benämnt?|benämns|betecknad?|omnämnd|förkortat|(?<=[,–]\s)(?:nedan|härefter|fortsättningsvis|i fortsättningen)(?!\s(?:kalla|benäm|beteck|gemensamt|angiv|följ)))\s*:?\s*(?:för\s+)?["”“'»(*_]*(\p{L}[\p{L}\d .&-]{1,38}?)["”“'«)]*(?=[,.;)\n]|\s(?:och|samt|har|träffar|ingår|tecknar|å)\s|$)/giu;
const QUOTED = /\((?:(?:nedan|härefter|hädanefter|fortsättningsvis|här|i (?:det följande|fortsättningen))(?: kalla[dt])?,?\s)?["”“'»*_]{0,2}(\p{Lu}[\p{L}\d&-]{1,24}(?:\s\p{L}{2,20})?)["”“'«*_]{0,2}\)/gu;
const CALLED_HINT = /kalla|benäm|beteck|omnäm|förkort|nedan|härefter|fortsättning/i;
const TOGETHER = /gemensamt|tillsammans|var för sig|parterna|parten|överenskommelse|avtal|partnerskap|projekt|samverkan/i;

/** What the parties are called: by name, short name, unit, what the agreement says they are called below, and what they are. */
export function aliasesOf(parties: Party[], doc: AgreementDocument): Alias[] {
  const aliases: Alias[] = [];
  const add = (words: string, party: Party, unit: string | null = null) => {
    const clean = words.trim().replace(/\s+/g, ' ');
    if (clean.length >= 2) aliases.push({ words: clean, party: party.name, unit, exactCase: clean.length <= 5 && clean === clean.toUpperCase() });
  };
  for (const party of parties) {
    for (const words of shortNames(party, parties)) add(words, party);
    for (const words of unitNames(party.unit)) add(words, party, party.unit);
  }
  for (const called of calledBelow(parties, aliases, doc)) aliases.push(called);
  for (const party of parties) for (const words of halfNames(party, doc)) add(words, party);
  for (const kind of kindsOf(parties)) add(kind.words, kind.party);
  return distinct(aliases);
}

const LEGAL_FORM = /^(?:(?:den\s+)?(?:ideella\s+|ekonomiska\s+)?(?:föreningen|stiftelsen|organisationen|idrottsföreningen|riksförbundet|studieförbundet|kulturföreningen)\s+)|\s+(?:ideell|ekonomisk)\s+förening$|,\s.*$|\s\([^()]*\)$/gi;

/** "Ungdomsförbundet Vi Unga": a word that says what kind of body it is, before its own name. */
const FORM_FIRST = /^\p{Lu}\p{Ll}*(?:föreningen|förbundet|klubben|jouren|kåren|stiftelsen|sällskapet|nätverket|organisationen)\s(?=\p{Lu})/u;

function* shortNames(party: Party, parties: Party[]): Generator<string> {
  yield party.name;
  const bare = party.name.replace(LEGAL_FORM, '').trim();
  if (bare !== party.name && bare.length > 2) yield bare;
  const stripped = party.sector === 'public' ? bare : bare.replace(FORM_FIRST, '');
  const place = parties.find((other) => other.sector === 'public')?.name.replace(/s?\s(?:kommun|stad)$/i, '').replace(/^Region\s/, '');
  if (stripped !== bare && stripped.length > 4) yield stripped;
  const local = place && stripped.endsWith(` ${place}`) ? stripped.slice(0, -place.length - 1) : stripped;
  if (local !== stripped && local !== bare && local.length > 4 && party.sector !== 'public' && local.includes(' ')) yield local;
  const bracket = /\(([^()]{2,20})\)$/.exec(party.name)?.[1];
  if (bracket) yield bracket;
  if (party.sector !== 'public') yield* wordsOfName(bare, party, parties);
}

const COMMON = /^(?:svenska|nationella|lokala|internationella|ideella|allmänna|norra|södra|östra|västra|bostads|ungdomens|folkets|nya|unga|föreningen|stiftelsen)$/i;

/** The words of a name that only this party has: "Matbanken", "Lyktan", "FRG"; and its last in definite form: "Fjällräddarna". */
function* wordsOfName(name: string, party: Party, parties: Party[]): Generator<string> {
  const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word));
  if (words.length < 2) return;
  const others = parties.filter((other) => other.name !== party.name).map((other) => other.name.toLowerCase());
  const isOwn = (word: string) => {
    const stem = word.toLowerCase().replace(/s$/, '');
    return others.every((other) => !other.includes(stem)) && !COMMON.test(word) && !word.endsWith('s');
  };
  for (const word of words) if ((word.length >= 5 || /^\p{Lu}{3,}$/u.test(word)) && isOwn(word)) yield word;
  const place = parties.find((other) => other.sector === 'public')?.name.replace(/s?\s(?:kommun|stad)$/i, '');
  if (words.at(-1) === place) yield name.slice(0, name.lastIndexOf(' '));
  const last = words.at(-1)!;
  if (last.length >= 5 && isOwn(last)) for (const form of /are$/i.test(last) ? [last.replace(/are$/i, 'arna')] : [`${last}en`, `${last}et`, `${last}n`, `${last}t`]) yield form;
}

const COMPOUND = /^(\p{Lu}\p{Ll}{4,}?)s?(?:förening|klubb|sällskap|förbund|krets|nätverk|kår)(?:en|et)?$/u;

/** "Hemslöjden" of "Älvnäs Hemslöjdsförening": half of a name, where the agreement writes it as a name in the middle of a sentence or cell. */
function* halfNames({ name, sector }: Party, { text }: AgreementDocument): Generator<string> {
  const half = sector === 'public' ? undefined : name.split(' ').map((word) => COMPOUND.exec(word)?.[1]).find(Boolean);
  for (const ending of half ? ['en', 'et', 'n', 't'] : []) {
    if (text.includes(half + ending) && new RegExp(`[\\p{Ll},|:(]\\s${half}${ending}(?!\\p{L})`, 'u').test(text)) yield half + ending;
  }
}

function unitNames(unit: string | null): string[] {
  if (unit === null) return [];
  const abbreviation = /\(([^()]{2,12})\)/.exec(unit)?.[1];
  const bare = unit.replace(/\s*\([^()]*\)/g, '');
  const parts = bare.split(/,\s|\s\/\s/).filter((part) => part.length > 4);
  return [...new Set([bare, ...parts, ...(abbreviation ? [abbreviation] : [])])];
}

/** "X kommun, nedan kallad Kommunen", "Föreningen Y (”Y”)": the nearest party named before it in the sentence. */
function calledBelow(parties: Party[], known: Alias[], doc: AgreementDocument): Alias[] {
  const found: Alias[] = [];
  let letters = 0;
  for (const block of doc.blocks) {
    letters += block.text.length;
    if (letters > 12_000) break;
    for (const match of [...(CALLED_HINT.test(block.text) ? matchesIn(CALLED, block.text) : []), ...(block.text.includes('(') ? matchesIn(QUOTED, block.text) : [])]) {
      const words = match[1]!.trim();
      const before = block.text.slice(Math.max(0, match.index - 160), match.index);
      if (match[0].startsWith('(') && !isRightAfterName(before, known)) continue;
      if (TOGETHER.test(words) || /(?:gemensamt|tillsammans|var för sig)\s*$/i.test(before) || /gemensamt|tillsammans/i.test(match[0]) || words.split(' ').length > 4) continue;
      if (!/^\p{Lu}/u.test(words) && !/^(?:kommunen|föreningen|stiftelsen|regionen|staden|organisationen|klubben)$/.test(words)) continue;
      const party = lastNamed(before, known, parties);
      if (party && !parties.some((other) => other.name !== party.name && foldedName(other.name) === foldedName(words))) {
        found.push({ words, party: party.name, unit: null, exactCase: words.length <= 5 && words === words.toUpperCase() });
      }
    }
  }
  return found;
}

/** "X kommun (Kommunen)", "X kommun, org.nr 212000-0000 (Kommunen)". */
function isRightAfterName(before: string, known: Alias[]): boolean {
  const words = before.trimEnd().replace(/,?\s+(?:en\s)?(?:ideell|ekonomisk)\sförening$/i, '').replace(/[\s,(]*(?:org\S*\s*:?\s*)?\d{6}\s?[-–]?\s?\d{4}\)?\s*$/i, '').trimEnd().toLowerCase();
  return known.some((alias) => words.endsWith(alias.words.toLowerCase()));
}

function lastNamed(before: string, known: Alias[], parties: Party[]): Party | null {
  const low = before.toLowerCase();
  let best: { at: number; party: string } | null = null;
  for (const alias of known) {
    const at = low.lastIndexOf(alias.words.toLowerCase());
    if (at >= 0 && (best === null || at > best.at)) best = { at, party: alias.party };
  }
  return best && (parties.find((party) => party.name === best.party) ?? null);
}

const CIVIL_KINDS: [RegExp, string[]][] = [
  [/stiftelse/i, ['stiftelsen']],
  [/klubb|(?:^|\s)(?:IK|IF|FF|FK|BK|SK|GIF|IBK|HK|IFK|AIK|IBF|HC|FC|FBK)(?:\s|$)/, ['klubben', 'idrottsföreningen', 'föreningen']],
  [/församling|pastorat|kyrka/i, ['församlingen', 'pastoratet', 'kyrkan']],
  [/jour(?:en)?(?:\s|$)/i, ['jouren', 'kvinnojouren', 'tjejjouren', 'brottsofferjouren', 'föreningen']],
  [/förbund/i, ['förbundet', 'riksförbundet', 'studieförbundet']],
  [/nätverk/i, ['nätverket']],
  [/(?:\s|s)råd$/i, ['rådet', 'föreningsrådet']],
  [/sällskap/i, ['sällskapet']],
  [/allians/i, ['alliansen']],
  [/lokalförening/i, ['lokalföreningen']],
  [/kooperativ/i, ['kooperativet']],
  [/scoutkår/i, ['scoutkåren', 'kåren']],
  [/(?:^|\s)AB(?:\s|$)|bolag/i, ['bolaget']],
  [/stadsmission/i, ['stadsmissionen']],
  [/folkhögskola/i, ['folkhögskolan']],
  [/krets(?:en)?(?:\s|$)/i, ['kretsen']],
  [/byalag/i, ['byalaget']],
  [/distrikt/i, ['distriktet']],
  [/avdelning/i, ['lokalavdelningen', 'avdelningen']],
  [/teater/i, ['teatern']],
  [/orkester/i, ['orkestern']],
  [/kör(?:en)?(?:\s|$)/i, ['kören']],
  [/förening|nätverk|hjälp/i, ['föreningen', 'ideella föreningen']],
];
const ANY_CIVIL = ['föreningen', 'stiftelsen', 'klubben', 'organisationen', 'förbundet', 'församlingen', 'jouren', 'den ideella föreningen', 'den idéburna organisationen', 'den idéburna parten', 'idéburen part', 'den ideella organisationen', 'den civila parten', 'den idéburna aktören', 'den ideella parten', 'den ideella aktören', 'ideella parten', 'idéburna parten', 'idéburna organisationen'];

/** "kommunen", "föreningen", "stiftelsen": what a party is, where only one party is that. */
function kindsOf(parties: Party[]): { words: string; party: Party }[] {
  const people = parties.filter((party, i) => parties.findIndex((other) => other.name === party.name) === i);
  const kinds: { words: string; party: Party }[] = [];
  const only = (words: string[], of: Party[]) => {
    if (of.length === 1) for (const word of words) kinds.push({ words: word, party: of[0]! });
  };
  const publicOnes = people.filter((party) => party.sector === 'public');
  const municipalities = people.filter((party) => /\s(?:kommun|stad)$/i.test(party.name));
  only(['kommunen', 'kommun'], municipalities);
  only(['staden'], municipalities.filter((party) => /stad$/i.test(party.name)));
  only(['regionen'], people.filter((party) => /^region\s|regionen$/i.test(party.name)));
  only(['den offentliga parten', 'offentlig part', 'offentliga parten', 'den offentliga aktören', 'den offentliga organisationen', 'den kommunala parten'], publicOnes);
  const civil = people.filter((party) => party.sector !== 'public');
  for (const [pattern, words] of CIVIL_KINDS) only(words, civil.filter((party) => pattern.test(party.name)));
  only(ANY_CIVIL, civil);
  return kinds;
}

/** The first meaning of a phrase stands; a phrase that two parties share means neither. */
function distinct(aliases: Alias[]): Alias[] {
  const byWords = new Map<string, Alias | null>();
  for (const alias of aliases) {
    const key = foldedName(alias.words);
    const known = byWords.get(key);
    if (known === undefined) byWords.set(key, alias);
    else if (known !== null && known.party === alias.party && known.unit !== alias.unit) byWords.set(key, { ...known, unit: null });
  }
  return [...byWords.values()].filter((alias) => alias !== null);
}
