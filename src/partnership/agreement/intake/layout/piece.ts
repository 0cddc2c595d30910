/** What a document with structure (DOCX, a tagged PDF) is made of, before it is written as text. */
export type Piece = Heading | Paragraph | Item | Table;

interface Heading {
  kind: 'heading';
  /** 0 for the document's title, then 1 to 9. */
  level: number;
  /** Its number as shown, such as "2.1" or "§ 3". */
  label: string | null;
  text: string;
}

interface Paragraph {
  kind: 'paragraph';
  label: string | null;
  /** May hold line breaks that the author made. */
  text: string;
  /** All of it is bold or clearly larger than the rest: perhaps a heading made by hand. */
  isEmphasised: boolean;
}

interface Item {
  kind: 'item';
  /** "-" for any bullet, otherwise its number or letter as shown. */
  label: string;
  /** 0 for a list that stands in no other. */
  depth: number;
  text: string;
}

export interface Table {
  kind: 'table';
  /** Rows of equal width as far as the document tells: what a cell spans is followed by empty cells. */
  rows: Cell[][];
}

export type Cell = Piece[];
