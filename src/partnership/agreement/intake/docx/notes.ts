import type { Piece } from '../layout/piece.ts';
import type { Element } from './xml.ts';

type Kind = 'footnote' | 'endnote';

/** Footnotes and endnotes, numbered in the order the text refers to them and kept after it. */
export class Notes {
  readonly #byId: Record<Kind, Map<string, Element>>;
  readonly #referred: { key: string; note: Element }[] = [];

  constructor(roots: Record<Kind, Element | null>) {
    const byId = (root: Element | null) => new Map((root?.children ?? []).map((note) => [note.attributes.id ?? '', note]));
    this.#byId = { footnote: byId(roots.footnote), endnote: byId(roots.endnote) };
  }

  /** The mark that stands in the text; none for a note that is not there. */
  mark = (kind: Kind, id: string): string => {
    const note = this.#byId[kind].get(id);
    if (!note) return '';
    const key = `${kind} ${id}`;
    let at = this.#referred.findIndex((each) => each.key === key);
    if (at < 0) at = this.#referred.push({ key, note }) - 1;
    return `[^${at + 1}]`;
  };

  /** Each note as one paragraph, "[^1]: …". */
  pieces(read: (note: Element) => Piece[]): Piece[] {
    return this.#referred.map(({ note }, at) => {
      const text = read(note).map((piece) => (piece.kind === 'table' ? '' : piece.text.trim())).filter(Boolean).join(' ');
      return { kind: 'paragraph', label: `[^${at + 1}]:`, text, isEmphasised: false };
    });
  }
}
