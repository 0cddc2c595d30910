/** Who asks. `nobody` is a visitor without a session; `system` is a job or the first start, acting for no person. */
export type Actor =
  | { kind: 'person'; id: string; name: string; organisation: string; role: 'coordinator' }
  | { kind: 'system'; name: string }
  | { kind: 'nobody' };

export const system = (name: string): Actor => ({ kind: 'system', name });

export const nobody: Actor = { kind: 'nobody' };

/** How the actor is written in the journal and beside what it has done. */
export const actorName = (actor: Actor): string => (actor.kind === 'nobody' ? '' : actor.name);
