import type { CalendarDate } from '#kernel/calendar-date.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { NewWalk, WalkTask } from '../../model.ts';
import { mayPlanWalks } from '../../policy.ts';
import { asKept } from '../../store/kept.server.ts';
import { insertWalks } from '../../store/walks.server.ts';
import type { Pattern, PlannedNight } from '../model.ts';
import { seasonPreview } from '../queries/season.ts';
import * as store from '../store/seasons.server.ts';

/** A season that is to be planned, under an id that its form was given, so that one form plans once. */
export interface NewSeason {
  agreementId: string;
  seasonId: string;
  pattern: Pattern;
  without: readonly CalendarDate[];
  note: string;
  /** Why two areas are walked the same night, where the parties have agreed on one. */
  exceptionReason: string;
  lookedAt?: readonly string[];
}

/** Plans every walk that the pattern gives, all of them or none. */
export const planSeason = (context: Context, { agreementId, seasonId, pattern, without, note, exceptionReason, lookedAt }: NewSeason): Promise<Outcome<{ walks: number }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const asked = await ask(inside, mayPlanWalks, agreementId);
      if (!asked.ok) return asked;
      const preview = await seasonPreview(inside, { agreementId, pattern, without });
      if (!preview.ok) return preview;
      const kept = lookAgain({ texts: { note, exceptionReason }, lookedAt });
      if (!kept.ok) return kept;
      if (!isId(seasonId) || !(await store.insertSeason(inside, { id: seasonId, agreementId, pattern }))) return refuse('conflict', 'walks.season-planned-already');
      const { nights } = preview.value;
      const more = { note: note.trim() || null, exceptionReason: exceptionReason.trim() || null };
      await insertWalks(inside, nights.map((night) => ({ ...walkFrom(pattern, night), ...more, agreementId })), seasonId);
      await witness(inside, { what: 'walks.season-planned', agreementId, facts: { seasonId, walks: nights.length, start: pattern.period.start, end: pattern.period.end, ...kept.value } });
      return done({ walks: nights.length });
    }),
  );

/** The places of a walk by task, leaders first. */
export const placesFor = ({ leaders, walkers }: { leaders: number; walkers: number }): WalkTask[] => [...Array<WalkTask>(leaders).fill('leader'), ...Array<WalkTask>(walkers).fill('walker')];

const walkFrom = (pattern: Pattern, { night, starts, ends, areaId, groupId }: PlannedNight): Omit<NewWalk, 'agreementId' | 'note' | 'exceptionReason'> => ({
  kind: pattern.kind,
  night,
  starts,
  ends,
  areaId,
  groupId,
  meetingPointId: null,
  smallest: pattern.smallest,
  places: placesFor(pattern),
});

/** Undoes a season: its walks to come go, except those that somebody has signed up for. */
export const undoSeason = (context: Context, { seasonId }: { seasonId: string }): Promise<Outcome<{ walks: number }>> =>
  inTransaction(context, async (inside) => {
    if (inside.actor.kind === 'nobody') return signInFirst();
    const agreementId = isId(seasonId) ? await store.agreementOfSeason(inside, seasonId) : null;
    if (!agreementId) return refuse('not-found', 'walks.season-not-found');
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    const walks = await store.undoSeason(inside, seasonId);
    if (walks === null) return refuse('conflict', 'walks.season-undone-already');
    await witness(inside, { what: 'walks.season-undone', agreementId, facts: { seasonId, walks } });
    return done({ walks });
  });
