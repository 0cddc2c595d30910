import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { GRANBY, LYKTAN, no, organisationIdOf, twoSides } from '../../../tests/support/two-sides.ts';
import { addressOf, asTyped, HOUSE, known, means, outsider, person, prepared, sent, sharedDraft, RETURN_TO, SIGNED_IN, signingNow, type Signers } from '../../../tests/support/signings.ts';
import * as signing from './index.ts';

const { house, maja, outreachWorker, sara, stranger } = await twoSides();
const [granby, lyktan] = [organisationIdOf(maja), organisationIdOf(sara)];
const organisations = [{ id: granby, name: GRANBY }, { id: lyktan, name: LYKTAN }];
/** Directors who sign and hold no role, and somebody who may sign instead. */
const [anna, bjorn, cilla] = ['Åsa Ödman', 'Björn Ek', 'Cilla Lund'].map((name) => outsider(house, name));

const draft = () => sharedDraft(maja, organisations);
const out = async (signers: Signers) => {
  return sent(maja, await prepared(maja, await draft(), signers));
};
const sign = (who: Context, signatoryId: string, sha256: string, more: object = {}) => signing.sign(who, { signatoryId, sha256, hasRead: true, signedIn: SIGNED_IN, house: HOUSE, returnTo: RETURN_TO, ...more });
const letters = async (kind: string) => (await sql<{ to_address: string; text: string }>`select to_address, text from platform.outbox where kind = ${`signing.${kind}`} order by queued_at, to_address`.execute(house.database)).rows;
const journal = async (agreementId: string) => (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${agreementId} and what like 'signing.%' order by id`.execute(house.database)).rows.map(({ what }) => what.replace('signing.', ''));

describe('preparing', () => {
  test('is for those who draft, on both sides, and says what is missing', async () => {
    const draftId = await draft();
    const { signingId } = sure(await signing.prepareSigning(maja, { draftId }));
    expect(sure(await signing.prepareSigning(sara, { draftId })).signingId).toBe(signingId);
    expect(no(await signing.prepareSigning(outreachWorker, { draftId }))).toEqual(['access.not-allowed']);
    expect(no(await signing.addSignatory(stranger, { signingId, ...asTyped(anna, granby) }))).toEqual(['signing.not-found']);
    const add = (more: object, who = maja) => signing.addSignatory(who, { signingId, ...asTyped(anna, granby, more) });
    expect(no(await add({ name: ' ', email: 'x', mandateSource: '', mandateDate: '2026-02-31' }))).toEqual(['signing.name-not-understood', 'signing.address-not-understood', 'signing.mandate-not-understood', 'signing.mandate-day-not-understood']);
    expect(no(await add({ organisationId: organisationIdOf(stranger) }))).toEqual(['signing.not-a-party']);
    sure(await add({ deputy: true }));
    expect(no(await signing.sendOut(maja, means(), { signingId, house: null }))).toEqual(['signing.party-has-no-signatory', 'signing.only-deputies']);
    const { places } = (await signingNow(maja, draftId))!;
    expect(no(await add({ placeId: places[0].id }))).toEqual(['signing.at-place-already']);
    sure(await add({ email: 'b@example.se', organisationId: lyktan }, sara));
    const later = (await signingNow(maja, draftId))!;
    sure(await signing.moveEarlier(sara, { signingId, placeId: later.places[1].id }));
    expect((await signingNow(maja, draftId))!.places.map(({ organisation }) => organisation.name)).toEqual([LYKTAN, GRANBY]);
    sure(await signing.removeSignatory(maja, { signingId, signatoryId: later.places[1].signatories[0].id }));
    expect(no(await signing.setTerms(maja, { signingId, ordered: false, expiresOn: '2028-01-01' }))).toEqual(['signing.last-day-outside']);
    sure(await signing.setTerms(maja, { signingId, ordered: false, expiresOn: '2027-01-01' }));
  });

  test('is over when it has been sent out: nothing of it is changed, not by SQL either', async () => {
    const one = await out([[granby, anna], [lyktan, bjorn]]);
    expect(no(await signing.addSignatory(maja, { signingId: one.id, ...asTyped(cilla, lyktan) }))).toEqual(['signing.sent-already']);
    await expect(sql`update signing.signing set frozen_sha256 = repeat('0', 64) where id = ${one.id}`.execute(maja.database)).rejects.toThrow('stays as it is');
    await expect(sql`insert into signing.place select gen_random_uuid(), id, 9, ${granby}, 'x' from signing.signing where id = ${one.id}`.execute(maja.database)).rejects.toThrow('row-level security');
    expect((await sql`delete from signing.signatory where signing_id = ${one.id}`.execute(maja.database)).numAffectedRows).toBe(0n);
    const bogus = sql`insert into signing.signature select p.id, p.signing_id, y.id, 1, 'electronic', repeat('a', 64), repeat('b', 64), null, null, now(), ${person(maja).id}, 'Maja', 'high', null, null from signing.place p join signing.signatory y on y.place_id = p.id where p.signing_id = ${one.id} and p.position = 1`;
    await expect(bogus.execute(maja.database), 'somebody who drafts signs for another').rejects.toThrow('row-level security');
  });
});

test('a signature asks for the sign-in that was demanded when it was sent out', async () => {
  const one = await sent(maja, await prepared(maja, await draft(), [[granby, anna], [lyktan, bjorn]]), 'substantial');
  const first = await known(house, one, anna);
  expect(no(await sign(anna, first, one.sent!.frozenSha256))).toEqual(['access.sign-in-stronger']);
  const stronger = contextFor(house, { ...person(anna), assurance: 'substantial' });
  sure(await sign(stronger, first, one.sent!.frozenSha256));
});

test('one declines with a reason and another there signs; when all there have declined, it is over and all are told', async () => {
  const one = await out([[granby, [anna, cilla]], [lyktan, bjorn]]);
  const [first, other] = [await known(house, one, anna), await known(house, one, cilla)];
  expect(no(await signing.decline(anna, { signatoryId: first, reason: ' ', house: HOUSE }))).toEqual(['signing.reason-missing']);
  expect(no(await signing.decline(anna, { signatoryId: first, reason: 'Ring 070-174 06 05 i stället', house: HOUSE }))).toEqual(['people.free-text-has-phone-number']);
  expect(sure(await signing.decline(anna, { signatoryId: first, reason: 'Beloppet är fel', house: HOUSE }))).toMatchObject({ ended: false });
  expect(sure(await signing.decline(cilla, { signatoryId: other, reason: 'Beloppet är fel', house: HOUSE }))).toMatchObject({ ended: true });
  expect(no(await sign(cilla, other, one.sent!.frozenSha256))).toEqual(['signing.was-declined']);
  for (let twice = 0; twice < 2; twice += 1) sure(await signing.closeEndings(house));
  const told = (await letters('ended')).filter(({ text }) => text.includes('Beloppet är fel'));
  expect(told.map(({ to_address }) => to_address)).toEqual([addressOf(anna), addressOf(cilla)].sort());
  sure(await signing.prepareSigning(maja, { draftId: one.draftId }));
});

test('the side that sent it out withdraws until the last has signed; the other does not', async () => {
  const one = await out([[granby, anna], [lyktan, bjorn]]);
  sure(await sign(anna, await known(house, one, anna), one.sent!.frozenSha256));
  expect(no(await signing.withdraw(sara, { signingId: one.id, reason: 'Nej' }))).toEqual(['signing.only-the-sender']);
  sure(await signing.withdraw(maja, { signingId: one.id, reason: 'Fel bilaga' }));
  expect(no(await sign(bjorn, await known(house, one, bjorn), one.sent!.frozenSha256))).toEqual(['signing.was-withdrawn']);
  expect(no(await signing.withdraw(maja, { signingId: one.id, reason: 'Igen' }))).toEqual(['signing.was-withdrawn']);
});

test('after the last day it is over; before that, who has not signed is reminded', async () => {
  const one = await out([[granby, anna], [lyktan, bjorn]]);
  const on = (day: string) => contextFor({ ...house, clock: stoppedClock(day) }, house.actor);
  const before = (await letters('reminder')).length;
  expect(sure(await signing.remindSignatories(on('2026-11-24'), { house: HOUSE }))).toEqual({ letters: 0 });
  sure(await signing.remindSignatories(on('2026-11-27'), { house: HOUSE }));
  sure(await signing.remindSignatories(on('2026-11-27'), { house: HOUSE }));
  expect((await letters('reminder')).slice(before).filter(({ to_address }) => to_address === addressOf(anna)).length).toBeGreaterThan(0);
  expect(sure(await signing.endExpired(on('2026-12-22'))).ended).toBeGreaterThan(0);
  expect(sure(await signing.readSigning(maja, one.id)).status).toBe('expired');
  expect(await journal(one.agreementId)).toEqual(expect.arrayContaining(['reminded', 'expired']));
});

test('somebody signs on paper, and it is known as that; the other signs the same file and it is sealed', async () => {
  const one = await out([[granby, anna], [lyktan, bjorn]]);
  const [first, second] = one.places.map(({ signatories }) => signatories[0].id);
  const scan = (more: object = {}, who = maja) => signing.signOnPaper(who, { signingId: one.id, signatoryId: first, signedOn: '2026-11-21', bytes: Buffer.from('%PDF-1.4 ett papper'), house: HOUSE, ...more });
  expect(no(await scan({ bytes: new Uint8Array() }))).toEqual(['signing.scan-missing']);
  expect(no(await scan({ bytes: Buffer.from('GIF89a') }))).toEqual(['signing.scan-not-pdf']);
  expect(no(await scan({ signedOn: '2026-11-22' }))).toEqual(['signing.paper-day-outside']);
  expect(no(await scan({ signatoryId: second }))).toEqual(['signing.not-your-turn']);
  expect(no(await scan({}, outreachWorker))).toEqual(['signing.not-found']);
  sure(await scan());
  expect(sure(await sign(bjorn, await known(house, one, bjorn), one.sent!.frozenSha256)).complete).toBe(true);
  sure(await signing.sealIfComplete(house, { signingId: one.id, whenSealed: async () => {} }));
  const { records, status } = sure(await signing.readSigning(maja, one.id));
  expect(status).toBe('sealed');
  expect(records.seal!.report).toMatchObject({ verdict: 'incomplete', signatures: [{ signer: { name: 'Björn Ek' } }] });
  expect(records.signatures[0]).toMatchObject({ manner: 'paper', scan: { signedOn: '2026-11-21' }, by: { name: 'Maja Lindgren' } });
  expect(Buffer.from(sure(await signing.signingFile(sara, means().renderer, { signingId: one.id, file: 'scan-1.pdf' })).bytes).toString()).toContain('ett papper');
});
