import { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ABOUT_ONE, CONTACTS, DEEDS, type Entry, EVENT_KINDS, type EntryKind, type Said, YOUNG_BANDS } from '../model.ts';

/** Characters of a note: what is written with one thumb. */
const LONGEST_NOTE = 1_000;

/** Milliseconds that a telephone's clock can be wrong: ten years. */
const MOST_WRONG = 315_360_000_000;

const id = z.string().refine(isId);
const howMany = z.number().int().min(0).max(99);

const report = z.object({
  meetingPointId: id.nullable(),
  kinds: z.array(z.enum(EVENT_KINDS)).min(1),
  young: z.enum(YOUNG_BANDS),
  mood: z.number().int().min(1).max(5),
  deeds: z.array(z.enum(DEEDS)),
  contacts: z.array(z.enum(CONTACTS)),
  injury: z.boolean(),
  foundToPolice: z.boolean(),
  note: z.string().trim().max(LONGEST_NOTE).nullable(),
  noteKept: z.boolean(),
});

const SAID: { [Kind in EntryKind]: z.ZodType<Said[Kind]> } = {
  here: z.enum(['in', 'out', 'not']),
  vest: z.number().int().min(1).max(999).nullable(),
  'vests-out': howMany,
  'lamps-out': howMany,
  'vests-back': howMany,
  'lamps-back': howMany,
  started: z.literal(true),
  report: report.nullable(),
  talked: z.literal(true),
  closed: z.object({ talkedThrough: z.boolean() }),
};

const entry = z.object({
  id,
  kind: z.enum(Object.keys(SAID) as [EntryKind, ...EntryKind[]]),
  about: id.nullable(),
  buildsOn: z.array(id).max(20),
  body: z.unknown(),
  phoneAt: z.iso.datetime(),
  offset: z.number().int().min(-MOST_WRONG).max(MOST_WRONG).nullable(),
});

/** An entry as a telephone sends it: its own clock, and how wrong it knew that clock to be. */
export interface SentEntry extends Omit<Entry, 'capturedAt'> {
  phoneAt: string;
  /** Milliseconds to add to the telephone's clock; null where it has had no network to ask by. */
  offset: number | null;
}

/** An entry that somebody's telephone has sent, or a no: what cannot be read can never count. */
export function readEntry(sent: unknown): Outcome<SentEntry> {
  const parsed = entry.safeParse(sent);
  if (!parsed.success) return notUnderstood();
  const said = SAID[parsed.data.kind].safeParse(parsed.data.body);
  const aboutOne = (ABOUT_ONE as readonly EntryKind[]).includes(parsed.data.kind);
  return said.success && aboutOne === (parsed.data.about !== null) ? done({ ...parsed.data, body: said.data }) : notUnderstood();
}

const notUnderstood = () => refuse('invalid', 'walks.entry-not-understood');
