import { randomUUID } from 'node:crypto';
import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  approvalPathOf,
  beginAmendment,
  beginAssessment,
  bringAmendmentIntoForce,
  nameVersion,
  openDraft,
  propose,
  readAgreementDraft,
  requireApproval,
  shareDraft,
} from '#partnership/agreement';
import { attachFiles, beginDraft, handIn, readDraft } from '#partnership/followup';
import { recordAid } from '#partnership/money';
import { addPerson, addUnit, invite, recordCredential, rolesInPartnership, vettedPerson } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import { may, type Role, ROLES } from '#platform/access/roles.ts';
import { type Actor, nobody } from '#platform/actor.ts';
import { contextFor, inTransaction } from '#platform/context.ts';
import type { Door, Stage } from '../../tests/access/door.ts';
import { DOORS } from '../../tests/access/doors.ts';
import { somebody } from '../../tests/support/cast.ts';
import { freshHouse } from '../../tests/support/fresh-database.ts';
import { browser, wayIn } from '../../tests/support/visits.ts';
import { sentRow } from '../../tests/support/signings.ts';
import { walkingIn } from '../../tests/support/walking-stage.ts';
import { partiesIn, type Running, running } from '../../tests/support/three-partnerships.ts';

/*
 * Walks every address and every action, as every role, to a partnership of one's own, another of the same organisation,
 * one of somebody else's, and signed out. What is right is not written here: it follows from the table of roles.
 */

type Handler = (event: unknown) => unknown;
const modules = import.meta.glob<Record<string, Handler & Record<string, Handler>>>('./**/+{page.server,server}.ts', { eager: true });

/** Every door there is, by route and verb. */
const handlers = new Map<string, Handler>(
  Object.entries(modules).flatMap(([file, { load, actions, GET, POST }]) => {
    const route = file.replace(/^\./, '').replace(/\/\+(page\.)?server\.ts$/, '') || '/';
    const verbs = { load, GET, POST, ...(actions as Record<string, Handler> | undefined) };
    return Object.entries(verbs).flatMap(([verb, handler]) => (handler ? [[`${route} ${verb}`, handler as Handler] as const] : []));
  }),
);

test('no address and no action is unlisted, and none is listed that is not there', () => {
  expect([...handlers.keys()].sort()).toEqual(Object.keys(DOORS).sort());
});

const plan = { title: 'Läxhjälp', description: '', recipient: 'Lyktan', orgNumber: '802998-3411', plannedOre: null, plannedRate: null, plannedRateOn: '' };
const house = await freshHouse();
const signIn = wayIn(house);
const own = await running(house, 'Vårt partnerskap', ['Granby kommun', 'Lyktan']);
const same = await running(house, 'Vårt andra partnerskap', ['Granby kommun', 'Lyktan']);
const other = await running(house, 'Andras partnerskap', ['Lindsala kommun', 'Fyren']);
const PLACES = { own, same, other };
type Place = keyof typeof PLACES;

const stages = {
  public: { own: await stageOf(own, 0, 'Granby kommun'), same: await stageOf(same, 0, 'Granby kommun'), other: await stageOf(other, 0, 'Lindsala kommun') },
  civil: { own: await stageOf(own, 1, 'Lyktan'), same: await stageOf(same, 1, 'Lyktan'), other: await stageOf(other, 1, 'Fyren') },
};

async function stageOf(partnership: Running, party: number, organisation: string): Promise<Stage> {
  const organisationId = (await orderedParties(partnership, organisation, party))!;
  const manager = contextFor(house, await somebody(house, `Chef ${randomUUID()}`, { role: party === 0 ? 'coordinator' : 'association-manager', organisation }));
  const { personId } = sure(await addPerson(manager, { organisationId, name: 'Person', email: '', phone: '', birthYear: '' }));
  sure(await recordCredential(manager, { personId, kind: 'course', about: '', seenOn: '2026-01-01', validUntil: '' }));
  const invitation = { name: 'Rut', email: 'rut@example.se', origin: 'http://localhost', organisationId };
  const draft = async () => {
    const { draftId: id } = sure(await beginDraft(manager, { agreementId: partnership.id, kind: 'other', title: 'Rapport', body: 'Text', dutyId: null }));
    sure(await attachFiles(manager, { draftId: id, files: [{ name: 'bilaga.txt', bytes: new TextEncoder().encode('Bilaga') }] }));
    const { mark, draft } = sure(await readDraft(manager, partnership.id, id));
    return { id, sha256: draft.files[0].sha256, mark };
  };
  const amendment = async () => {
    const { draftId } = sure(await beginAmendment(manager, { agreementId: partnership.id, kind: 'annex', changes: [] }));
    await inTransaction(manager, (inside) => sql`update agreement.draft set shared_at = now(), shared_by = 'Chef' where id = ${draftId}`.execute(inside.database));
    return draftId;
  };
  const [making, inForce] = [await amendment(), await amendment()];
  const signed = { draftId: inForce, content: sure(await readAgreementDraft(manager, inForce)), pdfSha256: await house.files.put(new TextEncoder().encode('Bilaga')), signedAt: new Date() };
  sure(await inTransaction(house, (inside) => bringAmendmentIntoForce(inside, signed)));
  const agreementDraft = async () => {
    const clause = { id: randomUUID(), heading: 'Ändring', body: 'Mer tid.', version: 1 };
    const content = { kind: 'amendment' as const, title: 'Tillägg', clauses: [clause], fields: [], facts: [] };
    const origin = { from: 'agreement' as const, agreementId: partnership.id, base: null };
    const { draftId: id } = sure(await inTransaction(manager, (inside) => openDraft(inside, { agreementId: partnership.id, organisationId, origin, content })));
    return { id, clauseId: sure(await readAgreementDraft(manager, id)).clauses[0].id };
  };
  const oneAgreementDraft = await agreementDraft();
  const outToBeSigned = await sentRow(manager, (await agreementDraft()).id, organisationId);
  const negotiated = async () => {
    const { id, clauseId } = await agreementDraft();
    sure(await shareDraft(manager, { draftId: id }));
    const { proposalId } = sure(await propose(manager, { draftId: id, change: { kind: 'change', clauseId, version: 1, heading: 'Ändring', body: 'Ännu mer tid.' }, reason: '' }));
    const { id: versionId } = sure(await nameVersion(manager, { draftId: id, name: 'Första' }));
    sure(await requireApproval(manager, { organisationId, step: 'other', body: `Steg ${randomUUID()}` }));
    const stepId = sure(await approvalPathOf(manager, organisationId)).steps.at(-1)!.id;
    return { id, clauseId, proposalId, versionId, stepId };
  };
  const { id: draftId, mark } = await draft();
  const { submission } = sure(await handIn(manager, { draftId, mark }));
  return {
    draft,
    amendment: { making, inForce },
    signing: { id: outToBeSigned.id, signatoryId: outToBeSigned.places[0].signatories[0].id },
    agreementDraft: (another) => (another ? agreementDraft() : Promise.resolve(oneAgreementDraft)),
    assessmentId: sure(await beginAssessment(manager, plan)).assessmentId,
    aidId: sure(await recordAid(manager, { organisationId, orgNumber: plan.orgNumber, what: 'Bidrag', grantedOn: '2026-01-01', ore: 100_00, rate: 110_000, rateOn: '2026-01-01' })).aidId,
    negotiated: await negotiated(),
    submission: { id: submission.id, sha256: submission.files[0].sha256 },
    walking: await walkingIn(house, partnership.id, (await orderedParties(partnership, partnership === other ? 'Fyren' : 'Lyktan', 1))!),
    partnership,
    organisationId,
    personId,
    unitId: sure(await addUnit(manager, { organisationId, name: `Enhet ${randomUUID()}` })).unitId,
    credentialId: sure(await vettedPerson(manager, personId)).credentials[0].id,
    assignment: async () => (await somebody(house, 'Avgående', { role: 'association-manager', organisation })).assignments[0].id,
    invitation: async (into) => {
      const where = into === 'partnership' ? { role: 'auditor' as const, agreementId: partnership.id } : { role: 'association-manager' as const, agreementId: null };
      return sure(await invite(house, { ...invitation, ...where })).invitationId;
    },
  };
}

async function orderedParties(partnership: Running, organisation: string, party: number): Promise<string | undefined> {
  const { organisations } = sure(await rolesInPartnership(house, partnership.id));
  expect(await partiesIn(house, partnership)).toHaveLength(2);
  return organisations.find(({ name }) => name === organisation)?.id ?? organisations[party].id;
}

/** Everybody there is: each role for the whole organisation where it can be held so, and in the one partnership. */
const visitors: { name: string; role: Role | null; whole: boolean; actor: Actor }[] = [{ name: 'signed out', role: null, whole: false, actor: nobody }];
for (const role of Object.keys(ROLES) as Role[]) {
  const { held, side } = ROLES[role];
  const organisation = held === 'house' ? undefined : side === 'civil' ? 'Lyktan' : 'Granby kommun';
  if (held !== 'partnership') visitors.push({ name: `${role}, whole`, role, whole: true, actor: await somebody(house, role, { role, organisation }) });
  if (held !== 'house') visitors.push({ name: `${role}, in one`, role, whole: false, actor: await somebody(house, role, { role, organisation, agreementId: own.id }) });
}

type Answer = 'admitted' | 'unauthenticated' | 'forbidden' | 'not found';

/** What the table of roles says the answer must be. */
function rightAnswer({ asks, at, invitesInto, hidden, side }: Door, { role, whole }: (typeof visitors)[number], place: Place): Answer[] {
  if (asks === 'anyone') return ['admitted'];
  if (asks === 'secret') return ['not found'];
  if (role === null) return ['unauthenticated'];
  if (asks === 'session') return ['admitted'];
  if (asks === 'signatory' || asks === 'walker') return ['not found'];
  const able = (invitesInto ? (ROLES[role].invites as readonly string[]).includes(invitesInto) : may([role], asks)) && (!side || ROLES[role].side === side);
  const administers = ROLES[role].held === 'house';
  if (at === 'house') return able && whole ? ['admitted'] : ['forbidden'];
  if (at === 'organisation') {
    if (administers) return able || asks === 'organisation.manage' ? ['admitted'] : ['forbidden', 'not found'];
    return able && whole && place !== 'other' ? ['admitted'] : ['forbidden', 'not found'];
  }
  const reaches = !administers && (place === 'own' || (place === 'same' && whole));
  if (!reaches || !may([role], 'partnership.see')) return ['not found'];
  return able ? ['admitted'] : hidden ? ['forbidden', 'not found'] : ['forbidden'];
}

const STATUS: Record<number, Answer> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not found' };

/** Knocks, and gives the answer with what was shown. Whatever is wrong with a form beyond who sends it counts as admitted. */
async function knock(name: string, actor: Actor, stage: Stage, { form, more }: Brought): Promise<{ answer: Answer; shown: string }> {
  const url = new URL('http://localhost/');
  const params = { ...more, ...(name.startsWith('/organisations') ? { id: stage.organisationId, person: stage.personId } : { id: stage.partnership.id }) };
  const request = name.endsWith(' load') || name.endsWith(' GET') ? new Request(url) : new Request(url, { method: 'POST', body: new URLSearchParams(form) });
  const visitor = actor.kind === 'person' ? { accountId: actor.id, name: actor.name, email: 'maja@granby.example', language: null, assurance: actor.assurance } : null;
  const entering = { signIn, visit: browser().visit(), visitor, demo: false };
  const event = { locals: { ...entering, context: contextFor(house, actor), reader: { warm() {}, read: async () => ({ ok: false, refusals: [{ kind: 'too-many', code: 'agreement.reader-is-busy' }] }) }, documents: { pdf: async () => ({ ok: true, value: new Uint8Array() }) }, photos: { clean: async (bytes: Uint8Array) => ({ ok: true, value: bytes }) }, demandedToSign: 'low' }, params, url, request, cookies: { get: () => undefined, set() {} }, setHeaders() {}, getClientAddress: () => '127.0.0.1' };
  try {
    const result = await handlers.get(name)!(event);
    if (isActionFailure(result)) return { answer: STATUS[result.status] ?? 'admitted', shown: '' };
    return { answer: 'admitted', shown: result instanceof Response ? await result.text() : JSON.stringify(result ?? {}) };
  } catch (thrown) {
    if (isRedirect(thrown)) return { answer: 'admitted', shown: '' };
    if (isHttpError(thrown)) return { answer: STATUS[thrown.status] ?? 'admitted', shown: '' };
    throw thrown;
  }
}

/** Where it is worth knocking: a door that is told nothing of a place is the same wherever one stands. */
const placesOf = (name: string, { params, form }: Door): Place[] => (!name.includes('[id]') && !params && !form ? ['own'] : (Object.keys(PLACES) as Place[]));

/** What is sent along, and what the address has. */
interface Brought {
  form: Record<string, string>;
  more: Record<string, string>;
}

async function broughtTo({ params, form }: Door, stage: Stage): Promise<Brought> {
  const more = (await params?.(stage)) ?? {};
  return { more, form: { ...more, ...(await form?.(stage)) } };
}

for (const [name, door] of Object.entries(DOORS)) {
  test(`${name} answers each role as the table of roles says`, async () => {
    const wrong: string[] = [];
    // Whoever is turned away, and whoever only looks, leaves it as it was for the next.
    const looks = /(load|GET)$/.test(name);
    const unused = new Map<Stage, Brought>();
    for (const visitor of visitors) {
      const side = visitor.role && ROLES[visitor.role].side === 'civil' ? 'civil' : 'public';
      for (const place of placesOf(name, door)) {
        const stage = stages[side][place];
        const brought = unused.get(stage) ?? (await broughtTo(door, stage));
        const { answer, shown } = await knock(name, visitor.actor, stage, brought);
        if (answer === 'admitted' && !looks) unused.delete(stage);
        else unused.set(stage, brought);
        const right = rightAnswer(door, visitor, place);
        if (!right.includes(answer)) wrong.push(`${visitor.name} at ${place}: ${answer}, not ${right.join(' or ')}`);
        if (visitor.role !== 'administrator' && (shown.includes(other.title) || shown.includes(other.id))) wrong.push(`${visitor.name} at ${place} was shown another's partnership`);
        if (!visitor.whole && (shown.includes(same.title) || shown.includes(same.id))) wrong.push(`${visitor.name} at ${place} was shown a partnership they have no part in`);
      }
    }
    expect(wrong).toEqual([]);
  });
}
