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
  const signed = text.slice(afterLastSentence(text));
  const people = peopleIn(signed, parties);
  if (people.length === 0 || !hasTitle(signed) || signed.length / people.length > 160) return [piece];
  const starts = [0, ...people.map(({ at }) => at), signed.length];
  return starts
    .slice(0, -1)
    .map((start, i) => ({ ...piece, text: signed.slice(start, starts[i + 1]).trim() }))
    .filter((one) => one.text !== '');
}

const SENTENCE_END = /\p{Ll}{3,}[.!?]\s+(?=\p{Lu})/gu;

/** Signatures hold no sentences: what stands before the last one's end is the agreement's. */
function afterLastSentence(text: string): number {
  const ends = matchesIn(SENTENCE_END, text);
  return ends.length > 0 ? ends.at(-1)!.index + ends.at(-1)![0].length : 0;
}
