import type { Actor } from '#platform/actor.ts';

/** Who may plan duties and say what has been done. Until people have accounts: whoever is signed in, and the first start. */
export const mayRecordDuties = (actor: Actor): boolean => actor.kind !== 'nobody';

export const mayReadDuties = (actor: Actor): boolean => actor.kind !== 'nobody';
