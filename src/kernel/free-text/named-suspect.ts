import { type Found, foundAt } from './found.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { suspects } from './suspicion.ts';

/** Between two sentences: after a full stop with a capital behind it, and at the end of a line. "kl. 22" ends none. */
const BETWEEN = /(?<=[.!?:]) +(?=[\p{Lu}"”–-])|\n+/gu;
/** One word or several with a capital, as names are written: "Ali", "Anna-Karin af Ek", "van der Berg" from its capital on. */
const WORD = '\\p{Lu}\\p{Ll}[\\p{Ll}’]*(?:-\\p{Lu}\\p{Ll}+)?';
const CAPITALISED = new RegExp(`(?<![\\p{L}\\d@._-])${WORD}(?: (?:(?:af|von|de|al|el) )?${WORD}|-\\p{Lu}\\p{L}+)*(?: \\p{Lu}(?=[ .,]|$))?(?![\\p{L}@])`, 'gu');
/** Where: a word after these is a place unless it is a given name. */
const BEFORE_A_PLACE = /(?<!\p{L})(?:i|på|vid|utanför|utmed|längs|mellan|nära|kring|runt|genom|inne i|mot|från|till|at|in|near|outside|from) $/iu;
/** What sentences open with, and what has a capital without being a name. */
const NO_NAME =
  /^(?:Vi|De|Det|Den|Han|Hon|Du|Jag|Ni|En|Ett|Igår|Idag|Ikväll|Sedan|Där|När|Då|Efter|Under|Flera|Någon|Några|Två|Tre|Inga|Ingen|Alla|Enligt|The|He|She|They|We|It|There|On|After|Two|Some|At|In|An|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Swedish|English|Gud|Jul|Påsk|Halloween|Valborg|Lucia|Midsommar)$/u;
/** Places, organisations and brands, by how they end or by name. A word with a capital beside them belongs to them. */
const NO_PERSON =
  /(?:gatan|gata|vägen|väg|torget|torg|skolan|parken|plats|platsen|gränd|stigen|centrum|hallen|kyrkan|stationen|kommun|kommunen|köping|tjänsten|polisen|föreningen|nämnden|förvaltningen|myndigheten|bolaget|gruppen|rådet|klubben|huset|gården|hamnen|macken|badet|stranden|domstolen|verket|bron|tunneln|fältet)s?$|^(?:Polis|Region|Brå|Securitas|Avarn|Ica|Coop|Lidl|Willys|Hemköp|Systembolaget|Pressbyrån|Circle|Volvo|Saab|Audi|Toyota|Mercedes|Kia|Tesla|Ford|Skoda|Seat|Nissan|Peugeot|Renault|Opel|Mazda|Hyundai|Snapchat|Instagram|Facebook|Tiktok|Telegram|Whatsapp|Swish|Google|Sverige|Danmark|Norge|Finland|Stockholm|Göteborg|Malmö|Rädda|Röda|Svenska)s?$/iu;

/**
 * Names of people in sentences that have a word of suspicion: words with a capital that do not open the sentence (unless they
 * are a common given name or a whole name) and are no place or organisation that can be told by its form or is `known`.
 * @lagrum Dataskyddsförordningen (EU) 2016/679 art. 10
 */
export function namesNearSuspicionIn(text: string, known: readonly string[]): Found[] {
  const ours = new Set(known.flatMap((name) => [name, ...name.split(/\s+/)]).map(bare));
  return sentencesOf(text)
    .filter(({ sentence }) => suspects(sentence))
    .flatMap(({ sentence, start }) => namesIn(sentence, ours).map(({ at, name }) => foundAt('name', start + at, name)));
}

function sentencesOf(text: string): { sentence: string; start: number }[] {
  const starts = [0, ...[...text.matchAll(BETWEEN)].map(({ 0: gap, index }) => index + gap.length)];
  return starts.map((start, index) => ({ sentence: text.slice(start, starts[index + 1]), start }));
}

interface Named {
  at: number;
  name: string;
}

const namesIn = (sentence: string, ours: ReadonlySet<string>): Named[] =>
  [...sentence.matchAll(CAPITALISED)].flatMap(({ 0: words, index }) => (ours.has(bare(words)) ? [] : personIn(words, index, sentence, ours)));

/** The part of the capitalised words that names a person: without what opens the sentence, and without places. */
function personIn(words: string, index: number, sentence: string, ours: ReadonlySet<string>): Named[] {
  const rest = words.split(' ');
  let at = index;
  while (rest.length > 0 && NO_NAME.test(rest[0])) at += rest.shift()!.length + 1;
  if (rest.length === 0 || rest.some((word) => NO_PERSON.test(word)) || rest.every((word) => ours.has(bare(word)))) return [];
  const given = GIVEN_NAMES.has(bare(rest[0])) || GIVEN_NAMES.has(rest[0]);
  const before = sentence.slice(0, at);
  if (!given && rest.length === 1 && !/\p{L}/u.test(before)) return [];
  if (!given && BEFORE_A_PLACE.test(before)) return [];
  return [{ at, name: rest.join(' ') }];
}

/** Without the genitive's s. */
const bare = (word: string): string => word.replace(/[’']?s$/u, '');
