import type { Role } from './access/roles.ts';

/**
 * Who asks. `nobody` is a visitor without a session; `system` is a job or the first start, acting for no person; `walker` is
 * somebody on a walk, known by the key in their telephone or by their account, who may do nothing but walk.
 */
export type Actor = Person | Walker | { kind: 'system'; name: string } | { kind: 'nobody' };

/** Somebody who walks. Others than tonight's group learn no names of walkers, so what they do stands in the journal without one. */
export interface Walker {
  kind: 'walker';
  /** The person's id, a UUID: their account's, where they have one. */
  id: string;
}

/** Somebody who has signed in. */
export interface Person {
  kind: 'person';
  /** The account's id, a UUID. */
  id: string;
  name: string;
  /** How surely the sign-in says who it is. */
  assurance: Assurance;
  /** What the person is entrusted with today. */
  assignments: Assignment[];
}

/** Levels of assurance as eIDAS names them (regulation (EU) 910/2014, article 8), lowest first. A mail link is low. */
export const ASSURANCE = ['low', 'substantial', 'high'] as const;
export type Assurance = (typeof ASSURANCE)[number];

/** A role held for an organisation: in one partnership, in all of its partnerships, or, for administrators, in the house. */
export interface Assignment {
  id: string;
  role: Role;
  /** Null for an administrator, who acts for the house. */
  organisation: { id: string; name: string } | null;
  /** Null where the role covers every partnership of the organisation. */
  agreementId: string | null;
}

export const system = (name: string): Actor => ({ kind: 'system', name });

export const nobody: Actor = { kind: 'nobody' };

/** How the actor is written in the journal and beside what it has done. */
export const actorName = (actor: Actor): string => ('name' in actor ? actor.name : '');
