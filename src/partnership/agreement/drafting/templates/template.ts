import type { FactKind } from '../../facts.ts';
import type { FieldKind } from '../model.ts';
import type { RowName } from '../rows.ts';

/** A clause as a template suggests it: wording of our own, the fields in it, the facts they fill in, and the rows it begins with. */
export interface TemplateClause {
  heading: string;
  body: string;
  fields?: Record<string, TemplateField>;
  facts?: Record<string, { kind: FactKind; value: Record<string, unknown>; words?: string }>;
  rows?: readonly TemplateRow[];
}

/** `part` is the key of one of the clause's facts and the part that the field fills in: `tid start.date`. */
interface TemplateField {
  kind: FieldKind;
  part?: string;
  value?: string | number;
}

/** A row, with what its fields begin with. */
type TemplateRow = readonly [RowName, Record<string, string | number>?];

export interface Template {
  /** What the agreement is called until its writers name it. */
  title: string;
  clauses: readonly TemplateClause[];
}
