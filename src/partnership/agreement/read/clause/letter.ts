import type { ReadingContext } from '../context.ts';
import { matchesIn } from '../lex/matches.ts';
import type { PartyMention } from '../parties/names.ts';

/** A text that says "ni" so often, or begins sentences with it, is written to someone. */
const YOU = /[Nn]i(?<!\p{L}[Nn]i)(?!\p{L})/gu;
const YOU_FIRST = /(?:^|[.!?:]\s)Ni\s\p{Ll}/gmu;
const [OFTEN, TWICE] = [4, 2];
const ADDRESSED = /^(?:till|att\.?|mottagare)[:\s]/i;
const SAID = /(?<![\p{L}\d-])(?:(?<word>vi|ni)(?![\p{L}-])|(?<whole>er|vår)\s(?:egen\s)?(?:förening|klubb|organisation|stiftelse|kommun|region|församling|kår)(?!\p{L})|(?<own>er|ert|era|vår|vårt|våra)(?=\s(?!sida|del|räkning|överenskommelse|gemensam)\p{Ll}{3,}))/giu;
/** What is done by both, whoever writes. */
const EACH_OTHER = /^\s(?:\S+\s){0,2}?(?:träffas|möts|ses|hjälps|enas|bestämmer|beslutar|utvärderar|följer|stämmer|är överens|kommer överens|går igenom|sätter oss|håller kontakt)(?!\p{L})|^\s[^.]*(?<!\p{L})(?:tillsammans|gemensamt|båda|varandra|ihop)(?!\p{L})/iu;

/** In an agreement written as a letter "vi" is the one who writes and "ni" the one written to; no mentions in any other. */
export function writerAndReader({ doc, parties: { parties, find } }: ReadingContext): (text: string) => PartyMention[] {
  const names = [...new Set(parties.map((party) => party.name))];
  if (names.length !== 2 || ((doc.text.match(YOU) ?? []).length < OFTEN && (doc.text.match(YOU_FIRST) ?? []).length < TWICE)) return () => [];
  const opening = doc.text.slice(0, 1500).split('\n').find((line) => ADDRESSED.test(line.trim()) && find(line).length === 1);
  const reader = (opening && find(opening)[0]!.party) || parties.find((party) => party.sector !== 'public')?.name;
  const writer = names.find((name) => name !== reader);
  if (!reader || !writer) return () => [];
  return (text) => matchesIn(SAID, text).flatMap((match) => {
    const { word, whole, own } = match.groups!;
    const isReader = /^(?:ni|er)/i.test((word ?? whole ?? own)!);
    const end = match.index + match[0].length;
    return !isReader && EACH_OTHER.test(text.slice(end, end + 120)) ? [] : [{ at: match.index, end, party: isReader ? reader : writer, unit: null, genitive: own !== undefined }];
  });
}
