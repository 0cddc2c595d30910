import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { placeOf } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';
import type { AgreementDraft } from '../drafting/model.ts';
import { readAgreementDraft } from '../drafting/queries.ts';
import { mayDraftAgreement, maySeeAgreement } from '../policy.ts';
import { factViews } from '../queries.ts';
import { agreed } from '../review.ts';
import { findAgreement } from '../store.server.ts';
import { changeableIn } from './changes.ts';
import { conflictsOf } from './merge.ts';
import type { Amendment, Changeable, Conflict, FactHistory } from './model.ts';
import * as store from './store.server.ts';

/** Amendments and annexes of a partnership: in force in the order they came, and in the making as far as the actor may see them. */
export async function amendmentsOf(context: Context, agreementId: string): Promise<Outcome<{ inForce: Amendment[]; inTheMaking: store.AmendmentInTheMaking[] }>> {
  const asked = await ask(context, maySeeAgreement, agreementId);
  if (!asked.ok) return asked;
  return done({ inForce: await store.amendmentsInForce(context, agreementId), inTheMaking: await store.amendmentsInTheMaking(context, agreementId) });
}

/** Everything that an amendment to the agreement could change; a no for whoever may not write one. */
export async function changeableOf(context: Context, agreementId: string): Promise<Outcome<{ title: string; changeable: Changeable[] }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  const agreement = await findAgreement(context, agreementId);
  if (!agreement?.commencedAt) return refuse('conflict', 'agreement.not-in-force');
  return done({ title: agreement.title ?? agreement.fileName, changeable: changeableIn(agreed(await factViews(context, agreementId))) });
}

/** An amendment in the making with where it and the agreement have both changed, or one in force. */
export interface AmendmentView {
  draft: AgreementDraft | null;
  inForce: Amendment | null;
  conflicts: (Conflict & { name: string })[];
  mayResolve: boolean;
}

export async function readAmendment(context: Context, agreementId: string, draftId: string): Promise<Outcome<AmendmentView>> {
  const asked = await ask(context, maySeeAgreement, agreementId);
  if (!asked.ok) return asked;
  const inForce = await store.findAmendment(context, draftId);
  if (inForce) return inForce.agreementId === agreementId ? done({ draft: null, inForce, conflicts: [], mayResolve: false }) : refuse('not-found', 'agreement.draft-not-found');
  const found = await readAgreementDraft(context, draftId);
  if (!found.ok) return found;
  const draft = found.value;
  if (draft.agreementId !== agreementId || draft.kind === 'agreement') return refuse('not-found', 'agreement.draft-not-found');
  const facts = await factViews(context, agreementId);
  const names = new Map(changeableIn(facts).map(({ factId, name }) => [factId, name]));
  const conflicts = conflictsOf(draft, agreed(facts)).map((conflict) => ({ ...conflict, name: names.get(conflict.factId) ?? '' }));
  return done({ draft, inForce: null, conflicts, mayResolve: mayDraftAgreement(context.actor, await placeOf(context, agreementId)) });
}

/** A no while the amendment and the agreement have both changed: it cannot be signed until a person has chosen. An agreement is at one with itself. */
export async function amendmentStands(context: Context, draft: AgreementDraft): Promise<Outcome<null>> {
  if (draft.kind === 'agreement') return done(null);
  const count = conflictsOf(draft, agreed(await factViews(context, draft.agreementId))).length;
  return count === 0 ? done(null) : refuse('conflict', 'agreement.amendment-conflicts', { facts: { count } });
}

/** The sealed file of an amendment in force, byte for byte. */
export async function amendmentFile(context: Context, agreementId: string, draftId: string): Promise<Outcome<{ fileName: string; bytes: Uint8Array }>> {
  const found = await readAmendment(context, agreementId, draftId);
  if (!found.ok) return found;
  const bytes = found.value.inForce ? await context.files.get(found.value.inForce.sha256) : null;
  return bytes && found.value.inForce ? done({ fileName: `${found.value.inForce.title}.pdf`, bytes }) : refuse('not-found', 'agreement.draft-not-found');
}

/** What was ever said of each fact of the agreement, by fact, the oldest first. */
export async function factHistories(context: Context, agreementId: string): Promise<Outcome<Map<string, FactHistory[]>>> {
  const asked = await ask(context, maySeeAgreement, agreementId);
  if (!asked.ok) return asked;
  return done(await store.historiesOf(context, (await factViews(context, agreementId)).map(({ id }) => id)));
}
