import { KIT_KINDS, type KitItem, type KitKind } from '#pure/walks';

/** What a list of kit is narrowed to. */
export interface KitFilter {
  kind: KitKind | null;
  state: 'out' | 'late' | 'damaged' | null;
  group: string | null;
}

const STATES = ['out', 'late', 'damaged'] as const;

/** What the address narrows the list to. */
export const filterFrom = ({ searchParams }: URL): KitFilter => ({
  kind: KIT_KINDS.find((kind) => kind === searchParams.get('kind')) ?? null,
  state: STATES.find((state) => state === searchParams.get('state')) ?? null,
  group: searchParams.get('group') || null,
});

/** Whether a thing stands in a list that is narrowed so. */
export const shownBy =
  ({ kind, state, group }: KitFilter) =>
  (item: KitItem): boolean =>
    (kind === null || item.kind === kind) &&
    (group === null || item.loan?.group.id === group) &&
    (state === null || (state === 'damaged' ? item.damages.length > 0 : state === 'late' ? item.loan?.late === true : item.loan !== null));
