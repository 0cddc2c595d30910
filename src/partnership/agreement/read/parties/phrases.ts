import { matchesIn } from '../lex/matches.ts';
import { isOrganisationName } from './organisations.ts';

/** Words that a name may hold in small letters, and those that only join: they need a capital after them. */
const INSIDE =
  /^(?:kommuns?|stads?|läns?|landsting|ideella?|ekonomisk|ek|universitet|högskola|samverkan|frivilliga|nattvandrare|barnen|korset|armén|nämnd|kommunstyrelse|förvaltning|\p{L}*(?:förening(?:en|ar)?|förbund(?:et)?|klubb(?:en)?|kår(?:en)?|jour(?:en)?|kyrkan?|församlings?|pastorat(?:et)?|sällskap(?:et)?|nätverk(?:et)?|stiftelse(?:n)?|krets(?:en)?|distrikt(?:et)?|kooperativ(?:et)?|folkhögskola|byalag(?:et)?|stadsmission|avdelning|samfällighet|nämnd|centrum|allians(?:en)?))$/iu;
const JOINING = new Set(['i', 'för', 'av', 'på', 'mot', 'med', 'och', 'de', 'von', 'den', 'utan', 'till', 'vid', 'från', 'om', 'åt', 'över', 'under', '&', '-', '–']);
const FORM = /^(?:den\s+|det\s+)?(?:ideella\s+|ekonomiska\s+|allmännyttiga\s+)?(?:föreningen|stiftelsen|organisationen|idrottsföreningen|klubben|förbundet|församlingen|studieförbundet|kulturföreningen|hyresgästföreningen|kvinnojouren|intresseföreningen|socialnämnden|kommunstyrelsen|riksförbundet|nätverket|pastoratet|byalaget|bolaget)\s+(?=["”“'»]?[\p{Lu}\d])/iu;
const BOARD = /^(?:[\p{L}-]{2,40}\s(?:och|för)\s)?[\p{L}-]{2,40}(?:nämnden|styrelsen|förvaltningen|kontoret)\s+i\s+(?=\p{Lu})/iu;
const NOT_FIRST = /^(?:Överenskommet|Avtalat|Upprättat|Avtal|Avtalets|Överenskommelsens|Samverkansavtal|Partnerskapets|Vi|Vilka|Följande|Ingående|Parterna|Parter|Mellan|Och|Samt|Den|Det|Detta|Denna|Dessa|Syftet|Målet|Avtalet|Överenskommelsen?|IOP|Org|Organisationsnummer|Orgnr|Nedan|Adress|Genom|För|Vid|I|På|Med|Om|Under|Som|Inom|Kommunen|Föreningen|Stiftelsen|Parten|Bilaga|Datum|Ort|Partnerskapet|Partnerskap|Idéburet|Idéburen|Offentlig|Offentligt|Partner|Partners|Part|Kontaktperson|Kontaktpersoner|Namn|Telefon|Tel|E-post|Dnr|Diarienummer)$/i;

/**
 * The organisation's name that begins at an offset, as far as it can be a name: capitals, the words of legal forms, and small
 * words only between capitals. Null where no name begins. Says nothing of whether such an organisation exists.
 */
export function nameAt(text: string, from: number): { name: string; end: number } | null {
  const ahead = text.slice(from, from + 140);
  const board = BOARD.exec(ahead)?.[0] ?? '';
  const form = board || (FORM.exec(ahead)?.[0] ?? '');
  let end = form.length;
  let first = true;
  const token = /\s*([^\s,;:()\n\t]+)/y;
  let pending = end;
  for (;;) {
    token.lastIndex = pending;
    const found = token.exec(ahead);
    if (!found) break;
    const word = found[1]!;
    const bare = word.replace(/^["”“'»«]+|["”“'»«.!?]+$/g, '');
    const isCapital = /^["”“'»«]?[\p{Lu}\d]/u.test(word) || /^[\p{L}-]+\.(?:nu|se|org|com)$/u.test(bare);
    if (first && (!isCapital || NOT_FIRST.test(bare) || /^\d+$/.test(bare))) break;
    const isSecondHalf = !first && /-\s+(?:och|samt)$/i.test(ahead.slice(0, pending));
    if (isCapital || isSecondHalf || (!first && INSIDE.test(bare))) {
      end = found.index + found[0].length;
      pending = end;
      first = false;
      if (/[.!?]$/.test(word) && !/^\p{Lu}\.$/u.test(word)) break;
      if (/^[,;:(\n\t]/.test(ahead.slice(end))) break;
    } else if (!first && JOINING.has(bare.toLowerCase())) pending = found.index + found[0].length;
    else break;
  }
  if (first) return null;
  const named = ahead.slice(0, end).trim().replace(/[.!?]+$/, '');
  const name = /^(?:den|det)?\s*\p{Ll}/u.test(named) && !/^\p{Lu}/u.test(named) && form !== '' && board === '' ? named.slice(form.length) || named : named;
  return { name: unquoted(name.trim()), end: from + end };
}

const unquoted = (name: string): string => (/^["”“»'].*["”“«']$/u.test(name) ? name.slice(1, -1) : name);

/** The names in "A, B och C" that begins at an offset, with where each stands. Ends where no name goes on. */
export function namesInList(text: string, from: number): { name: string; at: number; end: number }[] {
  const found: { name: string; at: number; end: number }[] = [];
  let at = from;
  while (found.length < 30) {
    const space = /^[\s]*/.exec(text.slice(at, at + 40))![0].length;
    const parts = splitJoined(text, at + space);
    if (!parts) break;
    found.push(...parts);
    const end = parts.at(-1)!.end;
    const next = JOINED.exec(text.slice(end, end + 220));
    if (!next) break;
    at = end + next[0].length;
  }
  return found;
}

/** Between two names: an organisation number, brackets, "nedan kallad …", and then a comma, "och", "samt" or a new line. */
const JOINED = /^[\s.]*(?:,?\s*\(?(?:org(?:anisations)?\.?\s?-?(?:nr|nummer)?\.?:?\s*)?\d{6}\s?[-–]?\s?\d{4}\)?|\s*\([^()]{1,80}\)|,?\s*(?:genom|via|representerad av|företrädd av)\s+[^,.;\n()]{3,70}?(?=,|\soch\s(?!\p{Ll})|\ssamt\s|\n|\s\()|,?\s*(?:nedan|härefter|fortsättningsvis|i det följande)[^,.;\n]{3,60}?(?=,|\soch\s|\ssamt\s|\n))*\s*(?:,\s*(?:och\s+|samt\s+)?|\s(?:och|samt|&)\s|\n\s*(?:och|samt|&)\s*\n?\s*)(?=\s*["”“»]?[\p{Lu}\d]|\s*(?:den\s|det\s)?(?:ideella|föreningen|stiftelsen|klubben|organisationen)|\s*[\p{L}-]{2,40}(?:nämnden|styrelsen|förvaltningen)\s+i\s|\s*[\p{L}-]+\.(?:nu|se|org))/iu;

/** A name with "och" inside is two names where both halves begin as organisations do: "X kommun och Y". */
function splitJoined(text: string, from: number): { name: string; at: number; end: number }[] | null {
  const whole = nameAt(text, from);
  if (!whole) return null;
  const joint = /\s(?:och|samt|&)\s/gi;
  const inside = text.slice(from, whole.end);
  for (const found of matchesIn(joint, inside)) {
    if (inside.slice(0, found.index).endsWith('-')) continue;
    const left = nameAt(inside.slice(0, found.index), 0);
    if (!left) continue;
    const rest = splitJoined(text, from + found.index + found[0].length);
    if (FORM.test(left.name) && rest && !isOrganisationName(rest[0]!.name)) continue;
    return [{ name: left.name, at: from, end: from + found.index }, ...(rest ?? [])];
  }
  return [{ name: whole.name, at: from, end: whole.end }];
}
