import type { Actor } from '#platform/actor.ts';
import { mayAt, type Place } from '#platform/access/standing.ts';
import type { Signatory, Signing } from './model.ts';

/** Who may say who is to sign, send out, withdraw and keep a scanned paper: whoever drafts agreements for one of the sides. */
export const mayPrepareSigning = (actor: Actor, place: Place): boolean => actor.kind === 'person' && mayAt(actor, 'agreement.draft', place);

/** The same for this organisation: who drafts for the other side neither signs papers of nor withdraws for this one. */
export const mayActFor = (actor: Actor, place: Place, organisationId: string): boolean =>
  actor.kind === 'person' && mayPrepareSigning({ ...actor, assignments: actor.assignments.filter(({ organisation }) => organisation?.id === organisationId) }, place);

/** Who may follow a signing while it is under way: those who drafted. How one that is sealed came about: whoever may see the partnership's people. */
export const mayFollowSigning = (actor: Actor, place: Place, sealed: boolean): boolean => mayAt(actor, sealed ? 'people.see' : 'agreement.draft', place);

/** Who may read the sealed file: everybody in the partnership. */
export const maySeeSealed = (actor: Actor, place: Place): boolean => mayAt(actor, 'partnership.see', place);

/** Who may sign or decline at a place: the person themselves, whose account it has shown to be, and nobody in their stead. */
export const maySignAs = (actor: Actor, signatory: Signatory): boolean => actor.kind === 'person' && signatory.accountId === actor.id;

/** Whether the actor is one of those who were asked to sign. */
export const isSignatoryOf = (actor: Actor, { places }: Signing): boolean => places.some(({ signatories }) => signatories.some((one) => maySignAs(actor, one)));

/** Who seals, ends what has expired, reminds and ties an account to a signatory: the house itself, in its jobs and after the last signature. */
export const maySeal = (actor: Actor): boolean => actor.kind === 'system';
