import { randomUUID } from 'node:crypto';
import { type KeptAnyway, lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayBeginDraftFor, mayHandInAgreements, maySeeAgreement } from '../../policy.ts';
import { factViews } from '../../queries.ts';
import { findAgreement } from '../../store.server.ts';
import { carriedOn } from '../carried-on.ts';
import { draftEntry } from '../draft-entry.ts';
import { DRAFT_LIMITS, type DraftContent, type Origin } from '../model.ts';
import * as store from '../store.server.ts';
import { type DraftParty, fromTemplate, isTemplateName } from '../templates/index.ts';

/** Begins an agreement from a template, for an organisation that the actor drafts for and another. */
export async function beginAgreementDraft(context: Context, { template, organisationId, title, parties, lookedAt }: { template: string; organisationId: string; title: string; parties: DraftParty[]; lookedAt?: string[] }): Promise<Outcome<{ draftId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!mayHandInAgreements(context.actor)) return refuse('forbidden', 'access.not-allowed');
  if (!mayBeginDraftFor(context.actor, organisationId)) return notOwn();
  if (!isTemplateName(template)) return refuse('invalid', 'agreement.choose-template', { path: 'template' });
  if (title.trim().length > DRAFT_LIMITS.title) return refuse('invalid', 'agreement.draft-title-too-long', { path: 'title', facts: { most: DRAFT_LIMITS.title } });
  if (!parties.some((party) => party.organisationId === organisationId)) return notOwn();
  const looked = lookAgain({ texts: { title }, lookedAt, known: parties.map(({ name }) => name) });
  if (!looked.ok) return looked;
  const content = fromTemplate(template, { title: title.trim(), parties }, randomUUID);
  return inTransaction(context, (inside) => openDraft(inside, { agreementId: randomUUID(), organisationId, origin: { from: 'template', template }, content, kept: looked.value }));
}

interface CarriedOn {
  agreementId: string;
  organisationId: string;
  /** What blacks out the names of those who are protected: they do not come along. */
  hide: <T>(agreementId: string, data: T) => T;
}

/** Carries on a document that has been read: as a new agreement, with its text in clauses and what was read in it as facts. */
export async function carryOnDocument(context: Context, { agreementId, organisationId, hide }: CarriedOn): Promise<Outcome<{ draftId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!mayHandInAgreements(context.actor)) return refuse('forbidden', 'access.not-allowed');
  if (!mayBeginDraftFor(context.actor, organisationId)) return notOwn();
  const asked = await ask(context, maySeeAgreement, agreementId);
  if (!asked.ok) return asked;
  const document = await findAgreement(context, agreementId);
  if (!document?.text) return refuse('not-found', 'agreement.not-found');
  const facts = (await factViews(context, agreementId)).filter(({ verdict, certainty, instrument }) => !instrument && verdict !== 'removed' && (verdict !== 'undecided' || certainty !== 'unsure'));
  const content = carriedOn(hide(agreementId, { text: document.text, title: document.title ?? document.fileName, facts }), randomUUID);
  return inTransaction(context, (inside) => openDraft(inside, { agreementId: randomUUID(), organisationId, origin: { from: 'document', agreementId }, content }));
}

const notOwn = () => refuse('invalid', 'agreement.choose-own-organisation', { path: 'own' });

/** Keeps a draft of any kind that begins, in its partnership. For whoever has asked whether the actor may. */
export async function openDraft(inside: Context, { agreementId, organisationId, origin, content, kept = {} }: { agreementId: string; organisationId: string; origin: Origin; content: DraftContent; kept?: KeptAnyway }): Promise<Outcome<{ draftId: string }>> {
  if (content.kind === 'agreement') await letTakePart(inside, agreementId, [organisationId]);
  const draftId = await store.insertDraft(inside, { agreementId, organisationId, origin, content });
  await witness(inside, draftEntry('agreement.draft-begun', { id: draftId, agreementId, organisationId, sharedAt: null }, { kind: content.kind, clauses: content.clauses.length, ...kept }));
  return done({ draftId });
}
