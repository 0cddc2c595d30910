import type { Actor } from '#platform/actor.ts';

export const mayRecordPeople = (actor: Actor): boolean => actor.kind !== 'nobody';

export const mayReadPeople = (actor: Actor): boolean => actor.kind !== 'nobody';
