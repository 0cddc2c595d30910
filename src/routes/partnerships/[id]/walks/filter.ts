import type { PlannedWalk } from '#pure/walks';

/** How many weeks ahead the plan can show. */
export const WEEKS = [4, 12, 26, 52] as const;

/** Which walks the plan shows. */
export const SHOWN = ['gaps', 'all', 'cancelled'] as const;

/** What the plan is narrowed to by its address. A word that we do not know narrows nothing. */
export interface PlanFilter {
  weeks: (typeof WEEKS)[number];
  show: (typeof SHOWN)[number];
  group: string | null;
  area: string | null;
}

export function filterFrom({ searchParams }: URL): PlanFilter {
  return {
    weeks: WEEKS.find((weeks) => String(weeks) === searchParams.get('weeks')) ?? 4,
    show: SHOWN.find((show) => show === searchParams.get('show')) ?? 'gaps',
    group: searchParams.get('group'),
    area: searchParams.get('area'),
  };
}

/** The walks that the filter lets through. */
export const narrowed = <T extends PlannedWalk>(walks: readonly T[], { show, group, area }: PlanFilter): T[] =>
  walks.filter((walk) => {
    const shown = show === 'cancelled' ? walk.cancelledAt !== null : walk.cancelledAt === null && (show === 'all' || walk.lacking.length > 0);
    return shown && (group === null || walk.group?.id === group) && (area === null || walk.area.id === area);
  });

/** The query of the plan with one of its choices changed. */
export function queryWith(now: PlanFilter, change: Partial<PlanFilter>): string {
  const { weeks, show, group, area } = { ...now, ...change };
  return `?${new URLSearchParams({ weeks: String(weeks), show, ...(group && { group }), ...(area && { area }) })}`;
}
