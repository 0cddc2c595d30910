import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { readAgreementDraft } from '#partnership/agreement';
import { organisationsNamed } from '#partnership/people';
import type { Ending, Signatory, SigningPlace, SigningRecords, SigningStatus } from '../model.ts';
import { askSigning, noSuchSigning } from '../own-signing.ts';
import { mayActFor, mayPrepareSigning } from '../policy.ts';
import { placeOfSignatory, statusOf, unsignedPlaces } from '../rules/status.ts';
import { placesInTurn, turnOf } from '../rules/turn.ts';
import { errandOf } from '../store/errands.server.ts';
import { currentSigning, endedSignings, findRecords, signatoriesOfAccount } from '../store/records.server.ts';

/** The signing of a draft as those who draft on both sides see it. */
export interface FollowedSigning {
  draft: { id: string; title: string; agreementId: string };
  /** Null before anybody has begun to prepare it. */
  current: { records: SigningRecords; status: SigningStatus; inTurn: string[]; mayWithdraw: boolean } | null;
  /** Those that ended without being sealed, the newest first. */
  former: { id: string; ended: Ending }[];
  parties: { id: string; name: string }[];
}

export async function signingOfDraft(context: Context, draftId: string): Promise<Outcome<FollowedSigning>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const draft = await readAgreementDraft(context, draftId);
  if (!draft.ok) return draft;
  const { agreementId, title } = draft.value;
  const asked = await ask(context, mayPrepareSigning, agreementId);
  if (!asked.ok) return asked;
  const currentId = await currentSigning(context, draftId);
  const records = currentId ? await findRecords(context, currentId) : null;
  const parties = await organisationsNamed(context, asked.value.organisationIds);
  const today = context.clock.today();
  const sender = records?.signing.sent?.organisation.id;
  const status = records && statusOf(records, today);
  return done({
    draft: { id: draftId, title, agreementId },
    current: records && {
      records,
      status: status!,
      inTurn: placesInTurn(records, today).map(({ id }) => id),
      mayWithdraw: (status === 'open' || status === 'expired') && sender !== undefined && mayActFor(context.actor, asked.value, sender),
    },
    former: await endedSignings(context, draftId),
    parties: parties.map(({ id, name }) => ({ id, name })),
  });
}

/** What a signatory is asked to sign, whether they can now, and if theirs is the last signature. */
export interface OwnSigning {
  records: SigningRecords;
  signatory: Signatory;
  place: SigningPlace;
  status: SigningStatus;
  /** Why they cannot sign now; null where they can. */
  hindrance: { code: string; facts?: Record<string, string | number> } | null;
  isLast: boolean;
  signedByThem: boolean;
  /** They have come back from the signing service with an answer that nothing has been done with. */
  isBack: boolean;
}

export async function ownSigning(context: Context, signatoryId: string): Promise<Outcome<OwnSigning>> {
  const asked = await askSigning(context, signatoryId);
  if (!asked.ok) return asked;
  const { records, signatory } = asked.value;
  if (!records.signing.sent) return noSuchSigning();
  const turn = turnOf(records, signatoryId, context.clock.today());
  return done({
    records,
    signatory,
    place: placeOfSignatory(records.signing, signatoryId)!,
    status: statusOf(records, context.clock.today()),
    hindrance: turn.ok ? null : { code: turn.refusals[0].code, facts: turn.refusals[0].facts },
    isLast: unsignedPlaces(records).length === 1,
    signedByThem: records.signatures.some((signature) => signature.signatoryId === signatoryId),
    isBack: context.signatures.elsewhere !== null && Boolean((await errandOf(context, signatoryId))?.answer),
  });
}

/** Something that waits for somebody's signature. */
interface Awaiting {
  signatoryId: string;
  agreementId: string;
  title: string;
  expiresOn: CalendarDate;
}

/** What waits for the actor's signature now, the newest first. */
export async function awaitingSignature(context: Context): Promise<Awaiting[]> {
  if (context.actor.kind !== 'person') return [];
  const waiting: Awaiting[] = [];
  for (const { signatoryId } of await signatoriesOfAccount(context, context.actor.id)) {
    const own = await ownSigning(context, signatoryId);
    if (!own.ok || own.value.hindrance) continue;
    const { agreementId, expiresOn, sent } = own.value.records.signing;
    waiting.push({ signatoryId, agreementId, title: sent!.title, expiresOn });
  }
  return waiting;
}
