import type { Entry } from '../model.ts';

/** The field that an entry says something of, by a name: what is said of the same field can take each other's place. */
export const fieldOf = ({ kind, about }: Pick<Entry, 'kind' | 'about'>): string => `${kind} ${about ?? ''}`;
