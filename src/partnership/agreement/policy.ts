import type { Actor } from '#platform/actor.ts';
import { may } from '#platform/access/roles.ts';
import { mayAt, maySomewhere, type Place, rolesHeldFor } from '#platform/access/standing.ts';

/** Who may hand in an agreement: whoever drafts for an organisation. */
export const mayHandInAgreements = (actor: Actor): boolean => actor.kind === 'system' || draftsFor(actor).length > 0;

/** The organisation whose draft it becomes when this actor hands in an agreement: none for the house, whose samples are let out when they commence. */
export const draftsFor = (actor: Actor): string[] => organisationsDraftedFor(actor).map(({ id }) => id).slice(0, 1);

/** The organisations that the actor drafts for as a whole, each once. */
export const organisationsDraftedFor = (actor: Actor): { id: string; name: string }[] => {
  const held = actor.kind !== 'person' ? [] : actor.assignments.flatMap(({ role, organisation, agreementId }) => (organisation && !agreementId && may([role], 'agreement.draft') ? [organisation] : []));
  return [...new Map(held.map((organisation) => [organisation.id, organisation])).values()];
};

/** Who may decide on the facts of an agreement and let it commence. */
export const mayDraftAgreement = (actor: Actor, place: Place): boolean => mayAt(actor, 'agreement.draft', place);

export const maySeeAgreement = (actor: Actor, place: Place): boolean => mayAt(actor, 'partnership.see', place);

/** Who may list agreements at all; which ones is a matter of each. */
export const mayListAgreements = (actor: Actor): boolean => actor.kind !== 'nobody';

/** Who may write this organisation's drafts in the partnership: a role held for the other side gives no right to them. */
export const mayWriteDraftFor = (actor: Actor, place: Place, organisationId: string): boolean => mayAt(asOf(actor, organisationId), 'agreement.draft', place);

/** Who may begin a draft for an organisation: whoever drafts for it as a whole. */
export const mayBeginDraftFor = (actor: Actor, organisationId: string): boolean => organisationsDraftedFor(actor).some(({ id }) => id === organisationId);

/** The party whose draft it becomes when the actor begins one in a running partnership: the first they may write for; null where there is none. */
export const writesDraftsFor = (actor: Actor, place: Place): string | null =>
  actor.kind !== 'person' ? null : (actor.assignments.flatMap(({ organisation }) => organisation?.id ?? []).find((id) => place.organisationIds.includes(id) && mayWriteDraftFor(actor, place, id)) ?? null);

/** The actor with only what they hold for this organisation. */
const asOf = (actor: Actor, organisationId: string): Actor =>
  actor.kind === 'person' ? { ...actor, assignments: actor.assignments.filter(({ organisation }) => organisation?.id === organisationId) } : actor;

/** Who may bring a signed draft into force: the house, when it has sealed it. */
export const mayBringIntoForce = (actor: Actor): boolean => actor.kind === 'system';

/** Who may assess for an organisation whether a partnership is the right form, and say by which criteria: whoever drafts for it as a whole. */
export const mayAssessFor = (actor: Actor, organisationId: string): boolean => may(rolesHeldFor(actor, organisationId), 'agreement.draft');

/** The organisation that the actor assesses for: the first they may; null where there is none. */
export const assessesFor = (actor: Actor): { id: string; name: string } | null =>
  actor.kind !== 'person' ? null : (actor.assignments.find(({ organisation }) => organisation && mayAssessFor(actor, organisation.id))?.organisation ?? null);

/** Who may share a draft, propose, answer and comment: a person who drafts, and never the house. */
export const mayNegotiate = (actor: Actor, place: Place): boolean => actor.kind === 'person' && mayAt(actor, 'agreement.draft', place);

/** The organisations in whose name the actor negotiates in the partnership. */
export const negotiatesFor = (actor: Actor, place: Place): { id: string; name: string }[] => {
  if (actor.kind !== 'person') return [];
  const held = new Map(actor.assignments.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation] as const] : [])));
  return [...held.values()].filter(({ id }) => place.organisationIds.includes(id) && mayWriteDraftFor(actor, place, id));
};

/** Who may let a draft that is out for signature be changed again: those who negotiate, and the house when a term has run out. */
export const mayRelease = (actor: Actor, place: Place): boolean => actor.kind === 'system' || mayNegotiate(actor, place);

/** Who may say which approvals an organisation asks for: whoever manages it as a whole, and the administrators of the house. */
export const maySetApprovalPath = (actor: Actor, organisationId: string): boolean => maySomewhere(actor, 'house.administer') || may(rolesHeldFor(actor, organisationId), 'organisation.manage');

/** Who may know of all that was taken back: the house, which disposes of it. */
export const mayDisposeOfTakenBack = (actor: Actor): boolean => actor.kind === 'system';
