import { sql } from 'kysely';
import { expect, inject, test, vi } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { stoppedClock } from '#platform/clock.ts';
import * as agreement from '#partnership/agreement';
import { dutiesOfPartnership } from '#partnership/commitments';
import * as governance from '#partnership/governance';
import * as signing from '#partnership/signing';
import { type Context, contextFor } from '#platform/context.ts';
import { dyingAt } from '../../tests/support/cut-off.ts';
import { addressOf, HOUSE, known, means, outsider, prepared, sent, sharedDraft, RETURN_TO, SIGNED_IN } from '../../tests/support/signings.ts';
import { GRANBY, LYKTAN, no, organisationIdOf, twoSides } from '../../tests/support/two-sides.ts';
import { finishSignings, signAndSeal } from './signing.ts';

const { as, house, maja, outreachWorker, rowsSeen, sara, signedOut, stranger } = await twoSides();
const [granby, lyktan] = [organisationIdOf(maja), organisationIdOf(sara)];
/** Directors who sign and hold no role, and somebody who may sign instead, whose name is longer than a certificate has room for. */
const CILLA = 'Cilla Maria Margareta Elisabet Lund af Stora Herrestad och Tjärby';
const [anna, bjorn, cilla] = ['Åsa Ödman', 'Björn Ek', CILLA].map((name) => outsider(house, name));

const draft = () => sharedDraft(maja, [{ id: granby, name: GRANBY }, { id: lyktan, name: LYKTAN }]);
const letters = async (kind: string) => (await sql<{ to_address: string }>`select to_address from platform.outbox where kind = ${`signing.${kind}`} order by queued_at, to_address`.execute(house.database)).rows.map(({ to_address }) => to_address);
const journal = async (agreementId: string) => (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${agreementId} and what like 'signing.%' order by id`.execute(house.database)).rows.map(({ what }) => what.replace('signing.', ''));

test('two directors sign in turn, the second seals, and the partnership runs', async () => {
  const one = await sent(maja, await prepared(maja, await draft(), [[granby, anna], [lyktan, [bjorn, cilla]]]));
  const { frozenSha256 } = one.sent!;
  expect((await letters('invitation'))).toEqual([addressOf(anna)]);
  const [first, second] = [await known(house, one, anna), await known(house, one, cilla)];

  const sign = (who: Context, signatoryId: string, sha256: string, more: object = {}) => signAndSeal(who, { signatoryId, sha256, hasRead: true, signedIn: SIGNED_IN, house: HOUSE, returnTo: RETURN_TO, ...more });

  // Order and right are kept where the signature is made, whoever has which letter.
  expect(no(await sign(cilla, second, frozenSha256))).toEqual(['signing.not-your-turn']);
  expect(no(await sign(anna, second, frozenSha256))).toEqual(['signing.not-found']);
  expect(no(await sign(maja, first, frozenSha256))).toEqual(['signing.not-found']);
  expect(no(await sign(signedOut, first, frozenSha256))).toEqual(['access.sign-in-first']);
  expect(no(await sign(anna, first, '0'.repeat(64)))).toEqual(['signing.another-file']);
  expect(no(await sign(anna, first, frozenSha256, { hasRead: false }))).toEqual(['signing.not-read']);

  expect(sure(await sign(anna, first, frozenSha256))).toMatchObject({ complete: false });
  expect(no(await sign(anna, first, frozenSha256))).toEqual(['signing.signed-already']);
  expect((await letters('invitation')).slice(1).sort()).toEqual([addressOf(bjorn), addressOf(cilla)].sort());

  // Half-signed: for those who draft and those who sign, and for nobody else.
  const auditor = await as('Rut Revisor', { role: 'auditor', organisation: GRANBY, agreementId: one.agreementId });
  for (const nobodys of [auditor, outreachWorker, stranger]) {
    expect(no(await signing.readSigning(nobodys, one.id))?.[0]).toMatch(/access.not-(found|allowed)|signing.not-found/);
    for (const table of ['signing', 'place', 'signatory', 'signature', 'letter']) expect(await rowsSeen(nobodys, `signing.${table}`), table).toBe(0);
  }
  expect(sure(await signing.readSigning(sara, one.id)).status).toBe('open');

  expect(sure(await sign(cilla, second, frozenSha256))).toMatchObject({ complete: true });
  const { records, status } = sure(await signing.readSigning(auditor, one.id));
  expect(status).toBe('sealed');
  expect(records.seal!.report).toMatchObject({ verdict: 'whole', isTrusted: true, signatures: [{ signer: { name: 'Åsa Ödman' } }, { signer: { name: CILLA.slice(0, 64) } }] });
  const files = await Promise.all([frozenSha256, ...records.signatures.map(({ sha256 }) => sha256), records.seal!.sha256].map((sha256) => house.files.get(sha256)));
  for (const [index, file] of files.entries()) if (index > 0) expect(Buffer.from(file!).subarray(0, files[index - 1]!.length).equals(Buffer.from(files[index - 1]!))).toBe(true);

  const { rows } = await sql<{ sha256: string; duties: number }>`select d.sha256, (select count(*)::int from commitments.plan p where p.agreement_id = d.id) as duties from agreement.document d where d.id = ${one.agreementId}`.execute(house.database);
  expect(rows).toEqual([{ sha256: records.seal!.sha256, duties: 1 }]);
  expect(await letters('sealed')).toEqual(expect.arrayContaining([addressOf(anna), addressOf(cilla)]));
  expect(await journal(one.agreementId)).toEqual(['prepared', 'signatory-added', 'signatory-added', 'signatory-added', 'sent', 'signatory-known', 'signatory-known', 'signed', 'signed', 'sealed']);
  expect(no(await signing.withdraw(maja, { signingId: one.id, reason: 'Ångrat' }))).toEqual(['signing.signed-by-all']);

  const { bytes } = sure(await signing.signingFile(cilla, means().renderer, { signingId: one.id, file: 'evidence.json' }));
  expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ format: 'handslag.signing-evidence/1', status: 'sealed', places: [{ signature: { name: 'Åsa Ödman', signedIn: { by: 'passkey' }, onSha256: frozenSha256 } }, { signature: { name: CILLA.slice(0, 64) } }] });
  expect(Buffer.from(sure(await signing.signingFile(cilla, means().renderer, { signingId: one.id, file: 'evidence.pdf' })).bytes.subarray(0, 5)).toString()).toBe('%PDF-');
});

test('an amendment that both have signed moves the end of the running partnership, and one that collides cannot be sent out', async () => {
  const signedByBoth = async (draftId: string) => {
    const one = await sent(maja, await prepared(maja, draftId, [[granby, anna], [lyktan, bjorn]]));
    for (const who of [anna, bjorn]) sure(await signAndSeal(who, { signatoryId: await known(house, one, who), sha256: one.sent!.frozenSha256, hasRead: true, signedIn: SIGNED_IN, house: HOUSE, returnTo: RETURN_TO }));
    return one.agreementId;
  };
  const agreementId = await signedByBoth(await draft());
  // What was decided for the end that was is told of beside what is decided for the one that comes.
  const extended = { agreementId, outcome: 'amendment' as const, decidedOn: house.clock.today(), decidedBy: 'Kommunstyrelsen § 12' };
  const course = async () => sure(await governance.courseOf(sara, agreementId));
  sure(await governance.recordOutcome(maja, extended));
  expect(await course()).toMatchObject({ outcome: { forEnd: (await course()).agreedEnd }, earlierOutcomes: [] });
  const period = async () => sure(await agreement.agreementForReview(maja, agreementId)).facts.find(({ kind }) => kind === 'period')!;
  const [{ id: factId }, ends] = [await period(), ['2028-06-30', '2029-01-31']];
  const drafts = await Promise.all(ends.map(async (end) => {
    const { draftId } = sure(await agreement.beginAmendment(maja, { agreementId, kind: 'amendment', changes: [{ factId, part: 'end.date' }] }));
    const { version } = sure(await agreement.readAgreementDraft(maja, draftId));
    sure(await agreement.changeDraft(maja, { draftId, change: { kind: 'fields', version, fields: { 'andring-1': end } } }));
    sure(await agreement.shareDraft(maja, { draftId }));
    return draftId;
  }));
  await signedByBoth(drafts[0]);
  expect(await period()).toMatchObject({ value: { end: { date: '2028-06-30' } }, amendedBy: drafts[0] });
  expect(sure(await agreement.amendmentsOf(sara, agreementId)).inForce).toMatchObject([{ draftId: drafts[0], signedBy: 'Åsa Ödman, Björn Ek' }]);
  expect(sure(await dutiesOfPartnership(sara, agreementId)).term.end).toBe('2028-06-30');
  expect(await course()).toMatchObject({ outcome: null, earlierOutcomes: [{ outcome: 'amendment' }] });
  expect(no(await governance.undoOutcome(maja, { agreementId }))).toEqual(['governance.not-decided']);
  sure(await governance.recordOutcome(maja, { ...extended, outcome: 'end' }));
  expect(await course()).toMatchObject({ outcome: { outcome: 'end', forEnd: '2028-06-30' }, earlierOutcomes: [{ outcome: 'amendment' }] });

  const late = await prepared(maja, drafts[1], [[granby, anna], [lyktan, bjorn]]);
  expect(no(await signing.sendOut(maja, means(), { signingId: late.id, house: HOUSE }))).toEqual(['agreement.amendment-conflicts']);
});

/** A signing that has been sent out in no given order, with a way for each of the two to sign it. */
async function sentOut() {
  const before = await prepared(maja, await draft(), [[granby, anna], [lyktan, bjorn]]);
  sure(await signing.setTerms(maja, { signingId: before.id, ordered: false, expiresOn: before.expiresOn }));
  const one = await sent(maja, before);
  const input = async (who: Context) => ({ signatoryId: await known(house, one, who), sha256: one.sent!.frozenSha256, hasRead: true, signedIn: SIGNED_IN, house: HOUSE, returnTo: RETURN_TO });
  return { one, inputs: [await input(anna), await input(bjorn)] };
}

/** All that sealing brings with it, as far as it is there: either all of it once, or nothing. */
const brought = async ({ id, agreementId }: { id: string; agreementId: string }) =>
  (
    await sql<Record<string, number>>`select
      (select count(*)::int from signing.seal where signing_id = ${id}) as seals,
      (select count(*)::int from agreement.commencement where agreement_id = ${agreementId}) as commencements,
      (select count(*)::int from commitments.plan where agreement_id = ${agreementId}) as plans,
      (select count(*)::int from platform.journal where agreement_id = ${agreementId} and what = 'signing.sealed') as entries,
      (select count(*)::int from platform.outbox where kind = 'signing.sealed' and to_address = ${addressOf(anna)} and key like ${`%${id}%`}) as receipts`.execute(house.database)
  ).rows[0];
const ALL = { seals: 1, commencements: 1, plans: 1, entries: 1, receipts: 1 };
const NOTHING = { seals: 0, commencements: 0, plans: 0, entries: 0, receipts: 0 };

test('the last two sign at the same moment, each many times over: they sign once each and it is sealed once', async () => {
  const { one, inputs } = await sentOut();
  const outcomes = await Promise.all(Array.from({ length: 10 }, (_, index) => signAndSeal(index % 2 ? anna : bjorn, inputs[index % 2 ? 0 : 1])));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await brought(one)).toEqual(ALL);
  const { records } = sure(await signing.readSigning(maja, one.id));
  expect(records.signatures.map(({ revision }) => revision)).toEqual([1, 2]);
  expect(records.signatures[1].previousSha256).toBe(records.signatures[0].sha256);
});

test('what everybody has signed and nobody has sealed is sealed once by fifty who try', async () => {
  const { one, inputs } = await sentOut();
  sure(await signing.sign(anna, inputs[0]));
  expect(sure(await signing.sign(bjorn, inputs[1])).complete).toBe(true);
  expect(await brought(one)).toEqual(NOTHING);
  await Promise.all(Array.from({ length: 50 }, () => finishSignings(house, HOUSE)));
  expect(await brought(one)).toEqual(ALL);
});

test('a program that dies at any step of sealing leaves all of it or nothing, and the next one finishes it', { timeout: 120_000 }, async () => {
  const { one, inputs } = await sentOut();
  sure(await signing.sign(anna, inputs[0]));
  sure(await signing.sign(bjorn, inputs[1]));
  // Each dies a step later than the one before, and comes minutes after it; every third step is tried, on a real server every eleventh.
  const stride = 'server' in inject('database') ? 11 : 3;
  vi.stubEnv('LOG_LEVEL', 'silent');
  let [dead, done] = [0, false];
  for (let nth = 1; !done; nth += stride) {
    const later = contextFor({ ...house, clock: stoppedClock(new Date(Date.UTC(2026, 10, 21, 9, nth * 2)).toISOString()) }, house.actor);
    const { context, steps } = dyingAt(later, nth);
    await finishSignings(context, HOUSE).catch(() => {});
    done = steps() < nth;
    if (!done) dead += 1;
    const now = await brought(one);
    expect(now.seals === 1 ? ALL : NOTHING, `dead at step ${nth}`).toEqual(now);
  }
  expect(dead).toBeGreaterThan(60 / stride);
  await finishSignings(house, HOUSE);
  expect(await brought(one)).toEqual(ALL);
  expect(sure(await signing.readSigning(sara, one.id)).status).toBe('sealed');
});
