import * as m from '#messages';
import { levelWords } from '../../src/routes/account/way-words.ts';
import { freePort } from '../support/free-port.ts';
import { test as journey } from '../support/journey.ts';
import { openIdProvider } from '../support/openid-provider.ts';

const port = await freePort();
const provider = await openIdProvider(`http://127.0.0.1:${port}/sign-in/oidc/callback`);
const test = journey.extend('settings', { scope: 'file' }, { SAMPLES: 'no', PORT: String(port), ...provider.settings });

test('an official comes through the municipality’s own sign-in, back to where they wanted to go and with the level it vouches for', async ({ open }) => {
  provider.person = { sub: 'maja-1', email: 'maja.lindgren@example.se', email_verified: true, name: 'Maja L', acr: 'http://id.elegnamnden.se/loa/1.0/loa3' };
  const page = await open({ as: 'nobody', javaScriptEnabled: false });
  await page.goto('/calendar?month=2026-12');
  await page.getByRole('link', { name: /Granby inloggning/ }).click();
  await page.waitForURL(/\/calendar\?month=2026-12$/);
  await page.goto('/account');
  await page.locator('#sessions').getByText(levelWords('substantial')).first().waitFor();
});

test('whoever is known there and not here is told so, and whom to ask', async ({ open }) => {
  provider.person = { sub: 'stranger', email: 'stranger@example.se', email_verified: true, name: 'Siv Främling' };
  const page = await open({ as: 'nobody', javaScriptEnabled: false });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: /Granby inloggning/ }).click();
  await page.waitForURL(/\/sign-in\/not-invited/);
  await page.getByRole('heading', { name: m.refusal_sign_in_not_invited() }).waitFor();
});
