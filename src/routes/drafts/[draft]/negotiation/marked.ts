import { type Clause, compare, type DraftContent, type Field, filledPieces, type Passage, type Piece } from '#pure/agreement';

/** A clause with what is other in it marked, each field's words in its place. */
export interface Marked {
  heading: Piece[];
  groups: Group[];
}

/** Paragraphs, or the items of one list, that stand after one another. */
export interface Group {
  isList: boolean;
  passages: Passage[];
}

type Text = Pick<Clause, 'heading' | 'body'>;

/** One clause before and after a change; null where it is not there. */
export function markedClause(before: Text | null, after: Text | null, fields: Field[]): Marked {
  const draftOf = (text: Text | null): DraftContent => ({ kind: 'agreement', title: '', clauses: text ? [{ id: 'clause', version: 1, heading: text.heading, body: text.body }] : [], fields: [], facts: [] });
  const [clause] = compare(draftOf(before), draftOf(after)).clauses;
  return { heading: filledPieces(clause?.heading ?? [], fields, fields), groups: grouped(clause?.passages ?? [], fields, fields) };
}

const ITEM = /^- +/;

/** Passages as they are shown: fields filled in, and items without the sign that makes them items. */
export function grouped(passages: Passage[], before: Field[], after: Field[]): Group[] {
  const groups: Group[] = [];
  for (const passage of passages) {
    if (passage.pieces.length === 0) continue;
    const isList = ITEM.test(passage.pieces.map(({ text }) => text).join(''));
    const pieces = filledPieces(isList ? withoutSign(passage.pieces) : passage.pieces, before, after);
    const last = groups.at(-1);
    if (isList && last?.isList) last.passages.push({ ...passage, pieces });
    else groups.push({ isList, passages: [{ ...passage, pieces }] });
  }
  return groups;
}

function withoutSign(pieces: Piece[]): Piece[] {
  let isFirst = true;
  return pieces.map((piece) => {
    const text = isFirst || piece.kind !== 'same' ? piece.text.replace(ITEM, '') : piece.text;
    isFirst = isFirst && piece.kind !== 'same';
    return { ...piece, text };
  });
}
