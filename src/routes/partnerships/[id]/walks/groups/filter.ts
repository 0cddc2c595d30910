import type { GroupState, ListedGroup } from '#pure/walks';

/** The states that a list of groups can be narrowed to. */
export const GROUP_STATES = ['started', 'proposed', 'ended'] as const satisfies GroupState[];

/** The state that the address narrows the list to; null where it shows all. */
export const stateFrom = (url: URL): GroupState | null => GROUP_STATES.find((state) => state === url.searchParams.get('state')) ?? null;

/** Whether a group stands in a list that is narrowed to this state. */
export const inState =
  (wanted: GroupState | null) =>
  ({ state }: Pick<ListedGroup, 'state'>): boolean =>
    wanted === null || state === wanted;
