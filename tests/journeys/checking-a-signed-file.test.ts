import { X509Certificate } from 'node:crypto';
import { afterAll, expect } from 'vitest';
import * as pkijs from 'pkijs';
import { fromPem } from '#platform/signatures/pem.ts';
import { faults } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { flippedBits } from '../support/mutations.ts';
import { newAuthority, SIGNATORIES, signedPdf } from '../support/signed-pdf.ts';

test('somebody without an account finds out whether a signed file holds, without script', async ({ open, foreseen }) => {
  const [, , both] = await signedPdf(await newAuthority(afterAll));
  const page = await open({ as: 'nobody', javaScriptEnabled: false });
  const check = async (name: string, bytes: Uint8Array, on = page): Promise<void> => {
    await on.getByLabel('Välj en PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
    await on.getByRole('button', { name: 'Kontrollera filen' }).click();
  };
  const heading = () => page.getByRole('heading', { level: 1 }).innerText();

  await page.goto('/');
  await page.getByRole('link', { name: 'Kontrollera en undertecknad fil' }).click();
  await check('Avtal Youngstival 2027.pdf', both);
  expect(await heading()).toBe('Båda underskrifterna håller');
  const rows = page.getByRole('row');
  for (const name of Object.values(SIGNATORIES)) expect(await rows.filter({ hasText: name }).innerText()).toMatch(/enligt filen[\s\S]*Gränby kommun utfärdare[\s\S]*Håller, okänd utfärdare/);
  expect(await page.getByText('Ingen som den här kontrollen litar på').count()).toBe(1);

  const withScript = await open({ as: 'nobody', viewport: { width: 320, height: 800 } });
  await withScript.goto('/validate');
  await check('Avtal Youngstival 2027.pdf', both, withScript);
  expect(await faults(withScript)).toEqual([]);
  expect(await withScript.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await check('ändrad.pdf', flippedBits(both, 3)[1].bytes);
  expect(await heading()).toBe('Underskrifterna håller inte');
  await check('brev.pdf', new TextEncoder().encode('inget'));
  expect(await page.locator('.lead').innerText()).toBe('Filen är ingen PDF.');

  await page.getByRole('link', { name: 'Utfärdare av underskrifter' }).click();
  expect(await heading()).toMatch(/intygar vilka som skriver under här$/);
  const shown = await page.locator('main').innerText();
  const get = async (file: string) => page.request.get(`/signing-authority/${file}`);
  const [rootPem, rootDer, issuing, list] = await Promise.all(['root.pem', 'root.cer', 'issuing.pem', 'revocations.crl'].map(get));
  const [root] = fromPem('CERTIFICATE', await rootPem.text()).map((der) => new X509Certificate(der));
  expect(Buffer.compare(root.raw, await rootDer.body())).toBe(0);
  expect(shown).toContain(root.fingerprint256);
  const [issuer] = fromPem('CERTIFICATE', await issuing.text()).map((der) => new X509Certificate(der));
  expect(issuer.verify(root.publicKey)).toBe(true);
  expect(pkijs.CertificateRevocationList.fromBER(new Uint8Array(await list.body()).buffer).nextUpdate?.value.getTime()).toBeGreaterThan(Date.now());
  foreseen.add(404);
  expect((await get('authority.pem')).status()).toBe(404);
});
