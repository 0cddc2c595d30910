import type { WalkedNight } from '#pure/walks';

/** What the list of nights can be narrowed to by the address of the page. */
export const SHOWN = ['all', 'waiting', 'confirmed', 'exceptions'] as const;
export type Shown = (typeof SHOWN)[number];

/** A word that names nothing narrows nothing. */
export const shownFrom = (url: URL): Shown => SHOWN.find((one) => one === url.searchParams.get('show')) ?? 'all';

const KEEPS = {
  all: () => true,
  waiting: ({ confirmation }) => confirmation === null,
  confirmed: ({ confirmation }) => confirmation !== null,
  exceptions: ({ exceptions }) => exceptions.length > 0,
} as const satisfies Record<Shown, (night: WalkedNight) => boolean>;

export const narrowed = (nights: WalkedNight[], shown: Shown): WalkedNight[] => nights.filter(KEEPS[shown]);

/** The nights of any time: a partnership's whole term and what is outside of it. */
export const ALL_DAYS = { from: '2000-01-01', to: '2199-12-31' };
