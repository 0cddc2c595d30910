import { randomUUID } from 'node:crypto';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayLeadWalks } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import { fold } from '../rules/fold.ts';
import * as entries from '../store/entries.server.ts';
import { keepOutcome } from '../store/outcome.server.ts';

/** A walk of a partnership. */
interface Night {
  agreementId: string;
  walkId: string;
}

/** Lets an entry that was kept aside count: whoever leads the group says so. */
export function letCount(context: Context, { entryId, ...night }: Night & { entryId: string }): Promise<Outcome<void>> {
  return inNight(context, night, async (inside, { agreementId, walkId }) => {
    const aside = (await entries.entriesOf(inside, walkId)).find((entry) => entry.id === entryId && !entries.mayCount(entry));
    if (!aside || !(await entries.letEntryCount(inside, aside))) return refuse('conflict', 'walks.not-aside');
    await witness(inside, { what: 'walks.entry-let-count', agreementId, facts: { walkId, entryId } });
    return done(undefined);
  });
}

/** Says which of two words stands where two telephones said different things: the choice is an entry of its own. */
export function settle(context: Context, { entryId, ...night }: Night & { entryId: string }): Promise<Outcome<void>> {
  return inNight(context, night, async (inside, { agreementId, walkId }) => {
    const { conflicts } = fold((await entries.entriesOf(inside, walkId)).filter(entries.mayCount));
    const conflict = conflicts.find(({ options }) => options.some((option) => option.entryId === entryId));
    if (!conflict) return refuse('conflict', 'walks.already-settled');
    const { kind, about, heads, options } = conflict;
    const at = inside.clock.now();
    const id = randomUUID();
    const settling = { id, kind, about, buildsOn: heads, body: options.find((option) => option.entryId === entryId)!.value, phoneAt: at, capturedAt: at.toISOString() };
    const personId = inside.actor.kind === 'person' ? inside.actor.id : '';
    await entries.insertEntries(inside, { walkId, personId, maySettle: true, aside: null }, [settling]);
    await witness(inside, { what: 'walks.conflict-settled', agreementId, facts: { walkId, entryId: id } });
    return done(undefined);
  });
}

/** Does something to a night that the actor leads, and brings what others read of it up to date. */
async function inNight(context: Context, night: Night, work: (inside: Context, night: Night) => Promise<Outcome<void>>): Promise<Outcome<void>> {
  const { agreementId, walkId } = night;
  const asked = await ask(context, mayLeadWalks, agreementId);
  if (!asked.ok) return asked;
  const walk = isId(walkId) ? await findWalk(context, walkId) : null;
  if (walk?.agreementId !== agreementId) return refuse('not-found', 'walks.not-found');
  return inTransaction(context, async (inside) => {
    await entries.holdNight(inside, walkId);
    const outcome = await work(inside, night);
    if (!outcome.ok) return outcome;
    const counting = (await entries.entriesOf(inside, walkId)).filter(entries.mayCount);
    await keepOutcome(inside, { walkId, starts: walk.starts }, counting, fold(counting));
    return outcome;
  });
}
