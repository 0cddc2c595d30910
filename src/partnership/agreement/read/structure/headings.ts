import { isDutyVerb } from '../clause/verbs.ts';
import { beginsAsHeading, isSectionName } from './heading-words.ts';
import type { Piece } from './pieces.ts';

const MODAL = /(?:^|\s)(?:ska|skall|bör|kan|får|måste|åtar|förbinder|ansvarar|är|har|innebär|består|kommer|svarar|bidrar|tillhandahåller|erbjuder|avser|gäller|omfattar|löper|sker|utgör|tecknar|följer)(?=\s|:|$)/;
/** "Arbetsgivaransvaret ligger på föreningen." */
const TELLS = /\s(?:ligger|vilar|åvilar|åligger|finns|sköter|står|tar|\p{Ll}{3,}(?:as|ås|es|rs|lls))\s/u;
const BOLD = /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?$/;
const DATA = /@|\d{5,}|\d[\d\s-]{6,}|(?<!\d)(?!19|20)\d{4}|\b\d{1,2}\/\d|_{2,}|\.{4,}|█|\bXX/;
const NAME = /^\p{Lu}[\p{L}'’-]+(?:\s(?:von|af|de|van|\p{Lu}\.?))?(?:\s\p{Lu}[\p{L}'’-]+){1,2}$/u;

/** The words of a line without the marks of bold and the label. */
export const bareWords = (piece: Piece): string => plain(piece.line.text.slice(piece.label?.textAt ?? 0));

const plain = (text: string): string => (text.includes('**') || text.includes('__') ? (BOLD.exec(text)?.[1] ?? text).replaceAll('**', '').trim() : text.trim());

/** "Kommunen ska:" or "ansvarar för att": what follows finishes the sentence. */
export const leadsIn = (line: string): boolean => /[:]$/.test(line) && line.length <= 300 && (MODAL.test(line) || /följande|genom att|för att/.test(line));

/** "Kommunen förbinder sig", "Föreningen lovar att", "Tillsammans ska vi": a heading that the list below finishes. */
export const promises = (words: string): boolean => /(?:^|\s)(?:ska|skall|bör|(?:åtar|åta|förbinder) sig|lovar|ansvarar för|svarar för|bidrar med|tillhandahåller)(?: vi)?(?: att)?:?$/i.test(words) && words.split(/\s+/).length <= 8;

/** A name over bullets is whose they are, not someone who signs. */
const isOverList = (pieces: Piece[], i: number): boolean => pieces[i + 1]?.kind === 'item' && pieces[i + 1]!.label?.kind === 'bullet';

const isListAfter = (next: Piece): boolean => (next.kind === 'item' && next.label !== null) || /^(?:att\s|\p{Ll})/u.test(next.line.text);

/** True when the piece is a heading: by its mark, its words, its capitals, or being a short line over a text. */
export function isHeading(pieces: Piece[], i: number): boolean {
  const piece = pieces[i]!;
  const words = bareWords(piece);
  if (piece.kind === 'row' || words.length > 120) return false;
  if (words === '') return piece.label?.kind === 'section' && i + 1 < pieces.length; // "§ 4" alone: a paragraph without a name
  if (piece.line.isHeading || piece.label?.kind === 'markdown') return true;
  if (piece.label?.kind === 'bullet') return false;
  if (piece.label?.kind === 'letter') return isLetteredHeading(pieces, i, words);
  if (piece.label) return isNumberedHeading(pieces, i, words);
  if (/[.!?]\s\p{Lu}/u.test(words)) return false;
  if (interruptsSentence(pieces, i) || /\p{L}-$/u.test(words)) return false;
  if (isSectionName(words)) return i + 1 < pieces.length;
  if (isQuestion(words) && (piece.line.gap > 0 || i === 0) && i + 1 < pieces.length && pieces[i + 1]!.kind !== 'row') return true;
  const isStopped = words.endsWith('.') && words.length <= 60 && beginsAsHeading(words) && !MODAL.test(words) && !TELLS.test(words) && pieces[i]!.line.gap > 0;
  if ((/[.,;!?]$/.test(words) && !isStopped) || DATA.test(words) || !/^[\p{Lu}"”“'«(]/u.test(words)) return false;
  const isLead = words.endsWith(':') && MODAL.test(words);
  if (promises(words) && !words.endsWith(':')) return words.length <= 75 && i + 1 < pieces.length && isListAfter(pieces[i + 1]!);
  if (isLead || (words.includes(': ') && !/^bilaga/i.test(words))) return false;
  if (BOLD.test(piece.line.text)) return !NAME.test(words) || beginsAsHeading(words) || isOverList(pieces, i);
  if (isCapitals(words)) return i + 1 < pieces.length;
  const asks = /^(?:vad|vem|vilka|hur|när|var|varför|så|detta|om)\s/i.test(words);
  if (words.split(/\s+/).length > 9 || words.length > 75 || (MODAL.test(words) && !asks)) return false;
  if (beginsAsHeading(words) && !isPlaceInSignature(words)) return standsOver(pieces, i, 1);
  if (asks || isSetApart(pieces, i)) return !isPlaceInSignature(words) && standsOver(pieces, i, 1);
  return !NAME.test(words) && (standsOver(pieces, i, 60) || isOverSentence(pieces, i, words));
}

/** "1. Bakgrund", "4.2 Målgrupp", "§ 3 Avtalstid"; not one of several short numbered lines in a list. */
function isNumberedHeading(pieces: Piece[], i: number, words: string): boolean {
  const { label } = pieces[i]!;
  if (/[.;,]$/.test(words) && (words.length > 28 || saysWhatIsDone(words) || /^Att\s/.test(words))) return false;
  if (words.length > (label!.kind === 'bare-number' ? 60 : 95) || /^\p{Ll}/u.test(words)) return false;
  if (/\d{6}\s?[-–]?\s?\d{4}/.test(words) || (words.endsWith(':') && MODAL.test(words) && !promises(words))) return false;
  if (label!.kind === 'bare-number' && (MODAL.test(words) || /[.,:]$/.test(words))) return false;
  if (MODAL.test(words) && words.length > 45) return false;
  const next = pieces[i + 1];
  if (next?.kind === 'text' && !next.label && next.line.gap === 0 && words.length > 40 && (/^[\p{Ll}\d(]/u.test(next.line.text) || words.length > 65)) return false;
  if (label!.depth > 1 || label!.kind === 'section') return true;
  const neighbours = [pieces[i - 1], pieces[i + 1]];
  const inRun = neighbours.some((other, side) => other?.label?.kind === label!.kind && other.label.depth === 1 && other.label.value === label!.value! + (side === 0 ? -1 : 1) && bareWords(other).length <= 95);
  if (inRun) return beginsAsHeading(words) && !neighbours.every((other) => other?.label?.depth === 1 && other.label.kind === label!.kind);
  const before = pieces[i - 1];
  const inList = before?.kind === 'item' && before.label?.value === label!.value! - 1 && before.label.kind === label!.kind && before.line.text.length > 60 && !beginsAsHeading(words);
  const afterLead = before !== undefined && (promises(bareWords(before)) || (before.line.text.endsWith(':') && before.kind !== 'heading'));
  return !inList && !afterLead;
}

/** "3) Ekonomi", "C) Ekonomi": called as sections are, between empty lines, over something that is not the next of a list. */
function isLetteredHeading(pieces: Piece[], i: number, words: string): boolean {
  const [here, next] = [pieces[i]!, pieces[i + 1]];
  return /^(?:\d{1,2}|[A-K])\)$/.test(here.label!.label) && (i === 0 || here.line.gap > 0) && next !== undefined && next.label?.kind !== 'letter' && next.line.gap > 0 && words.length <= 50 && beginsAsHeading(words) && !/[.;,:]$/.test(words) && !MODAL.test(words);
}

/** "Lyktan utbildar ledarna.": short, and a sentence all the same. */
const saysWhatIsDone = (words: string): boolean => words.toLowerCase().split(' ').slice(1, 3).some(isDutyVerb);

/** "Hur länge gäller det?", "Kan man sluta i förtid?": a line that asks what the text below it answers. */
const isQuestion = (words: string): boolean => words.endsWith('?') && words.length <= 70 && /^\p{Lu}[^.!?@]*\?$/u.test(words);

/** A heading does not stand in the middle of a wrapped sentence. */
function interruptsSentence(pieces: Piece[], i: number): boolean {
  const before = pieces[i - 1];
  if (!before || before.kind === 'heading' || before.kind === 'row' || pieces[i]!.line.gap > 0) return false;
  return before.line.text.length > 45 && !/[.:!?;)”"]$/.test(before.line.text);
}

/** True when something of at least `least` characters, or a list, follows, and the line is set apart from what stands before. */
function standsOver(pieces: Piece[], i: number, least: number): boolean {
  const here = pieces[i]!;
  const next = pieces[i + 1];
  if (!next || next.kind === 'row') return next !== undefined && least === 1;
  if (next.kind === 'text' && next.line.gap === 0 && /^\p{Ll}/u.test(next.line.text)) return false;
  if (here.line.gap === 0 && i > 0 && least > 1 && !/[.!?;:]$/.test(pieces[i - 1]!.line.text)) return false;
  const words = bareWords(next);
  if (next.kind === 'item' && next.label) return true;
  if (least === 1) return true;
  if (next.line.gap === 0 && !/^\p{Lu}/u.test(words)) return false;
  return words.length >= least;
}

/** More space above than below, over a line that begins a sentence or a table: spacing says heading, outside addresses and signatures. */
function isSetApart(pieces: Piece[], i: number): boolean {
  const [before, here, next] = [pieces[i - 1], pieces[i]!, pieces[i + 1]];
  if (!before || !next || here.line.gap < 1 || here.line.gap <= next.line.gap || next.line.gap > 1) return false;
  const isProse = (piece: Piece | undefined) => piece !== undefined && (piece.kind === 'item' || (piece.line.text.length > 25 && /[.:;]$/.test(piece.line.text)) || piece.line.text.length > 60);
  return isProse(before) && (next.kind === 'item' || (isProse(next) && (next.line.text.length > 20 || next.kind === 'row')));
}

/** One to five words between empty lines, over a sentence or a table and after one: nothing else stands so, outside addresses and signatures. */
function isOverSentence(pieces: Piece[], i: number, words: string): boolean {
  const [before, here, next] = [pieces[i - 1], pieces[i]!, pieces[i + 1]];
  if (!before || !next || here.line.gap < 1 || words.split(/\s+/).length > 5 || /\d/.test(words) || isPlaceInSignature(words)) return false;
  const isAfter = before.kind === 'item' || before.kind === 'row' || before.kind === 'heading' || (/[.:;]$/.test(before.line.text) && before.line.text.length > 25);
  return isAfter && next.line.gap <= here.line.gap && (next.kind === 'row' || (next.kind === 'text' && /^\p{Lu}.{20,}[.:]$/u.test(next.line.text) && next.line.text.split(' ').length >= 4));
}

const isCapitals = (words: string): boolean => words.length <= 90 && (words.match(/\p{L}/gu)?.length ?? 0) >= 4 && words === words.toUpperCase();

/** "Kommunens ordförande", "Kommunalråd", "Verksamhetschef": a title under a signature, not the name of a section. */
const isPlaceInSignature = (words: string): boolean => /(?:ordförande|chef|direktör|råd|sekreterare|ledare|samordnare|kassör|ledamot|strateg|handläggare|namnförtydligande)(?:\s|$)/i.test(words) || NAME.test(words);
