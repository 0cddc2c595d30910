import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { placeOf } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';
import type { AgreementDraft } from '../../drafting/model.ts';
import { askOfDraft } from '../../drafting/own-draft.ts';
import * as drafting from '../../drafting/store.server.ts';
import { mayNegotiate, maySeeAgreement, maySetApprovalPath, negotiatesFor } from '../../policy.ts';
import type { Approval, ApprovalStep, DraftVersion } from '../model.ts';
import { notYetToSign } from '../not-yet.ts';
import { hashOfContent } from '../sealed.ts';
import * as store from '../store.server.ts';

/** What one side asks for before it signs, and what has been recorded of it for the version at hand. */
interface SideApprovals {
  organisation: { id: string; name: string };
  steps: (ApprovalStep & { approval: Approval | null })[];
  mayRecord: boolean;
  maySetPath: boolean;
}

export interface Approvals {
  draft: AgreementDraft;
  /** The newest version both sides see; null where there is none. */
  version: DraftVersion | null;
  /** It says what the draft says now. */
  isCurrent: boolean;
  frozen: boolean;
  sides: SideApprovals[];
  /** Everything that is left before signing can begin. */
  left: Refusal[];
}

/** How far each side has come towards signing. */
export async function approvalsOfDraft(context: Context, draftId: string): Promise<Outcome<Approvals>> {
  const found = await askOfDraft(context, maySeeAgreement, await drafting.findDraft(context, draftId));
  if (!found.ok) return found;
  const draft = found.value;
  const place = await placeOf(context, draft.agreementId);
  const own = mayNegotiate(context.actor, place) ? negotiatesFor(context.actor, place) : [];
  const [version = null] = (await store.versionsOf(context, draftId)).filter(({ shared }) => shared);
  const isCurrent = version?.sha256 === hashOfContent(draft);
  const frozen = await store.isFrozen(context, draftId);
  const steps = await store.stepsOf(context, place.organisationIds);
  const approvals = version ? await store.approvalsOf(context, version.id) : [];
  const sides = (await store.organisationNames(context, place.organisationIds)).map((organisation) => ({
    organisation,
    steps: steps.filter(({ organisationId }) => organisationId === organisation.id).map((step) => ({ ...step, approval: approvals.find(({ stepId }) => stepId === step.id) ?? null })),
    mayRecord: isCurrent && !frozen && own.some(({ id }) => id === organisation.id),
    maySetPath: maySetApprovalPath(context.actor, organisation.id),
  }));
  return done({ draft, version, isCurrent, frozen, sides, left: await notYetToSign(context, { draft, place, version: isCurrent ? version : null }) });
}

/** Which approvals an organisation asks for, for whoever may change it. */
export async function approvalPathOf(context: Context, organisationId: string): Promise<Outcome<{ organisation: { id: string; name: string }; steps: ApprovalStep[] }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!maySetApprovalPath(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const [organisation] = await store.organisationNames(context, [organisationId]);
  return done({ organisation, steps: await store.stepsOf(context, [organisationId]) });
}
