import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { factsOf } from '../../facts.ts';
import { mayBringIntoForce } from '../../policy.ts';
import { READER } from '../../reader-version.ts';
import * as agreements from '../../store.server.ts';
import { composed } from '../composed.ts';
import type { DraftContent } from '../model.ts';
import { noSuchDraft } from '../own-draft.ts';
import * as store from '../store.server.ts';

/**
 * Makes a signed draft the agreement of its partnership: the sealed file is its document, what it states are its facts, all
 * of them confirmed by those who signed, and it has commenced. Done once; again it changes nothing. For the house, when the
 * last signature is in and the file is sealed.
 */
export async function bringIntoForce(inside: Context, { draftId, pdfSha256, content, signedBy }: { draftId: string; pdfSha256: string; content: DraftContent; signedBy?: string[] }): Promise<Outcome<{ agreementId: string }>> {
  const draft = await store.holdDraft(inside, draftId);
  if (!draft || draft.kind !== 'agreement') return noSuchDraft();
  const { agreementId } = draft;
  if (!mayBringIntoForce(inside.actor)) return refuse('forbidden', 'access.not-allowed');
  if (await agreements.findAgreement(inside, agreementId)) return done({ agreementId });
  const file = await inside.files.get(pdfSha256);
  if (!file) throw new Error(`the sealed file ${pdfSha256} of draft ${draftId} is not kept`);

  const { text, reading } = composed(content);
  const signed = (signedBy ?? reading.signatories.map(({ name }) => name)).join(', ') || actorName(inside.actor);
  await agreements.insertAgreement(inside, agreementId, { fileName: `${content.title}.pdf`, sha256: pdfSha256, size: file.length, by: signed });
  await agreements.keepText(inside, agreementId, { text, format: 'handslag-pdf', notes: [] });
  await agreements.keepTitle(inside, agreementId, reading.title);
  await agreements.insertReading(inside, agreementId, READER, reading);
  const factIds = await agreements.insertFacts(inside, agreementId, factsOf(reading), 0);
  await agreements.insertDecisions(inside, factIds, 'confirm', undefined, signed);
  await agreements.insertCommencement(inside, agreementId, null, signed);
  await witness(inside, { what: 'agreement.brought-into-force', agreementId, facts: { draftId, sha256: pdfSha256, facts: factIds.length } });
  return done({ agreementId });
}
