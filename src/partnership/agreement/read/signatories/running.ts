import type { ColumnPiece } from '../columns.ts';
import { matchesIn } from '../lex/matches.ts';
import { hasTitle, peopleIn } from '../people.ts';
import type { PartyNames } from '../parties/names.ts';

const LONG = 90;

/** Signatures whose line breaks were lost, one person after the other on a long line, each with what follows to the next. */
export function withoutRunning(pieces: readonly ColumnPiece[], parties: PartyNames): ColumnPiece[] {
  return pieces.flatMap((piece) => (piece.text.length > LONG ? cut(piece, parties) : [piece]));
}

function cut(piece: ColumnPiece, parties: PartyNames): ColumnPiece[] {
  const { text } = piece;
  const signed = text.slice(afterLastSentence(text, parties));
  const people = peopleIn(signed, parties);
  if (people.length === 0 || !hasTitle(signed) || signed.length / people.length > 160) return [piece];
  const starts = [0, ...people.map(({ at }) => at), signed.length];
  return starts
    .slice(0, -1)
    .map((start, i) => ({ ...piece, text: signed.slice(start, starts[i + 1]).trim() }))
    .filter((one) => one.text !== '');
}

const SENTENCE_END = /\p{Ll}{3}[.!?]\s+(?=\p{Lu})/gu;

/** "Anna Berg, enhetschef, Ekmora kommun.": a signature that ends in a stop. */
const isSigner = (sentence: string, parties: PartyNames): boolean => sentence.length < LONG && hasTitle(sentence) && peopleIn(sentence.replace(PLACE_AND_DAY, ''), parties)[0]?.at === 0;
const PLACE_AND_DAY = /^\p{Lu}[\p{L} -]{1,30},? (?:den )?\d[^.]{4,20}\.\s/u;

/** Signatures hold no sentences: what stands before the last one's end is the agreement's. */
function afterLastSentence(text: string, parties: PartyNames): number {
  const ends = [0, ...matchesIn(SENTENCE_END, text).map((end) => end.index + end[0].length)];
  let last = ends.length - 1;
  while (last > 0 && isSigner(text.slice(ends[last - 1], ends[last]), parties)) last -= 1;
  return ends[last]!;
}
