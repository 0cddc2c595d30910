import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import * as signing from '#partnership/signing';
import { type Context, contextFor } from '#platform/context.ts';
import { stoppedClock, wallClock } from '#platform/clock.ts';
import { openSignatures } from '#platform/signatures/open.ts';
import type { ValidationReport } from '#platform/signatures/report.ts';
import { validate } from '#platform/signatures/validate.ts';
import { installed } from '../../tests/support/installed.ts';
import { HOUSE, known, means, outsider, prepared, sent, sharedDraft, RETURN_TO, SIGNED_IN, signingNow } from '../../tests/support/signings.ts';
import { type TimeAuthority, timeAuthority } from '../../tests/support/time-authority.ts';
import { GRANBY, LYKTAN, no, organisationIdOf, twoSides } from '../../tests/support/two-sides.ts';
import { finishSignings, signAndSeal } from './signing.ts';

const hasOpenssl = installed('openssl');
const sides = await twoSides();
const [granby, lyktan] = [organisationIdOf(sides.maja), organisationIdOf(sides.sara)];
const folder = mkdtempSync(join(tmpdir(), 'handslag-timed-'));
let time: TimeAuthority;
let timed: (context: Context) => Context;

beforeAll(async () => {
  if (!hasOpenssl) return;
  time = await timeAuthority();
  const signatures = openSignatures(folder, { TIMESTAMP_URL: time.address.href, TIMESTAMP_ROOTS: time.rootFile }, wallClock);
  // OpenSSL has no clock but the machine's, so the story goes by that.
  timed = (context) => contextFor({ ...context, clock: wallClock, signatures }, context.actor);
});
afterAll(() => {
  time?.close();
  rmSync(folder, { recursive: true });
});

/** It answers what nobody can read, from the next question but so many. */
const falterAfter = (answers: number) => {
  time.answer = (bytes) => (answers-- > 0 ? bytes : Buffer.from('502 Bad Gateway'));
};
const recover = () => {
  time.answer = (bytes) => bytes;
};

/** A draft that is ready to go out, with the two who are to sign it. */
async function ready() {
  const [house, maja] = [timed(sides.house), timed(sides.maja)];
  const [anna, bjorn] = ['Åsa Ödman', 'Björn Ek'].map((name) => outsider(house, name));
  const draftId = await sharedDraft(maja, [{ id: granby, name: GRANBY }, { id: lyktan, name: LYKTAN }]);
  return { house, maja, anna, bjorn, one: await prepared(maja, draftId, [[granby, anna], [lyktan, bjorn]]) };
}

test.skipIf(!hasOpenssl)('with a real time authority a draft goes from being sent out to a sealed file that lasts, and our validation says so', { timeout: 120_000 }, async () => {
  const { house, maja, anna, bjorn, one } = await ready();
  const out = await sent(maja, one);
  const before = Date.now() - 2000;
  for (const who of [anna, bjorn]) sure(await signAndSeal(who, { signatoryId: await known(house, out, who), sha256: out.sent!.frozenSha256, hasRead: true, signedIn: SIGNED_IN, house: HOUSE, returnTo: RETURN_TO }));
  const { records, status } = sure(await signing.readSigning(maja, one.id));
  expect(status).toBe('sealed');
  const kept = records.seal!.report as ValidationReport;
  const found = await validate((await house.files.get(records.seal!.sha256))!, await house.signatures.trust(wallClock.now()));
  for (const report of [kept, found]) {
    expect(report).toMatchObject({ verdict: 'whole', isTrusted: true, signatures: [{ signer: { name: 'Åsa Ödman' }, level: 'B-LTA', remarks: [] }, { signer: { name: 'Björn Ek' }, level: 'B-LTA', remarks: [] }, { kind: 'timestamp' }] });
    for (const { provenAt } of report.signatures.slice(0, 2)) expect(Date.parse(provenAt!)).toBeGreaterThan(before);
  }
});

test.skipIf(!hasOpenssl)('while the time authority is silent nothing is sent out, and whoever would sign is told that they have not', { timeout: 120_000 }, async () => {
  const { house, maja, anna, bjorn, one } = await ready();
  falterAfter(0);
  expect(no(await signing.sendOut(maja, means(), { signingId: one.id, house: HOUSE }))).toEqual(['signing.time-source-silent']);
  expect((await signingNow(maja, one.draftId))?.sent).toBeNull();

  recover();
  const out = await sent(maja, one);
  const sign = async (who: Context) => signAndSeal(who, { signatoryId: await known(house, out, who), sha256: out.sent!.frozenSha256, hasRead: true, signedIn: SIGNED_IN, house: HOUSE, returnTo: RETURN_TO });
  sure(await sign(anna));
  falterAfter(0);
  expect(no(await sign(bjorn))).toEqual(['signing.no-time-just-now']);
  const waiting = sure(await signing.readSigning(maja, one.id));
  expect([waiting.status, waiting.records.signatures.map(({ by }) => by.name)]).toEqual(['open', ['Åsa Ödman']]);

  // It answers for the signature and falls silent before the seal: what is signed stays signed, and is sealed later.
  vi.stubEnv('LOG_LEVEL', 'silent');
  falterAfter(1);
  expect(sure(await sign(bjorn))).toMatchObject({ complete: true });
  expect(sure(await signing.readSigning(maja, one.id)).status).toBe('complete');
  recover();
  const minutesLater = contextFor({ ...house, clock: stoppedClock(new Date(Date.now() + 600_000).toISOString()) }, house.actor);
  await finishSignings(minutesLater, HOUSE);
  const { status, records } = sure(await signing.readSigning(maja, one.id));
  expect([status, (records.seal!.report as ValidationReport).signatures.map(({ level }) => level)]).toEqual(['sealed', ['B-LTA', 'B-LTA', 'timestamp']]);
});
