import { findingOf, joinView, networkOf, shownWalk, shownWalksOf, walksOf } from '#partnership/walks';
import { addDays } from '#kernel/calendar-date.ts';
import { refuse } from '#kernel/outcome.ts';
import * as m from '#messages';
import { getLocale } from '#locale';
import type { Context } from '#platform/context.ts';
import type { PosterContent } from '#platform/documents/content.ts';
import type { ShownWalk } from '#pure/walks';
import { capital } from '#ui/format/capital.ts';
import { hoursBetween, weekdayAndDay } from '#ui/format/day.ts';
import { valueOr404 } from '../../../../answer.ts';
import { posterOf } from '../../../../join/[network]/poster/poster-of.ts';

/** Walks that there is room for on a sheet. */
const ROOM = 8;

/** A sheet to put up: of one walk (`?walk=`), of the page for whoever wants to walk (`?of=join`), or of what a group has ahead (`?group=`). Null where there is nothing ahead. */
export async function sheetOf(context: Context, house: Context, agreementId: string, { origin, searchParams }: URL): Promise<PosterContent | null> {
  const { coordinator } = valueOr404(await networkOf(context, agreementId));
  const walkId = searchParams.get('walk');
  if (walkId) return ofWalk(valueOr404(await ofThis(agreementId, await shownWalk(house, walkId))), coordinator?.name, `${origin}/walk/${walkId}`);
  if (searchParams.get('of') === 'join') {
    const { page } = valueOr404(await findingOf(context, agreementId));
    return posterOf(valueOr404(page?.open ? await joinView(house, page.slug) : refuse('not-found', 'walks.finding-not-open')), origin);
  }
  const groupId = await groupAhead(context, agreementId, searchParams.get('group'));
  return groupId ? ofGroup(valueOr404(await shownWalksOf(house, groupId)), coordinator?.name, `${origin}/walk?group=${groupId}`) : null;
}

type Shown = Awaited<ReturnType<typeof shownWalk>>;

const ofThis = (agreementId: string, shown: Shown): Shown => (shown.ok && shown.value.agreementId !== agreementId ? refuse('not-found', 'walks.not-found') : shown);

/** The group that is asked for, where it has walks ahead, else the first that has. */
async function groupAhead(context: Context, agreementId: string, asked: string | null): Promise<string | null> {
  const today = context.clock.today();
  const ahead = valueOr404(await walksOf(context, agreementId, { from: today, to: addDays(today, 365) }));
  const groups = new Set(ahead.flatMap(({ group }) => (group ? [group.id] : [])));
  return asked && groups.has(asked) ? asked : ([...groups][0] ?? null);
}

const sayWalk = ({ night, starts, ends, area }: ShownWalk): string => `${capital(weekdayAndDay(night))} ${hoursBetween(starts, ends)}, ${area}`;

const ofWalk = ({ walk }: { walk: ShownWalk }, coordinator: string | undefined, address: string): PosterContent => ({
  ...common(coordinator ?? walk.group ?? '', address),
  title: m.walk_poster_heading_walk({ when: weekdayAndDay(walk.night) }),
  lead: `${hoursBetween(walk.starts, walk.ends)}, ${walk.area}.`,
  lines: walk.group ? [m.walk_with_group({ group: walk.group })] : [],
});

const ofGroup = ({ group, walks }: { group: string; walks: ShownWalk[] }, coordinator: string | undefined, address: string): PosterContent => ({
  ...common(coordinator ?? group, address),
  title: m.walk_poster_heading_group({ group }),
  lead: m.poster_lead(),
  lines: walks.slice(0, ROOM).map(sayWalk),
});

const common = (from: string, address: string) => ({ language: getLocale(), from, code: { address, words: m.poster_code({ address }) }, how: m.walk_poster_scan() });
