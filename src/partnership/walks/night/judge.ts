import { type KeptAnyway, lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import type { EntryKind, EventReport, Said } from './model.ts';
import { readEntry, type SentEntry } from './rules/read-entry.ts';
import { correctedBy } from './rules/time.ts';
import { type KeptEntry, type PartInWalk, signupsOf } from './store/entries.server.ts';
import { namesKnownIn, rulesFor } from './store/plan.server.ts';

/** Entries that can be kept, and those that never can with the reason. */
export interface Judged {
  kept: KeptEntry[];
  refused: { id: string; became: 'refused'; code: string }[];
  keptAnyway: KeptAnyway;
}

/** Judges what a telephone has sent by the rules that it has itself: a no is of an entry that it should not have let through. */
export async function judgeEntries(context: Context, part: PartInWalk, { sentAt, entries }: { sentAt: string; entries: unknown[] }): Promise<Judged> {
  const read = entries.map((sent) => ({ id: idOf(sent), entry: readEntry(sent) }));
  const judge = await judgeOf(context, part, read.flatMap(({ entry }) => (entry.ok ? [entry.value] : [])));
  const offset = context.clock.now().getTime() - Date.parse(sentAt);
  const judged: Judged = { kept: [], refused: [], keptAnyway: {} };
  for (const { id, entry } of read) {
    const looked = entry.ok ? judge(entry.value) : entry;
    if (!entry.ok || !looked.ok) judged.refused.push({ id, became: 'refused', code: (looked as { refusals: { code: string }[] }).refusals[0].code });
    else {
      judged.kept.push(keptFrom(entry.value, offset));
      Object.assign(judged.keptAnyway, looked.value);
    }
  }
  return judged;
}

/** What the telephone's clock was off by is what it knew when it kept the entry, else what it is off by now. */
function keptFrom({ phoneAt, offset, ...entry }: SentEntry, offNow: number): KeptEntry {
  const at = new Date(phoneAt);
  return { ...entry, phoneAt: at, capturedAt: correctedBy(at, offset ?? offNow).toISOString() } as KeptEntry;
}

const idOf = (sent: unknown): string => (typeof sent === 'object' && sent !== null && 'id' in sent && typeof sent.id === 'string' ? sent.id : '');

type Judge = (entry: SentEntry) => Outcome<KeptAnyway>;

/** Asks the database only for what these entries need to be judged by. */
async function judgeOf(context: Context, part: PartInWalk, sent: SentEntry[]): Promise<Judge> {
  const some = (...kinds: EntryKind[]) => sent.some(({ kind }) => kinds.includes(kind));
  const signups = some('here', 'vest', 'talked') ? await signupsOf(context, part.walkId) : null;
  const debrief = some('closed') && (await rulesFor(context, part)).debrief;
  const known = sent.some(({ kind, body }) => kind === 'report' && (body as EventReport | null)?.note) ? await namesKnownIn(context, part) : [];
  return ({ kind, about, body }) => {
    if (kind === 'report') return noteIn(body as EventReport | null, known);
    if (kind === 'closed') return debrief && !(body as Said['closed']).talkedThrough ? refuse('invalid', 'walks.not-talked-through') : done({});
    return about && !signups?.has(about) ? refuse('invalid', 'walks.entry-not-understood') : done({});
  };
}

const noteIn = (report: EventReport | null, known: string[]): Outcome<KeptAnyway> =>
  report?.note ? lookAgain({ texts: { note: report.note }, lookedAt: report.noteKept ? [report.note] : [], known }) : done({});
