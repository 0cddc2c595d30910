import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { isForEveryone } from '../support/for-everyone.ts';
import { test as base } from '../support/journey.ts';
import { programOn } from '../support/program-on.ts';
import { castMember } from '../support/signed-in.ts';
import { layOutWalked, type WalkedHouse } from '../support/walked-house.ts';

/** A house whose group has walked ten nights until yesterday; the association's manager has signed in. */
const test = base
  .extend('program', { scope: 'file' }, async ({}, { onCleanup }) => {
    const program = await programOn({}, (folder) => layOutWalked(folder, { nights: 10 }));
    onCleanup(program.end);
    return program;
  })
  .extend('laid', { scope: 'file' }, ({ program }) => program.laid)
  .extend('server', { scope: 'file' }, async ({ program: { server } }) => ({ address: server.at, session: await castMember(server.at, 'Jonas Lundvall'), firstAdministrator: server.firstAdministrator }));

/** The walker that a telephone is known as. */
const asWalker = (page: Page, key: string, address: string) => page.context().addCookies([{ name: 'handslag-walker', value: key, url: address }]);

const below = ({ agreementId, groupId, proposedGroupId, areaId, aheadId, walkedId }: WalkedHouse): string[] =>
  ['', '/calendar', '/season', '/events', '/areas', `/areas/${areaId}`, '/groups', `/groups/${groupId}`, `/groups/${proposedGroupId}`, '/network', '/kit', '/reports', `/reports/${walkedId}`, '/reports/who', '/incidents', '/statistics', '/confirm', '/hours', '/new', '/poster', `/poster?walk=${aheadId}`, '/poster?of=join', `/${aheadId}`, `/${aheadId}/plan`, `/${walkedId}`, `/${walkedId}/night`].map((path) => `/partnerships/${agreementId}/walks${path}`);

/** The pages about walks, by who has them before them. */
const PAGES: { of: 'whoever coordinates' | 'a walker' | 'a stranger'; paths: (house: WalkedHouse) => string[] }[] = [
  { of: 'whoever coordinates', paths: (house) => [...below(house), `/organisations/${house.associationId}/walk-rules`] },
  { of: 'a walker', paths: ({ aheadId, tonightId }) => ['/walk', '/walk/me', `/walk/${aheadId}`, `/walk/${tonightId}`, '/night', `/night/${tonightId}`] },
  { of: 'a stranger', paths: ({ slug, groupId, aheadId }) => [`/join/${slug}`, `/join/${slug}/poster`, `/walk?group=${groupId}`, `/walk/${aheadId}`, `/walk/${aheadId}/code`, '/walk', '/walk/me', '/walk/concern', '/night'] },
];

for (const { of, paths } of PAGES) {
  test(`every page about walks that ${of} sees is for everyone, in both languages`, async ({ open, server, laid }) => {
    const page = await open({ as: of === 'whoever coordinates' ? 'coordinator' : 'nobody', reducedMotion: 'reduce' });
    const look = async (languages?: ['sv' | 'en']) => {
      for (const [index, path] of paths(laid).entries()) await isForEveryone(page, { path, index, languages });
    };
    if (of !== 'a walker') return look();
    // Whoever walks is led to the language they have chosen, wherever they come from.
    await asWalker(page, laid.key, server.address);
    await look(['sv']);
    await page.goto('/walk/me');
    await page.getByRole('button', { name: m.walk_me_language_to_en() }).click();
    await page.getByRole('button', { name: m.walk_me_language_to_sv({}, { locale: 'en' }) }).waitFor();
    await look(['en']);
  });
}

test('after the walks: nights are confirmed, each figure leads to its reports, an accident is acknowledged, small numbers are hidden, and a certificate is made', async ({ open, server, laid }) => {
  const page = await open({ javaScriptEnabled: false });
  const walks = `/partnerships/${laid.agreementId}/walks`;

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
  await wide.goto(`${walks}/statistics`);
  expect(await wide.getByText(m.walk_few()).count()).toBeGreaterThan(0);
  expect(await wide.locator('svg.plot').count()).toBe(4);
  const table = await (await wide.request.get(`${walks}/statistics.csv`)).text();
  expect(table).not.toMatch(/(^|[;,])[1-4]([;,]|$)/m);

  await wide.goto(`${walks}/hours`);
  const [certificate] = await Promise.all([wide.waitForEvent('download'), wide.getByRole('link', { name: /Ada Holm/ }).click()]);
  expect(certificate.suggestedFilename()).toBe('Intyg för Ada Holm.pdf');

  const walker = await open({ as: 'nobody', viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
  await asWalker(walker, laid.key, server.address);
  await walker.goto('/walk/me');
  await walker.getByRole('button', { name: m.walk_me_language_to_sv() }).click();
  await walker.getByRole('heading', { level: 1, name: /^Du har vandrat 10 gånger/ }).waitFor();
  const [own] = await Promise.all([walker.waitForEvent('download'), walker.getByRole('link', { name: m.walk_me_certificate() }).click()]);
  expect(own.suggestedFilename()).toBe('Intyg för Ada Holm.pdf');

  await wide.goto(`${walks}/poster`);
  const [poster] = await Promise.all([wide.waitForEvent('download'), wide.getByRole('link', { name: m.poster_file() }).click()]);
  expect(poster.suggestedFilename()).toBe('Vandra med Lyktan norr.pdf');
});
