import type { Actor } from '#platform/actor.ts';

/** Who may hand in, decide on and read agreements. Until people have accounts: whoever is signed in, and the first start. */
export const mayWriteAgreements = (actor: Actor): boolean => actor.kind !== 'nobody';

export const mayReadAgreements = (actor: Actor): boolean => actor.kind !== 'nobody';
