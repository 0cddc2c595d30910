import type { Actor } from '#platform/actor.ts';

export const mayRecordTerms = (actor: Actor): boolean => actor.kind !== 'nobody';

export const mayReadMoney = (actor: Actor): boolean => actor.kind !== 'nobody';
