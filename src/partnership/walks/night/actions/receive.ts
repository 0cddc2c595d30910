import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { TELL_AFTER } from '../../after/tell-after-name.ts';
import { mayWalk } from '../../policy.ts';
import type { AsideReason, Entry } from '../model.ts';
import { judgeEntries, type Judged } from '../judge.ts';
import { fold, type NightState } from '../rules/fold.ts';
import { asideBecause } from '../rules/right.ts';
import * as entries from '../store/entries.server.ts';
import { keepOutcome } from '../store/outcome.server.ts';

/** What a telephone has sent: entries as they come, what its clock says now, and whether the key it showed has ended. */
export interface SentBatch {
  walkId: string;
  sentAt: string;
  entries: unknown[];
  keyEnded: boolean;
}

/** What became of one entry, as often as it is sent. */
export type Answer = { id: string } & ({ became: 'counted' | 'waiting' } | { became: 'aside'; because: AsideReason } | { became: 'refused'; code: string });

/** The answers to a batch, and, to whoever has a place on the walk, all of its entries that may count. */
export interface Received {
  answers: Answer[];
  entries: Entry[];
}

/** Entries that are taken at a time; a telephone with more sends again. */
const MOST_AT_ONCE = 100;

/**
 * Takes what a telephone has kept. Each entry is kept once, whatever the network does; one that builds on what has not come
 * waits; what was captured under a right since lost, or settles what only whoever leads may settle, is kept aside. What others
 * read is brought up to date in the same transaction.
 */
export async function receiveEntries(context: Context, batch: SentBatch): Promise<Outcome<Received>> {
  const { actor } = context;
  if (!mayWalk(actor)) return signInFirst();
  if (batch.entries.length > MOST_AT_ONCE) return refuse('too-many', 'walks.too-many-entries', { facts: { most: MOST_AT_ONCE } });
  if (!isId(batch.walkId)) return refuse('not-found', 'walks.not-found');
  return inTransaction(context, async (inside) => {
    await entries.holdNight(inside, batch.walkId);
    const part = await entries.partIn(inside, batch.walkId);
    if (!part) return refuse('not-found', 'walks.not-found');
    if (Number.isNaN(Date.parse(batch.sentAt))) return refuse('invalid', 'walks.entry-not-understood');
    const aside = asideBecause(part, batch);
    const judged = await judgeEntries(inside, part, batch);
    const maySettle = !aside && (await entries.maySettle(inside, part.walkId));
    const added = await entries.insertEntries(inside, { walkId: part.walkId, personId: actor.id, maySettle, aside }, judged.kept);
    const stored = await entries.entriesOf(inside, part.walkId);
    const counting = stored.filter(entries.mayCount);
    const state = fold(counting);
    if (added.size > 0) await keepAndTell(inside, { part, aside, judged, added, counting, state });
    return done({ answers: answersTo(judged, stored, state), entries: aside ? [] : counting.map(asSent) });
  });
}

interface Kept {
  part: entries.PartInWalk;
  aside: AsideReason | null;
  judged: Judged;
  added: Set<string>;
  counting: entries.StoredEntry[];
  state: NightState;
}

async function keepAndTell(context: Context, { part, aside, judged, added, counting, state }: Kept): Promise<void> {
  if (!aside) await keepOutcome(context, part, counting, state);
  // The office hears of an accident within seconds.
  if (!aside) context.jobs.send(TELL_AFTER);
  const { walkId, agreementId } = part;
  await witness(context, { what: 'walks.entries-received', agreementId, facts: { walkId, entries: added.size, ...(aside ? { aside } : {}), ...judged.keptAnyway } });
  if (!aside && state.closed && !part.closed) await witness(context, { what: 'walks.walk-closed', agreementId, facts: { walkId } });
}

/** An answer for each that was sent, from what is kept: the same, however often it is asked. */
function answersTo({ kept, refused }: Judged, stored: entries.StoredEntry[], { waiting }: NightState): Answer[] {
  const byId = new Map(stored.map((entry) => [entry.id, entry]));
  const waits = new Set(waiting);
  return [
    ...refused,
    ...kept.map((sent): Answer => {
      const entry = byId.get(sent.id);
      if (!entry || entry.kind !== sent.kind || entry.about !== sent.about || entry.phoneAt.getTime() !== sent.phoneAt.getTime()) return { id: sent.id, became: 'refused', code: 'walks.entry-of-another' };
      if (!entries.mayCount(entry)) return { id: sent.id, became: 'aside', because: entry.asideBecause! };
      return { id: sent.id, became: waits.has(sent.id) ? 'waiting' : 'counted' };
    }),
  ];
}

const asSent = ({ id, kind, about, buildsOn, body, capturedAt }: entries.StoredEntry): Entry => ({ id, kind, about, buildsOn, body, capturedAt });
