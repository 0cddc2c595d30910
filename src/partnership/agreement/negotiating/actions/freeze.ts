import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import * as m from '#messages';
import { mayNegotiate, mayRelease } from '../../policy.ts';
import { findDraft } from '../../drafting/store.server.ts';
import { takeSharedSeat } from '../at-the-table.ts';
import type { FrozenVersion } from '../model.ts';
import { notYetToSign } from '../not-yet.ts';
import { contentOf, hashOfContent } from '../sealed.ts';
import * as store from '../store.server.ts';

/**
 * Freezes what the draft says, for signing: the version that both sides have approved, or, where neither asks for an approval,
 * one made now. Until it is released nothing of the draft changes. Refuses with everything that is left to do.
 */
export const freezeForSignature = (context: Context, draftId: string): Promise<Outcome<FrozenVersion>> =>
  inTransaction(context, async (inside) => {
    const seat = await takeSharedSeat(inside, mayNegotiate, draftId);
    if (!seat.ok) return seat;
    const { draft, side, place } = seat.value;
    const [last] = (await store.versionsOf(inside, draftId)).filter(({ shared }) => shared);
    const sha256 = hashOfContent(draft);
    const version = last?.sha256 === sha256 ? last : null;
    const left: Refusal[] = await notYetToSign(inside, { draft, place, version });
    if (left.length > 0) return { ok: false, refusals: left };
    const frozen = version ?? (await store.insertVersion(inside, { draftId, name: m.version_for_signature({}, { locale: 'sv' }), content: contentOf(draft), sha256, shared: true, organisationId: side.id }));
    await store.insertFreezing(inside, draftId, frozen.id);
    await witness(inside, { what: 'agreement.draft-frozen', agreementId: draft.agreementId, facts: { draftId, versionId: frozen.id, number: frozen.number, sha256 } });
    return done({ draftId, agreementId: draft.agreementId, kind: draft.kind, versionId: frozen.id, number: frozen.number, sha256, content: frozen.content });
  });

/** Lets a draft that was out for signature be negotiated again: when it is withdrawn or declined, or its time has run out. */
export async function releaseFromSignature(context: Context, draftId: string): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return inTransaction(context, async (inside) => {
    const draft = await findDraft(inside, draftId);
    if (!draft) return refuse('not-found', 'agreement.draft-not-found');
    const asked = await ask(inside, mayRelease, draft.agreementId);
    if (!asked.ok) return asked;
    if (!(await store.endFreezing(inside, draftId))) return refuse('conflict', 'agreement.not-out-for-signature');
    await witness(inside, { what: 'agreement.draft-released', agreementId: draft.agreementId, facts: { draftId } });
    return done(null);
  });
}
