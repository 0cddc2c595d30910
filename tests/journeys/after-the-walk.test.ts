import { expect } from 'vitest';
import * as m from '#messages';
import { faults } from '../support/axe.ts';
import { test as base } from '../support/journey.ts';
import { layDatabaseIn } from '../support/migrated-folder.ts';
import { dataFolder, started } from '../support/running-server.ts';
import { castMember } from '../support/signed-in.ts';
import { sticksOut } from '../support/sticks-out.ts';
import { layOutWalked } from '../support/walked-house.ts';

/** A house whose group has walked ten nights until yesterday; the association's manager has signed in. */
const test = base.extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
  const { folder, clear } = await dataFolder();
  await layDatabaseIn(folder);
  const { agreementId, key } = await layOutWalked(folder, { nights: 10 });
  const server = await started({ DATA_DIR: folder });
  onCleanup(async () => {
    const ended = await server.stop('SIGTERM');
    await clear();
    expect(ended).toEqual({ code: 0, errors: '' });
  });
  return { address: server.at, session: await castMember(server.at, 'Jonas Lundvall'), firstAdministrator: server.firstAdministrator, walks: `/partnerships/${agreementId}/walks`, key };
});

test('after the walks: nights are confirmed, each figure leads to its reports, an accident is acknowledged, small numbers are hidden, and a certificate is made', async ({ open, server }) => {
  const page = await open({ javaScriptEnabled: false });
  const { walks, key } = server as unknown as { walks: string; key: string };

  await page.goto(`${walks}/confirm`);
  await page.getByRole('heading', { level: 1, name: m.walk_nights_answer({ confirmed: '7', agreed: '13' }) }).waitFor();
  await page.getByRole('button', { name: m.walk_nights_confirm_all({ count: 3 }) }).click();
  await page.getByRole('heading', { level: 1, name: m.walk_nights_answer({ confirmed: '10', agreed: '13' }) }).waitFor();
  await page.getByRole('button', { name: m.undo() }).first().click();
  await page.getByRole('heading', { level: 1, name: m.walk_nights_answer({ confirmed: '9', agreed: '13' }) }).waitFor();

  await page.goto(`${walks}/incidents`);
  await page.getByRole('button', { name: m.walk_incident_see() }).click();
  await page.getByRole('heading', { level: 1, name: m.walk_incidents_all_seen() }).waitFor();
  await page.getByRole('link', { name: m.walk_incident_to_walk() }).click();
  await page.getByText(m.walk_event_injury()).waitFor();
  expect(new URL(page.url()).hash).toMatch(/^#event-/);

  const wide = await open({ viewport: { width: 1280, height: 900 } });
  for (const path of ['/reports', '/reports/who', '/statistics', '/hours', '/confirm', '/incidents']) {
    await wide.goto(`${walks}${path}`);
    expect(await faults(wide), path).toEqual([]);
    await wide.setViewportSize({ width: 320, height: 700 });
    expect(await sticksOut(wide), path).toEqual([]);
    await wide.setViewportSize({ width: 1280, height: 900 });
  }

  await wide.goto(`${walks}/statistics`);
  expect(await wide.getByText(m.walk_few()).count()).toBeGreaterThan(0);
  expect(await wide.locator('svg.plot').count()).toBe(4);
  const table = await (await wide.request.get(`${walks}/statistics.csv`)).text();
  expect(table).not.toMatch(/(^|[;,])[1-4]([;,]|$)/m);

  await wide.goto(`${walks}/hours`);
  const [certificate] = await Promise.all([wide.waitForEvent('download'), wide.getByRole('link', { name: /Ada Holm/ }).click()]);
  expect(certificate.suggestedFilename()).toBe('Intyg för Ada Holm.pdf');

  const walker = await open({ as: 'nobody', viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
  await walker.context().addCookies([{ name: 'handslag-walker', value: key, url: server.address }]);
  await walker.goto('/walk/me');
  await walker.getByRole('heading', { level: 1, name: /^Du har vandrat 10 gånger/ }).waitFor();
  expect(await faults(walker)).toEqual([]);
  expect(await sticksOut(walker)).toEqual([]);
  const [own] = await Promise.all([walker.waitForEvent('download'), walker.getByRole('link', { name: m.walk_me_certificate() }).click()]);
  expect(own.suggestedFilename()).toBe('Intyg för Ada Holm.pdf');

  await wide.goto(`${walks}/poster`);
  const [poster] = await Promise.all([wide.waitForEvent('download'), wide.getByRole('link', { name: m.poster_file() }).click()]);
  expect(poster.suggestedFilename()).toBe('Vandra med Lyktan norr.pdf');

  const stranger = await open({ as: 'nobody' });
  for (const path of ['/walk/concern', '/walk/me', '/night']) {
    await stranger.goto(path);
    expect(await faults(stranger), path).toEqual([]);
  }
});
