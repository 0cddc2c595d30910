import { addDays } from '#kernel/calendar-date.ts';
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Place } from '#platform/access/standing.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { readAgreementDraft } from '#partnership/agreement';
import { organisationsNamed } from '#partnership/people';
import { dateSchema, LIMITS, signatorySchema, type Signing, USUAL_DAYS } from '../model.ts';
import { askOf, noSuchSigning } from '../own-signing.ts';
import { mayPrepareSigning } from '../policy.ts';
import { outsideTerm } from '../rules/preparation.ts';
import * as store from '../store/preparation.server.ts';
import { endIfExpired } from './expire.ts';
import { currentSigning, holdRecords } from '../store/records.server.ts';

/** Begins to prepare the signing of a draft, or gives the one that is under way. Whoever drafts, on either side, may. */
export async function prepareSigning(context: Context, { draftId }: { draftId: string }): Promise<Outcome<{ signingId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const draft = await readAgreementDraft(context, draftId);
  if (!draft.ok) return draft;
  const { agreementId } = draft.value;
  const asked = await ask(context, mayPrepareSigning, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const known = await currentSigning(inside, draftId);
    if (known && !(await endIfExpired(inside, (await holdRecords(inside, known))!))) return done({ signingId: known });
    const signingId = await store.beginSigning(inside, { draftId, agreementId, expiresOn: addDays(inside.clock.today(), USUAL_DAYS) });
    await witness(inside, { what: 'signing.prepared', agreementId, facts: { signingId, draftId } });
    return done({ signingId });
  });
}

/** What is typed about somebody who is to sign. */
interface TypedSignatory {
  organisationId: string;
  /** An existing place, to be one of several there; empty for a signature of their own. */
  placeId: string;
  name: string;
  title: string;
  email: string;
  mandateKind: string;
  mandateSource: string;
  mandateDate: string;
  deputy: boolean;
}

/** Adds somebody who may sign: at a place of their own, or as one of several of whom any signs. */
export const addSignatory = (context: Context, { signingId, organisationId, placeId, deputy, ...typed }: TypedSignatory & { signingId: string }): Promise<Outcome<null>> =>
  preparing(context, signingId, async (inside, signing, place) => {
    const parsed = signatorySchema.safeParse(typed);
    if (!parsed.success) return { ok: false, refusals: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map(notUnderstood) };
    const chosen = signing.places.find(({ id }) => id === placeId);
    if (placeId !== '' && !chosen) return refuse('invalid', 'signing.place-unknown', { path: 'placeId' });
    if (chosen && chosen.signatories.length >= LIMITS.perPlace) return refuse('invalid', 'signing.too-many-at-place', { path: 'placeId', facts: { most: LIMITS.perPlace } });
    if (!chosen && signing.places.length >= LIMITS.places) return refuse('invalid', 'signing.too-many-places', { path: 'placeId', facts: { most: LIMITS.places } });
    const [organisation] = place.organisationIds.includes(organisationId) ? await organisationsNamed(inside, [organisationId]) : [];
    if (!chosen && !organisation) return refuse('invalid', 'signing.not-a-party', { path: 'organisationId' });

    const position = 1 + Math.max(0, ...signing.places.map((one) => one.position));
    const at = chosen?.id ?? (await store.insertPlace(inside, signing.id, { position, organisation }));
    const { mandateKind: kind, mandateSource: source, mandateDate: date, ...person } = parsed.data;
    const first = await store.insertSignatory(inside, signing.id, { ...person, placeId: at, mandate: { kind, source, date }, deputy });
    if (!first) return refuse('conflict', 'signing.at-place-already', { path: 'email' });
    await witness(inside, { what: 'signing.signatory-added', agreementId: signing.agreementId, facts: { signingId: signing.id, placeId: at, organisationId: chosen?.organisation.id ?? organisationId, deputy } });
    return done(null);
  });

const notUnderstood = (path: string): Refusal => ({ kind: 'invalid', ...UNDERSTOOD[path as keyof typeof UNDERSTOOD], path });

const UNDERSTOOD = {
  name: { code: 'signing.name-not-understood' },
  title: { code: 'signing.title-too-long' },
  email: { code: 'signing.address-not-understood' },
  mandateKind: { code: 'signing.mandate-not-understood' },
  mandateSource: { code: 'signing.mandate-not-understood' },
  mandateDate: { code: 'signing.mandate-day-not-understood' },
} as const;

/** Takes somebody away who was to sign. */
export const removeSignatory = (context: Context, { signingId, signatoryId }: { signingId: string; signatoryId: string }): Promise<Outcome<null>> =>
  preparing(context, signingId, async (inside, signing) => {
    const signatory = signing.places.flatMap(({ signatories }) => signatories).find(({ id }) => id === signatoryId);
    if (!signatory) return noSuchSigning();
    await store.removeSignatory(inside, signatory);
    await witness(inside, { what: 'signing.signatory-removed', agreementId: signing.agreementId, facts: { signingId, placeId: signatory.placeId } });
    return done(null);
  });

/** Moves a place one step earlier in the order. */
export const moveEarlier = (context: Context, { signingId, placeId }: { signingId: string; placeId: string }): Promise<Outcome<null>> =>
  preparing(context, signingId, async (inside, signing) => {
    const at = signing.places.findIndex(({ id }) => id === placeId);
    if (at < 1) return done(null);
    const [before, moved] = [signing.places[at - 1], signing.places[at]];
    await store.placeInOrder(inside, [{ id: moved.id, position: before.position }, { id: before.id, position: moved.position }]);
    await witness(inside, { what: 'signing.terms-set', agreementId: signing.agreementId, facts: { signingId, placeId, position: before.position } });
    return done(null);
  });

/** Says whether the order is given, and the last day. */
export const setTerms = (context: Context, { signingId, ordered, expiresOn }: { signingId: string; ordered: boolean; expiresOn: string }): Promise<Outcome<null>> =>
  preparing(context, signingId, async (inside, signing) => {
    if (!dateSchema.safeParse(expiresOn).success) return refuse('invalid', 'signing.day-not-understood', { path: 'expiresOn' });
    const outside = outsideTerm(expiresOn, inside.clock.today());
    if (outside.length > 0) return { ok: false, refusals: outside };
    await store.setTerms(inside, signingId, { ordered, expiresOn });
    await witness(inside, { what: 'signing.terms-set', agreementId: signing.agreementId, facts: { signingId, ordered, expiresOn } });
    return done(null);
  });

/** Does something to a signing that has not been sent out, while it is held. */
const preparing = <T>(context: Context, signingId: string, act: (inside: Context, signing: Signing, place: Place) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  inTransaction(context, async (inside) => {
    if (inside.actor.kind === 'nobody') return signInFirst();
    const asked = await askOf(inside, mayPrepareSigning, await holdRecords(inside, signingId));
    if (!asked.ok) return asked;
    const { signing } = asked.value.records;
    return signing.sent || signing.ended ? refuse('conflict', 'signing.sent-already') : act(inside, signing, asked.value.place);
  });
