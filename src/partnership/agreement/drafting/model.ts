import type { FactKind } from '../facts.ts';
import type { Reading } from '../model.ts';

export const DRAFT_KINDS = ['agreement', 'amendment', 'annex'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** `share` is a part of a whole as it is written: "2/3", "50/50" or "40 %". */
export const FIELD_KINDS = ['text', 'date', 'amount', 'number', 'months', 'share'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** What may be written in one draft. */
export const DRAFT_LIMITS = { title: 200, heading: 200, body: 40_000, clauses: 200, fields: 1_000, facts: 1_000, text: 2_000 } as const;

/** A part of the text. The body is paragraphs divided by an empty line; lines that begin with "- " are list items; `{slug}` stands for a field's value. */
export interface Clause {
  id: string;
  heading: string;
  body: string;
  /** Counts changes, so that nobody writes over what they have not seen. */
  version: number;
}

/** One that has been taken away, with its place among the others then. */
export interface RemovedClause extends Clause {
  position: number;
}

/** A fact that stands inside the text. */
export interface Field {
  /** Unique in the draft, [a-z0-9-]+, readable: start, slut, delrapport-1. */
  slug: string;
  kind: FieldKind;
  /** Which part of which fact of handslag.agreement/1 it is, dotted, so that text and running partnership cannot disagree. */
  fact: { kind: FactKind; key: string; part: string } | null;
  /** The agreed fact that an amendment changes with it, and what it said. */
  base?: { factId: string; value: unknown };
  /** How a document that was carried on wrote its days, where that was not as we do. */
  written?: 'iso';
  /** An ISO day, kronor, a number, words; null while it is not filled in. */
  value: string | number | null;
}

/** What is agreed beside single fields: the facts that fields fill in, in the format's shape without source. */
export interface DraftFact {
  key: string;
  kind: FactKind;
  /** The clause in which it is written. */
  clauseId: string;
  /**
   * Parts that have a field are overridden by it. `{slug}` in a string stands for a field's words, so that a party is called
   * the same everywhere. A party's `organisationId` says whom the draft is shared with, and is no part of the reading.
   */
  value: Record<string, unknown>;
  /** The words of the clause that it stands on, where it has no field of its own. */
  words?: string;
}

/** All that a draft says. The order of the clauses is that of the text. Fields and facts of a clause that has been removed stay, and say nothing. */
export interface DraftContent {
  kind: DraftKind;
  title: string;
  clauses: Clause[];
  fields: Field[];
  facts: DraftFact[];
}

/** A clause as it stands in the composed text: offsets of its numbered heading and of its body. */
export interface Section {
  clauseId: string;
  /** The number it was given, or the one it has of its own; null where the others have one and it has none. */
  number: string | null;
  heading: string;
  start: number;
  bodyStart: number;
  end: number;
}

/** A field's words in the composed text. A field that stands twice in it has two. */
export interface FieldPlace {
  slug: string;
  /** False where a blank to be filled in stands in its place. */
  filled: boolean;
  start: number;
  end: number;
}

/** The whole text with every field filled in, and the reading with spans into exactly that text. */
export interface Composed {
  text: string;
  sections: Section[];
  fields: FieldPlace[];
  reading: Reading;
}

/** Where a draft was begun. */
export type Origin = { from: 'template'; template: string } | { from: 'document'; agreementId: string } | { from: 'agreement'; agreementId: string; base: string | null };

/** A draft with what is recorded of it. */
export interface AgreementDraft extends DraftContent {
  id: string;
  agreementId: string;
  /** Whose own it is until it is shared. */
  organisationId: string;
  /** Counts changes of title, fields and facts. */
  version: number;
  origin: Origin;
  begunAt: Date;
  begunBy: string;
  sharedAt: Date | null;
  sharedBy: string | null;
  withdrawnAt: Date | null;
}

/** What a field is given: words as typed or a value as it is kept. */
export type FieldPatch = Record<string, string | number | null>;

/**
 * One change of a draft's text: the only way it changes, by one's own hand or by a proposal that was accepted. `version` is
 * the one that the change was made upon: of the clause, or, where there is none, of the draft.
 */
export type DraftChange =
  | { kind: 'title'; version: number; title: string }
  | { kind: 'change'; clauseId: string; version: number; heading: string; body: string }
  | { kind: 'add'; heading: string; body: string; /** First where null. */ after: string | null }
  | { kind: 'remove'; clauseId: string; version: number }
  | { kind: 'restore'; clauseId: string }
  | { kind: 'move'; clauseId: string; /** First where null. */ after: string | null }
  | { kind: 'fields'; version: number; fields: FieldPatch; /** What the form began with, as typed: who fills in other fields meanwhile is in nobody's way. */ was?: Record<string, string> }
  | { kind: 'add-row'; clauseId: string; row: string }
  | { kind: 'remove-row'; clauseId: string; key: string };
