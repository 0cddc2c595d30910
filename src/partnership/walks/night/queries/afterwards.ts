import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Walk } from '../../model.ts';
import { mayLeadWalks } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import type { AsideReason, Entry } from '../model.ts';
import { type Conflict, fold } from '../rules/fold.ts';
import { type Doubt, doubtOf } from '../rules/time.ts';
import { type Walked, walkedOf } from '../rules/walked.ts';
import { entriesOf, mayCount, type StoredEntry } from '../store/entries.server.ts';

/** An entry that somebody should look at. */
interface Looked extends Entry {
  receivedAt: Date;
  /** As its telephone's clock had it. */
  phoneAt: Date;
}

/** What is left for a person to decide after a night, and what the night came to. */
interface Afterwards {
  walk: Walk;
  walked: Walked;
  conflicts: Conflict[];
  aside: (Looked & { because: AsideReason; letCount: { at: Date; by: string } | null })[];
  waiting: Looked[];
  /** Entries whose time cannot be right. */
  doubted: (Looked & { doubt: Doubt })[];
}

/** A night to whoever leads the group that walked it: what contradicts itself, what was kept aside, what waits. */
export async function nightAfterwards(context: Context, { agreementId, walkId }: { agreementId: string; walkId: string }): Promise<Outcome<Afterwards>> {
  const asked = await ask(context, mayLeadWalks, agreementId);
  if (!asked.ok) return asked;
  const walk = isId(walkId) ? await findWalk(context, walkId) : null;
  if (walk?.agreementId !== agreementId) return refuse('not-found', 'walks.not-found');
  const stored = await entriesOf(context, walkId);
  const state = fold(stored.filter(mayCount));
  const waits = new Set(state.waiting);
  return done({
    walk,
    walked: walkedOf(state),
    conflicts: state.conflicts,
    aside: stored.flatMap((entry) => (entry.asideBecause ? [{ ...entry, because: entry.asideBecause, letCount: letCountOf(entry) }] : [])),
    waiting: stored.filter(({ id }) => waits.has(id)),
    doubted: stored.flatMap((entry) => {
      const doubt = doubtOf(new Date(entry.capturedAt), { receivedAt: entry.receivedAt, starts: walk.starts });
      return doubt ? [{ ...entry, doubt }] : [];
    }),
  });
}

const letCountOf = ({ letCountAt, letCountBy }: StoredEntry) => (letCountAt ? { at: letCountAt, by: letCountBy ?? '' } : null);
