import { blankOf, SLUG, wordsOf } from '../../drafting/field-words.ts';
import type { Field } from '../../drafting/model.ts';
import type { Piece } from './model.ts';

/** Pieces as a reader sees them: each field's words in its place. Where its value is another, that is what was changed. */
export function filledPieces(pieces: Piece[], before: readonly Field[], after: readonly Field[]): Piece[] {
  const [was, is] = [wordsIn(before), wordsIn(after)];
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind === 'removed') return [{ kind: 'removed', text: piece.text.replace(SLUG, was) }];
    if (piece.kind === 'added') return [{ kind: 'added', text: piece.text.replace(SLUG, is) }];
    return piece.text.split(/(\{[a-z0-9][a-z0-9-]*\})/).flatMap((text): Piece[] => {
      const [former, latter] = [text.replace(SLUG, was), text.replace(SLUG, is)];
      if (former === latter) return former === '' ? [] : [{ kind: 'same', text: former }];
      return [{ kind: 'removed', text: former }, { kind: 'added', text: latter }];
    });
  });
}

const wordsIn = (fields: readonly Field[]) => {
  const bySlug = new Map(fields.map((field) => [field.slug, wordsOf(field) ?? blankOf(field)]));
  return (place: string, slug: string) => bySlug.get(slug) ?? place;
};
