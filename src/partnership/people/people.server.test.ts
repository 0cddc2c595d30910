import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { sure as yes } from '#kernel/outcome.ts';
import { assignmentsOf, letTakePart } from '#platform/access/assignments.ts';
import { organisationOf } from '#platform/access/standing.ts';
import { nobody, type Person } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { openAccount } from '#platform/sign-in/accounts.ts';
import { letIn } from '#platform/sign-in/mail-link.ts';
import { endOtherSessions, sessionsOf } from '#platform/sign-in/sessions.ts';
import { somebody } from '../../../tests/support/cast.ts';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { browser, wayIn } from '../../../tests/support/visits.ts';
import * as people from './index.ts';

const house = await freshHouse();
const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const as = (actor: Person) => contextFor(house, actor);
const home = (actor: Person) => organisationOf(actor)!.id;

const maja = await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' });
const omar = await somebody(house, 'Omar Hassan', { role: 'association-manager', organisation: 'Lyktan' });
const stranger = await somebody(house, 'Siv Ek', { role: 'coordinator', organisation: 'Lindsala kommun' });

/** The secret in the newest letter to this address. */
async function secretTo(address: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`select text from platform.outbox where to_address = ${address} order by queued_at desc, id limit 1`.execute(house.database);
  return /secret=(\S+)/.exec(rows[0].text)![1];
}

let agreementId: string;
beforeEach(async () => {
  agreementId = randomUUID();
  await letTakePart(house, agreementId, [home(maja), home(omar)]);
});

describe('the organisations one looks after', () => {
  test('are all of them for an administrator, some at a time and by name, and one’s own for others', async () => {
    const root = await somebody(house, 'Rita Rot', { role: 'administrator' });
    for (const name of ['Ängby byalag', 'Ängby IF', 'Ängslan']) yes(await people.registerOrganisation(house, { name, sector: 'civil', orgNumber: null }));
    const names = async (actor: Person, more: { sought?: string; after?: string | null; limit?: number } = {}) => {
      const { rows, next } = yes(await people.organisationsToManage(as(actor), { limit: 2, ...more }));
      return { names: rows.map(({ name }) => name), next };
    };
    const first = await names(root, { sought: 'ängby' });
    expect(first).toEqual({ names: ['Ängby IF', 'Ängby byalag'], next: null });
    const one = await names(root, { sought: 'ÄNGBY', limit: 1 });
    expect(await names(root, { sought: 'ängby', limit: 1, after: one.next })).toEqual({ names: ['Ängby byalag'], next: null });
    expect(await names(root, { sought: '%' })).toEqual({ names: [], next: null });
    expect((await names(maja)).names).toEqual(['Granby kommun']);
  });
});

describe('an invitation', () => {
  const invite = (context: Context, more: Partial<Parameters<typeof people.invite>[1]> = {}) =>
    people.invite(context, { role: 'auditor', organisationId: home(maja), agreementId, name: 'Rut Revisor', email: 'Rut@example.se', origin: 'http://localhost', ...more });

  test('leads into the role it was for, once', async () => {
    yes(await invite(as(maja)));
    const secret = await secretTo('rut@example.se');
    expect(yes(await people.invitationOf(house, secret))).toMatchObject({ role: 'auditor', email: 'rut@example.se', agreementId });
    const accountId = randomUUID();
    yes(await people.acceptInvitation(house, { secret, accountId, name: 'Rut Revisor' }));
    expect(await assignmentsOf(house, accountId)).toMatchObject([{ role: 'auditor', agreementId }]);
    expect(no(await people.acceptInvitation(house, { secret, accountId: randomUUID(), name: 'Någon Annan' }))).toEqual(['people.invitation-spent']);
  });

  test('accepted twice at the same time gives one role', async () => {
    yes(await invite(as(maja), { email: 'rut.twice@example.se' }));
    const secret = await secretTo('rut.twice@example.se');
    const answers = await Promise.all([1, 2].map(() => people.acceptInvitation(house, { secret, accountId: randomUUID(), name: 'Rut' })));
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
  });

  test('is refused to whoever may not give the role, and where it is not theirs nothing is known of the partnership', async () => {
    expect(no(await invite(as(omar), { role: 'coordinator', organisationId: home(omar) }))).toEqual(['access.not-allowed']);
    expect(no(await invite(as(stranger)))).toEqual(['access.not-found']);
    expect(no(await invite(contextFor(house, nobody)))).toEqual(['access.sign-in-first']);
    expect(no(await invite(as(maja), { role: 'association-manager', organisationId: home(stranger) }))).toEqual(['people.organisation-not-in-partnership']);
    expect(no(await invite(as(maja), { role: 'king' as never }))).toEqual(['people.role-not-understood']);
    expect(no(await invite(as(maja), { email: 'rut' }))).toEqual(['people.email-not-understood']);
  });

  test('taken back, it leads nowhere', async () => {
    const { invitationId } = yes(await invite(as(maja)));
    expect(no(await people.withdrawInvitation(as(stranger), { invitationId }))).toEqual(['people.invitation-spent']);
    yes(await people.withdrawInvitation(as(maja), { invitationId }));
    expect(no(await people.acceptInvitation(house, { secret: await secretTo('rut@example.se'), accountId: randomUUID(), name: 'Rut' }))).toEqual(['people.invitation-spent']);
  });

  test('is kept without its secret', async () => {
    yes(await invite(as(maja)));
    const secret = await secretTo('rut@example.se');
    const { rows } = await sql<{ row: string }>`select i::text as row from people.invitation i`.execute(house.database);
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
  });
});

describe('a role', () => {
  const holders = async (context: Context) => yes(await people.rolesInPartnership(context, agreementId)).holders;
  const roleOf = async (person: Person) => (await holders(as(maja))).find(({ personId }) => personId === person.id)!;

  test('is seen by both parties, and by no other', async () => {
    expect((await holders(as(omar))).map(({ role, organisation }) => [role, organisation?.name])).toEqual([['coordinator', 'Granby kommun'], ['association-manager', 'Lyktan']]);
    expect(no(await people.rolesInPartnership(as(stranger), agreementId))).toEqual(['access.not-found']);
  });

  test('is lent for a time, and handed over in one step', async () => {
    const colleague = await somebody(house, 'Ali Berg', { role: 'unit-manager', organisation: 'Granby kommun' });
    const { assignmentId } = await roleOf(maja);
    expect(no(await people.deputise(as(maja), { assignmentId, personId: colleague.id, starts: '2026-12-01', ends: '' }))).toEqual(['people.deputy-needs-last-day']);
    expect(no(await people.deputise(as(maja), { assignmentId, personId: omar.id, starts: '2026-12-01', ends: '2026-12-31' }))).toEqual(['people.choose-colleague']);
    yes(await people.deputise(as(maja), { assignmentId, personId: colleague.id, starts: '2026-12-01', ends: '2026-12-31' }));
    expect((await holders(as(maja))).find(({ deputisesFor }) => deputisesFor === assignmentId)).toMatchObject({ personId: colleague.id, ends: '2026-12-31' });
    // The deputy's day has not come: until then the role gives nothing.
    expect((await assignmentsOf(house, colleague.id)).map(({ role }) => role)).toEqual(['unit-manager']);
  });

  test('that has ended gives nothing any more, also to whoever has a page open', async () => {
    const leaving = await somebody(house, 'Eva Ny', { role: 'steering-seat', organisation: 'Granby kommun', agreementId });
    expect((await people.rolesInPartnership(as(leaving), agreementId)).ok).toBe(true);
    const { assignmentId } = (await holders(as(maja))).find(({ personId }) => personId === leaving.id)!;
    yes(await people.leave(as(maja), { assignmentId }));
    // What the old page knows of its visitor still says yes; the database no longer does.
    expect(yes(await people.rolesInPartnership(as(leaving), agreementId)).holders).toEqual([]);
    expect(no(await people.leave(as(maja), { assignmentId }))).toEqual(['access.not-found']);
  });
});

describe('an organisation', () => {
  test('has units once by each name, and shares of the cost in whole öre', async () => {
    const { unitId } = yes(await people.addUnit(as(maja), { organisationId: home(maja), name: 'Socialförvaltningen' }));
    expect(no(await people.addUnit(as(maja), { organisationId: home(maja), name: 'socialförvaltningen' }))).toEqual(['people.unit-exists']);
    expect(no(await people.addUnit(as(stranger), { organisationId: home(maja), name: 'Kultur' }))).toEqual(['access.not-allowed']);
    yes(await people.shareCost(as(maja), { agreementId, unitId, ore: 10_000_000 }));
    expect(no(await people.shareCost(as(maja), { agreementId, unitId, ore: -1 }))).toEqual(['people.share-not-understood']);
    expect(yes(await people.rolesInPartnership(as(omar), agreementId)).shares).toEqual([{ unit: 'Socialförvaltningen', organisationId: home(maja), ore: 10_000_000 }]);
  });

  test('notes what its people have shown, and nobody else reads it', async () => {
    const { personId } = yes(await people.addPerson(as(omar), { organisationId: home(omar), name: 'Tove Vandrare', email: '', phone: '', birthYear: '2010' }));
    yes(await people.recordCredential(as(omar), { personId, kind: 'insurance', about: '', seenOn: '2026-11-01', validUntil: '' }));
    expect(no(await people.recordCredential(as(omar), { personId, kind: 'course', about: '', seenOn: '2026-11-22', validUntil: '' }))).toEqual(['people.seen-in-the-future']);
    expect(yes(await people.vettedPerson(as(omar), personId)).lacks.walk).toEqual(['guardian-consent']);
    expect(no(await people.vettedPerson(as(maja), personId))).toEqual(['access.not-found']);
    expect(no(await people.recordCredential(as(maja), { personId, kind: 'insurance', about: '', seenOn: '2026-11-01', validUntil: '' }))).toEqual(['access.not-found']);
  });

  test('signs out whoever of its people has lost a telephone, and nobody else’s', async () => {
    const account = await openAccount(house, { name: 'Bo Ek', email: 'bo@byalaget.example' });
    yes(await people.recordAccount(house, { accountId: account.id, organisationId: home(omar), name: account.name, email: account.email }));
    const signIn = wayIn(house);
    await letIn(signIn, browser().visit(), account);
    const end = (accountId: string) => endOtherSessions(signIn, { accountId, sessionId: null });
    expect(no(await people.endSessionsOf(as(maja), { personId: account.id, end }))).toEqual(['access.not-found']);
    expect(yes(await people.endSessionsOf(as(omar), { personId: account.id, end }))).toEqual({ ended: 1 });
    expect(await sessionsOf(signIn, account.id)).toEqual([]);
  });

  test('hides a protected name in lists, and keeps each opening in the journal', async () => {
    const { personId } = yes(await people.addPerson(as(omar), { organisationId: home(omar), name: 'Hemlig Person', email: 'h@example.se', phone: '', birthYear: '' }));
    yes(await people.protectPerson(as(omar), { personId, isProtected: true }));
    const listed = yes(await people.organisationToManage(as(omar), home(omar))).persons.find(({ id }) => id === personId);
    expect(listed).toMatchObject({ protected: true, name: '', email: null });
    expect(yes(await people.vettedPerson(as(omar), personId)).person.name).toBe('Hemlig Person');
    const { rows } = await sql<{ what: string }>`select what from platform.journal where facts->>'personId' = ${personId} order by id`.execute(house.database);
    expect(rows.map(({ what }) => what)).toEqual(['people.person-added', 'people.identity-protected', 'people.protected-opened']);
  });
});
