import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import * as signing from '#partnership/signing';
import { stoppedClock, wallClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { openSignatures } from '#platform/signatures/open.ts';
import type { Answer, WayThere } from '#platform/signatures/signing-service.ts';
import type { Signing } from '#pure/signing';
import { dyingAt } from '../../tests/support/cut-off.ts';
import { installed } from '../../tests/support/installed.ts';
import { signingService } from '../../tests/support/signing-service.ts';
import { HOUSE, known, means, outsider, person, prepared, RETURN_TO, sent, sharedDraft, SIGNED_IN } from '../../tests/support/signings.ts';
import { timeAuthority } from '../../tests/support/time-authority.ts';
import { GRANBY, LYKTAN, no, organisationIdOf, twoSides } from '../../tests/support/two-sides.ts';
import { comeBackAndSeal, finishSignings, signAndSeal, withdrawAndTell } from './signing.ts';

const [sides, service, impostor] = await Promise.all([twoSides(), signingService(), signingService({ name: 'Någon annan' })]);
const folder = mkdtempSync(join(tmpdir(), 'handslag-elsewhere-'));
afterAll(() => {
  for (const each of [service, impostor]) each.close();
  rmSync(folder, { recursive: true });
});

/** The same people where the house has this signing service. The service has no clock but the machine's, so the story goes by that. */
const withSettings = (settings: Record<string, string>) => {
  const signatures = openSignatures(join(folder, 'authority'), settings, wallClock);
  return <C extends Context>(context: C): Context => contextFor({ ...context, clock: wallClock, signatures }, context.actor);
};
const elsewhere = withSettings(service.settings);
const [house, maja, sara] = [sides.house, sides.maja, sides.sara].map(elsewhere);
const [granby, lyktan] = [organisationIdOf(maja), organisationIdOf(sara)];
const [anna, bjorn] = ['Åsa Ödman', 'Björn Ek'].map((name) => outsider(house, name));
const later = (context: Context, minutes: number) => contextFor({ ...context, clock: stoppedClock(new Date(Date.now() + minutes * 60_000).toISOString()) }, context.actor);

/** A signing that has been sent out in no given order, with each signatory known. */
async function out(as: (context: Context) => Context = (context) => context) {
  const draftId = await sharedDraft(maja, [{ id: granby, name: GRANBY }, { id: lyktan, name: LYKTAN }]);
  const before = await prepared(maja, draftId, [[granby, anna], [lyktan, bjorn]]);
  sure(await signing.setTerms(maja, { signingId: before.id, ordered: false, expiresOn: before.expiresOn }));
  const one = await sent(as(maja), before);
  return { one, signatoryOf: { anna: await known(house, one, anna), bjorn: await known(house, one, bjorn) } };
}

const begin = (who: Context, signatoryId: string, { sent: file }: Signing) => signAndSeal(who, { signatoryId, sha256: file!.frozenSha256, hasRead: true, signedIn: SIGNED_IN, house: HOUSE, returnTo: RETURN_TO });
const wayOf = async (begun: ReturnType<typeof begin>): Promise<WayThere> => sure(await begun).onward!;
/** What the browser does that is sent back here: its form is received, and whoever is signed in finishes. */
async function back(who: Context, answer: Answer, signatoryId: string) {
  const received = await signing.receiveAnswer(house, answer);
  return received.ok ? comeBackAndSeal(who, { signatoryId, house: HOUSE }) : received;
}
const signedBy = async ({ id }: Signing): Promise<string[]> => sure(await signing.readSigning(maja, id)).records.signatures.map(({ by }) => by.name);
const errands = async ({ id }: Signing) => (await sql<{ answered: boolean }>`select answer is not null as answered from signing.errand where signing_id = ${id}`.execute(house.database)).rows;
const journal = async ({ agreementId }: Signing) => (await sql<{ what: string; facts: { why?: string } }>`select what, facts from platform.journal where agreement_id = ${agreementId} and what like 'signing.%' order by id`.execute(house.database)).rows.map(({ what, facts }) => [what.replace('signing.', ''), facts.why].filter(Boolean).join(': '));

test('two go to the signing service and come back; the second seals, and any reader finds what they signed to be whole', { timeout: 120_000 }, async () => {
  const time = installed('openssl') ? await timeAuthority() : null;
  const timed = withSettings({ ...service.settings, ...(time && { TIMESTAMP_URL: time.address.href, TIMESTAMP_ROOTS: time.rootFile }) });
  const { one, signatoryOf } = await out(timed);
  for (const [who, signatoryId] of [[timed(anna), signatoryOf.anna], [timed(bjorn), signatoryOf.bjorn]] as const) {
    const way = await wayOf(begin(who, signatoryId, one));
    expect(way.action.href).toBe(service.settings.SIGNING_SERVICE_URL);
    // What is signed does not go along, but for its checksum.
    expect(JSON.parse(Buffer.from(way.fields.SignRequest, 'base64').toString())).toMatchObject({ format: 'handslag.sign-request/1', returnTo: RETURN_TO.href, about: one.sent!.title, signer: { name: person(who).name } });
    expect(JSON.stringify(way.fields)).not.toContain(person(who).id);
    sure(await back(who, await service.through(way), signatoryId));
  }
  time?.close();
  const { records, status } = sure(await signing.readSigning(maja, one.id));
  const level = time ? 'B-LTA' : 'B-B';
  expect(status).toBe('sealed');
  expect(records.seal!.report).toMatchObject({ verdict: 'whole', isTrusted: true, signatures: [{ signer: { name: 'Åsa Ödman', assurance: 'high' }, issuer: 'Prövotjänsten utfärdare', level, changes: [] }, { signer: { name: 'Björn Ek' }, level, changes: [] }, ...(time ? [{ kind: 'timestamp' }] : [])] });
  expect(await errands(one)).toEqual([]);
  expect((await journal(one)).slice(-7)).toEqual(['gone-to-sign', 'answer-received', 'signed', 'gone-to-sign', 'answer-received', 'signed', 'sealed']);
  if (!installed('pdfsig')) return;
  const file = join(folder, 'sealed.pdf');
  writeFileSync(file, (await house.files.get(records.seal!.sha256))!);
  expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8', stdio: 'pipe' }).match(/Signature is Valid\./g)?.length).toBeGreaterThanOrEqual(2);
});

test('an answer that does not hold signs nothing, is witnessed and let go of; begun anew it can be done', { timeout: 120_000 }, async () => {
  const { one, signatoryOf } = await out();
  const other = await out();
  const said = (fields: Answer) => JSON.parse(Buffer.from(fields.SignResponse, 'base64').toString()) as { reference: string; cms: string };
  const saying = (reference: string, more: object): Answer => ({ RelayState: reference, SignResponse: Buffer.from(JSON.stringify({ format: 'handslag.sign-response/1', reference, ...more })).toString('base64') });
  const overAnother = said(await service.through(await wayOf(begin(bjorn, other.signatoryOf.bjorn, other.one)))).cms;
  const forged: [code: string, answer: (way: WayThere) => Promise<Answer>][] = [
    ['signatures.answer-not-understood', async ({ fields }) => ({ RelayState: fields.RelayState, SignResponse: 'bm9uc2Vuc2U=' })],
    ['signatures.answer-not-understood', async (way) => ({ ...(await service.through(way)), SignResponse: saying('another', { cms: overAnother }).SignResponse })],
    ['signatures.answer-not-over-this', async ({ fields }) => saying(fields.RelayState, { cms: overAnother })],
    ['signatures.answer-not-over-this', async ({ fields }) => saying(fields.RelayState, { cms: Buffer.from('no CMS').toString('base64') })],
    ['signatures.answer-not-over-this', async ({ fields }) => saying(fields.RelayState, { cms: Buffer.alloc(13_000, 48).toString('base64') })],
    ['signatures.answer-not-trusted', async (way) => impostor.through({ ...way, action: new URL(impostor.settings.SIGNING_SERVICE_URL) })],
    ['signatures.signed-by-another', async (way) => ((service.signer = () => 'Björn Ek'), service.through(way))],
    ['signatures.not-signed-there', (way) => service.cancelled(way)],
  ];
  for (const [code, answer] of forged) {
    expect(no(await back(anna, await answer(await wayOf(begin(anna, signatoryOf.anna, one))), signatoryOf.anna)), code).toEqual([code]);
    expect(await errands(one)).toEqual([]);
  }
  expect(await signedBy(one)).toEqual([]);
  expect((await journal(one)).filter((line) => line.startsWith('came-back-unsigned'))).toEqual(forged.map(([code]) => `came-back-unsigned: ${code}`));
  // However the service writes a name.
  service.signer = ({ signer }) => signer.name.toUpperCase();
  sure(await back(anna, await service.through(await wayOf(begin(anna, signatoryOf.anna, one))), signatoryOf.anna));
  service.signer = ({ signer }) => signer.name;
  sure(await back(bjorn, await service.through(await wayOf(begin(bjorn, signatoryOf.bjorn, one))), signatoryOf.bjorn));
  expect(await signedBy(one)).toEqual(['ÅSA ÖDMAN', 'Björn Ek']);
  expect(sure(await signing.readSigning(maja, one.id)).status).toBe('sealed');
});

test('an answer is good once, in time, for whoever went, and while it is waited for', { timeout: 120_000 }, async () => {
  const { one, signatoryOf } = await out();
  const first = await service.through(await wayOf(begin(anna, signatoryOf.anna, one)));
  expect(no(await comeBackAndSeal(anna, { signatoryId: signatoryOf.anna, house: HOUSE }))).toEqual(['signing.not-back-yet']);
  // Begun again: what came of the first is awaited no longer.
  const second = await service.through(await wayOf(begin(anna, signatoryOf.anna, one)));
  expect(no(await back(anna, first, signatoryOf.anna))).toEqual(['signing.nobody-awaited']);
  expect(no(await back(bjorn, second, signatoryOf.anna))).toEqual(['signing.not-found']);
  expect(no(await comeBackAndSeal(sides.signedOut, { signatoryId: signatoryOf.anna, house: HOUSE }))).toEqual(['access.sign-in-first']);
  expect(no(await signing.receiveAnswer(anna, second))).toEqual(['access.not-allowed']);
  expect(sure(await signing.ownSigning(anna, signatoryOf.anna)).isBack).toBe(true);
  sure(await comeBackAndSeal(anna, { signatoryId: signatoryOf.anna, house: HOUSE }));
  expect(no(await back(anna, second, signatoryOf.anna))).toEqual(['signing.nobody-awaited']);
  sure(await comeBackAndSeal(anna, { signatoryId: signatoryOf.anna, house: HOUSE }));
  expect(await signedBy(one)).toEqual(['Åsa Ödman']);

  const late = await service.through(await wayOf(begin(bjorn, signatoryOf.bjorn, one)));
  sure(await signing.receiveAnswer(later(house, 15), late));
  expect(no(await comeBackAndSeal(later(bjorn, 15), { signatoryId: signatoryOf.bjorn, house: HOUSE }))).toEqual(['signing.took-too-long']);
  await wayOf(begin(bjorn, signatoryOf.bjorn, one));
  await finishSignings(later(house, 14), HOUSE);
  expect(await errands(one)).toEqual([{ answered: false }]);
  await finishSignings(later(house, 15), HOUSE);
  expect(await errands(one)).toEqual([]);
  expect((await journal(one)).slice(-3)).toEqual(['came-back-unsigned: signing.took-too-long', 'gone-to-sign', 'came-back-unsigned: signing.took-too-long']);

  const withdrawn = await service.through(await wayOf(begin(bjorn, signatoryOf.bjorn, one)));
  sure(await withdrawAndTell(maja, { signingId: one.id, reason: 'Fel bilaga' }));
  expect(no(await back(bjorn, withdrawn, signatoryOf.bjorn))).toEqual(['signing.was-withdrawn']);
  expect(await signedBy(one)).toEqual(['Åsa Ödman']);
});

test('one goes at a time; a paper that is kept meanwhile is no hindrance, another’s signature is', { timeout: 120_000 }, async () => {
  const { one, signatoryOf } = await out();
  await wayOf(begin(anna, signatoryOf.anna, one));
  expect(no(await begin(bjorn, signatoryOf.bjorn, one))).toEqual(['signing.another-is-signing']);
  const far = await service.through(await wayOf(begin(later(bjorn, 15), signatoryOf.bjorn, one)));
  expect(no(await begin(anna, signatoryOf.anna, one))).toEqual(['signing.another-is-signing']);
  // The settings had another signing service, or none, when somebody else signed.
  sure(await begin(withSettings({})(anna), signatoryOf.anna, one));
  expect(no(await back(bjorn, far, signatoryOf.bjorn))).toEqual(['signing.signed-meanwhile']);
  sure(await back(bjorn, await service.through(await wayOf(begin(bjorn, signatoryOf.bjorn, one))), signatoryOf.bjorn));
  expect(sure(await signing.readSigning(maja, one.id)).status).toBe('sealed');

  const two = await out();
  const answer = await service.through(await wayOf(begin(anna, two.signatoryOf.anna, two.one)));
  sure(await signing.signOnPaper(maja, { signingId: two.one.id, signatoryId: two.signatoryOf.bjorn, signedOn: maja.clock.today(), bytes: Buffer.from('%PDF-1.4 ett papper'), house: HOUSE }));
  sure(await back(anna, answer, two.signatoryOf.anna));
  expect(sure(await signing.readSigning(maja, two.one.id)).status).toBe('sealed');
});

test('an errand is seen and ended by whoever went and by nobody else, and what they came back with is the house’s to keep', async () => {
  const { one, signatoryOf } = await out();
  await wayOf(begin(anna, signatoryOf.anna, one));
  for (const other of [bjorn, maja, sara, sides.outreachWorker, sides.stranger]) {
    expect(await sides.rowsSeen(other, 'signing.errand')).toBe(0);
    expect((await sql`delete from signing.errand where signing_id = ${one.id}`.execute(other.database)).numAffectedRows).toBe(0n);
    await sql`select signing.stop_awaiting(${one.id}, ${new Date()})`.execute(other.database);
  }
  expect((await sql`update signing.errand set answer = '{}', answered_at = now() where signing_id = ${one.id}`.execute(anna.database)).numAffectedRows).toBe(0n);
  // A stranger does not end what has run out either; whoever takes part does.
  await sql`select signing.stop_awaiting(${one.id}, ${new Date(Date.now() + 3_600_000)})`.execute(sides.stranger.database);
  expect(await errands(one)).toHaveLength(1);
  await sql`select signing.stop_awaiting(${one.id}, ${new Date(Date.now() + 3_600_000)})`.execute(bjorn.database);
  expect(await errands(one)).toEqual([]);
  const forAnother = sql`insert into signing.errand select 'x', ${one.id}, ${signatoryOf.anna}, ${person(bjorn).id}, repeat('a', 64), '', 1, 2, 'passkey', now(), now(), now() + interval '1 hour'`;
  await expect(forAnother.execute(bjorn.database)).rejects.toThrow('row-level security');
});

test('a program that dies at any step of finishing leaves a signature or what it is made of, and the next one finishes it', { timeout: 120_000 }, async () => {
  const { one, signatoryOf } = await out();
  sure(await signing.receiveAnswer(house, await service.through(await wayOf(begin(anna, signatoryOf.anna, one)))));
  vi.stubEnv('LOG_LEVEL', 'silent');
  let dead = 0;
  for (let nth = 1, done = false; !done; nth += 3) {
    const { context, steps } = dyingAt(anna, nth);
    await comeBackAndSeal(context, { signatoryId: signatoryOf.anna, house: HOUSE }).catch(() => {});
    done = steps() < nth;
    if (!done) dead += 1;
    expect([(await signedBy(one)).length, await errands(one)], `dead at step ${nth}`).toEqual(expect.toBeOneOf([[0, [{ answered: true }]], [1, []]]));
  }
  expect(dead).toBeGreaterThan(5);
  expect(await signedBy(one)).toEqual(['Åsa Ödman']);
});

test('nothing is sent out while the signing service is silent', async () => {
  const silent = await signingService();
  silent.close();
  const draftId = await sharedDraft(maja, [{ id: granby, name: GRANBY }, { id: lyktan, name: LYKTAN }]);
  const before = await prepared(maja, draftId, [[granby, anna], [lyktan, bjorn]]);
  writeFileSync(join(folder, 'roots.pem'), '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n');
  const context = withSettings({ ...silent.settings, SIGNING_SERVICE_ROOTS: join(folder, 'roots.pem') })(maja);
  expect(no(await signing.sendOut(context, means(), { signingId: before.id, house: HOUSE }))).toEqual(['signing.service-not-ready']);
});
