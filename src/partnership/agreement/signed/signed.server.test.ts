import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { nobody } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { somebody } from '../../../../tests/support/cast.ts';
import { newAuthority, SIGNATORIES, signedPdf, unsignedPdf } from '../../../../tests/support/signed-pdf.ts';
import { receiveAgreement, validateReceived, validationOf } from '../index.ts';

const house = await freshHouse();
const context = contextFor(house, await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }));
const stranger = contextFor(house, await somebody(house, 'Sven Främling', { role: 'coordinator', organisation: 'Annan kommun' }));
const received = async (bytes: Uint8Array): Promise<string> => sure(await receiveAgreement(context, { fileName: 'avtal.pdf', bytes })).agreementId;
const happened = async (id: string) =>
  (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${id} order by id`.execute(house.database)).rows.map(({ what }) => what);

test('what the signatures in a file were worth is kept when it comes, for those who may see the agreement', async () => {
  const [, , both] = await signedPdf(await newAuthority(afterAll));
  const id = await received(both);
  for (let time = 0; time < 2; time += 1) expect(sure(await validateReceived(context, id))).toMatchObject({ verdict: 'whole', isTrusted: false });
  const kept = sure(await validationOf(context, id));
  expect(kept?.report.signatures.map(({ signer }) => signer?.name)).toEqual(Object.values(SIGNATORIES));
  expect(kept?.validatedAt).toEqual(context.clock.now());
  expect((await happened(id)).filter((what) => what === 'agreement.validated')).toHaveLength(1);
  for (const other of [stranger, contextFor(house, nobody)]) {
    expect(await validationOf(other, id)).toMatchObject({ ok: false });
    expect(await validateReceived(other, id)).toMatchObject({ ok: false });
  }
});

test('the house’s own signatures are trusted, and a file without any is not spoken of', async () => {
  const [, , own] = await signedPdf(await house.signatures.authority(), null, undefined, house.clock.now());
  expect(sure(await validateReceived(context, await received(own)))).toMatchObject({ verdict: 'whole', isTrusted: true });
  const id = await received(await unsignedPdf());
  expect(sure(await validateReceived(context, id))).toBeNull();
  expect(sure(await validationOf(context, id))).toBeNull();
  expect(await happened(id)).toEqual(['agreement.received']);
});
