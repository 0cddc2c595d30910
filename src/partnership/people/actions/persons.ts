import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { JournalEvent } from '#platform/journal/events.ts';
import { credentialSchema, type KnownPerson, personSchema } from '../model.ts';
import { mayManageOrganisation, mayVet } from '../policy.ts';
import * as store from '../store/persons.server.ts';

/** Enters somebody who is with an organisation and needs no account: a walker, a volunteer. */
export async function addPerson(context: Context, { organisationId, ...input }: { organisationId: string } & z.input<typeof personSchema>): Promise<Outcome<{ personId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!isId(organisationId) || !mayManageOrganisation(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const parsed = personSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid', notUnderstood(parsed.error), { path: String(parsed.error.issues[0].path[0]) });
  return inTransaction(context, async (inside) => {
    const personId = randomUUID();
    await store.keepPerson(inside, { id: personId, organisationId, ...parsed.data, protected: false, since: inside.clock.today(), until: null });
    await witness(inside, { what: 'people.person-added', agreementId: null, facts: { personId, organisationId } });
    return done({ personId });
  });
}

/** Keeps the name of somebody who has got an account, which is how colleagues know them; the house does it, at the door. */
export async function recordAccount(house: Context, { accountId, organisationId, name, email }: { accountId: string; organisationId: string | null; name: string; email: string | null }): Promise<Outcome<null>> {
  if (house.actor.kind !== 'system') return refuse('forbidden', 'access.not-allowed');
  return inTransaction(house, async (inside) => {
    await store.keepPerson(inside, { id: accountId, organisationId, name, email, phone: null, birthYear: null, protected: false, since: inside.clock.today(), until: null });
    await witness(inside, { what: 'people.account-recorded', agreementId: null, facts: { accountId } });
    return done(null);
  });
}

/** Notes that somebody is with the organisation no longer. */
export const endPerson = (context: Context, { personId }: { personId: string }): Promise<Outcome<KnownPerson>> =>
  onPerson(context, personId, mayManageOrganisation, 'people.person-left', async (inside, person) => {
    await store.keepPerson(inside, { ...person, until: inside.clock.today() });
    return done({});
  });

/** Notes that somebody's sessions are being ended for them, on a lost telephone for one; `end` ends them, and says how many they were. */
export async function endSessionsOf(context: Context, { personId, end }: { personId: string; end: (accountId: string) => Promise<number> }): Promise<Outcome<{ ended: number }>> {
  const noted = await onPerson(context, personId, mayManageOrganisation, 'people.sessions-ended', async () => done({}));
  return noted.ok ? done({ ended: await end(personId) }) : noted;
}

/** Marks an identity as protected, or no longer: from then on the name is shown only where somebody with the right opens it. */
export const protectPerson = (context: Context, { personId, isProtected }: { personId: string; isProtected: boolean }): Promise<Outcome<KnownPerson>> =>
  onPerson(context, personId, mayVet, isProtected ? 'people.identity-protected' : 'people.identity-unprotected', async (inside, person) => {
    await store.keepPerson(inside, { ...person, protected: isProtected });
    return done({});
  });

/**
 * Notes that something was seen that decides what a person may be given to do: by whom, for what and until when. Neither
 * the thing itself nor what it said is kept.
 *
 * @lagrum 2013:852
 */
export const recordCredential = (context: Context, { personId, lookedAt, ...input }: { personId: string; lookedAt?: string[] } & z.input<typeof credentialSchema>): Promise<Outcome<KnownPerson>> =>
  onPerson(context, personId, mayVet, 'people.credential-recorded', async (inside) => {
    const parsed = credentialSchema.safeParse(input);
    if (!parsed.success) return refuse('invalid', notUnderstood(parsed.error), { path: String(parsed.error.issues[0].path[0]) });
    const { seenOn, validUntil, kind, about } = parsed.data;
    if (seenOn > inside.clock.today()) return refuse('invalid', 'people.seen-in-the-future', { path: 'seenOn' });
    if (validUntil !== null && validUntil < seenOn) return refuse('invalid', 'people.ends-before-it-starts', { path: 'validUntil' });
    const looked = lookAgain({ texts: { about }, lookedAt });
    if (!looked.ok) return looked;
    await store.insertCredential(inside, { id: randomUUID(), personId, kind, about, seenOn, seenBy: actorName(inside.actor), validUntil });
    return done({ kind, ...looked.value });
  });

/** Takes back that something was seen; that it was noted stays known. */
export const withdrawCredential = (context: Context, { personId, credentialId }: { personId: string; credentialId: string }): Promise<Outcome<KnownPerson>> =>
  onPerson(context, personId, mayVet, 'people.credential-withdrawn', async (inside) =>
    isId(credentialId) && (await store.withdrawCredential(inside, { id: credentialId, personId, by: actorName(inside.actor) })) ? done({ credentialId }) : refuse('not-found', 'access.not-found'),
  );

async function onPerson(
  context: Context,
  personId: string,
  policy: typeof mayVet,
  what: JournalEvent,
  act: (inside: Context, person: KnownPerson) => Promise<Outcome<Record<string, unknown>>>,
): Promise<Outcome<KnownPerson>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return inTransaction(context, async (inside) => {
    const person = isId(personId) ? await store.findPerson(inside, personId) : null;
    if (!person?.organisationId) return refuse('not-found', 'access.not-found');
    if (!policy(inside.actor, person.organisationId)) return refuse('forbidden', 'access.not-allowed');
    const outcome = await act(inside, person);
    if (!outcome.ok) return outcome;
    await witness(inside, { what, agreementId: null, facts: { personId, ...outcome.value } });
    return done(person);
  });
}

/** Which sentence says what was wrong with the first field that was. */
function notUnderstood({ issues: [{ path }] }: z.ZodError): string {
  const sentences: Record<string, string> = { name: 'name', email: 'email', birthYear: 'birth-year', seenOn: 'day', validUntil: 'day' };
  return `people.${sentences[String(path[0])] ?? 'name'}-not-understood`;
}
