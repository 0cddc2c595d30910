import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { type LifeState, sayLifeState } from '#pure/governance';
import { day } from '#ui/format/day.ts';
import { send } from '../support/forms.ts';
import { test as journey } from '../support/journey.ts';
import { serverClock } from '../support/server-clock.ts';
import { letIn } from '../support/life/let-in.ts';
import { changedTheirMinds } from '../support/life/changed-their-minds.ts';
import { writtenFromTemplate } from '../support/life/from-a-template.ts';
import { negotiatedAtLength } from '../support/life/negotiated-at-length.ts';
import { BEGINS, type Open, OURS, type Sides, THEIRS } from '../support/life/sides.ts';
import { approved, requireBoard, signed } from '../support/life/signed.ts';
import { castMember, firstAdministrator, type SessionCookie } from '../support/signed-in.ts';

/** A day when none of the five runs any longer. */
const ENDS: CalendarDate = '2029-06-01';
const clock = serverClock(BEGINS);
const test = journey.extend('settings', { scope: 'file' }, { SAMPLES: 'yes', ...clock.settings } as Record<string, string>);

/** What one of the samples goes through: the first letter of each word is enough to see where two differ. */
interface Life {
  title: string;
  sides: [municipality: string, association: string];
  /** Carried on as a draft of its own, as the one that comes after another and knows it, or from a template. */
  begun: 'carried on' | 'as a successor' | 'from a template';
  /** What the association proposes, and the municipality says yes to: a clause with other words or values, or one more; or all that a negotiation can come to. */
  proposal: { clause: string; words: [was: RegExp, is: string] } | { clause: string; values: Record<string, string> } | { more: string; words: string } | 'at length';
  /** Which part of which fact the amendment changes, into which day. */
  amendment: { of: RegExp; part: () => string; value: CalendarDate }[];
  extended: 'by the amendment' | 'by a new agreement';
  ends: 'by notice' | 'by rescission' | 'when it runs out';
}

const endsLater = (value: CalendarDate) => ({ of: /^Avtalstiden/, part: m.amendment_change_end, value });
const onAnotherDay = (of: RegExp, value: CalendarDate) => ({ of, part: m.amendment_change_date, value });

const LIVES: Life[] = [
  {
    title: 'Hej Granby – en mötesplats för unga som är nya i kommunen',
    sides: ['Granby kommun', 'Öppna Dörren Granby'],
    begun: 'as a successor',
    proposal: { clause: '6. Ekonomi', values: { 'betalning-3-dag': '15 juni 2027' } },
    amendment: [endsLater('2028-06-30'), onAnotherDay(/^Önskar någon av parterna förlänga/, '2027-12-15')],
    extended: 'by the amendment',
    ends: 'by notice',
  },
  {
    title: 'Trygga helger i Hammarnäs',
    sides: ['Hammarnäs kommun', 'Hammarnäs Ishockeyklubb'],
    begun: 'from a template',
    proposal: 'at length',
    amendment: [endsLater('2028-03-31'), onAnotherDay(/^Slutrapport/, '2028-02-29')],
    extended: 'by the amendment',
    ends: 'by rescission',
  },
  {
    title: 'Vuxna ute i Lindsala',
    sides: ['Lindsala kommun', 'Stiftelsen Vuxna Ute'],
    begun: 'carried on',
    proposal: { clause: '4. Målgrupp och platser', words: [/\[ange fler områden efter samråd\]/, 'Norra parken'] },
    amendment: [endsLater('2028-12-31')],
    extended: 'by a new agreement',
    ends: 'by notice',
  },
  {
    title: 'Trygghet för alla',
    sides: ['Strandköpings kommun', 'Samklang Strandköping'],
    begun: 'as a successor',
    proposal: { more: 'Uppsägning', words: 'Uppsägningstiden är tre månader.' },
    amendment: [onAnotherDay(/kontaktlista/, '2026-12-15')],
    extended: 'by a new agreement',
    ends: 'when it runs out',
  },
  {
    title: 'Nästa dörr',
    sides: ['Vinterviks kommun', 'Ungkraft Vintervik'],
    begun: 'carried on',
    proposal: { clause: '4.3 Kommunens ansvar', values: { 'belopp-1': '300 000' } },
    amendment: [endsLater('2027-06-30'), onAnotherDay(/^Senast 2027-03-31/, '2027-07-31')],
    extended: 'by the amendment',
    ends: 'by rescission',
  },
];

const partnerships: string[] = [];

for (const life of LIVES) {
  test(`${life.title} is drafted ${life.begun}, negotiated, signed, amended, extended ${life.extended} and on its way to end ${life.ends}`, async ({ open, server, foreseen }) => {
    foreseen.add(422).add(409);
    const [ours, theirs] = [await open({ javaScriptEnabled: false, acceptDownloads: true }), await open({ as: 'nobody', javaScriptEnabled: false })];
    const manager = await associationManager(server);
    await theirs.context().addCookies([{ ...manager, url: server.address }]);
    await letIn(server.address, life.sides[1], { administrator: await administrator(server), manager });
    const draft = await drafted(ours, life);
    await negotiated({ ours, theirs }, draft, life, open);
    await signed({ ours, theirs }, draft, life.title, async () => expect(await stateInList(ours, draft)).toBe(sayLifeState('out-for-signature')));
    const partnership = await inForce(ours, draft, life.title);
    if (life.proposal === 'at length') await changedTheirMinds({ ours, theirs }, partnership, { association: life.sides[1], end: '2027-12-31', report: '2027-12-11' });
    await decided(ours, partnership, life);
    await amended({ ours, theirs }, partnership, life);
    await extended(ours, partnership, life);
    await ended({ ours, theirs }, partnership, life);
    partnerships.push(partnership);
  });
}

test('when their time has run out they have ended, and each is settled and archived', async ({ open }) => {
  await clock.moveTo(ENDS);
  const ours = await open({ as: 'nobody', javaScriptEnabled: false });
  await signIn(ours, OURS);
  expect(partnerships).not.toEqual([]);
  for (const partnership of partnerships) await closed(ours, partnership);
});

/** The link of the first administrator is good once. */
let first: Promise<SessionCookie> | null = null;
const administrator = (server: { firstAdministrator: Promise<string> }): Promise<SessionCookie> => (first ??= server.firstAdministrator.then(firstAdministrator));

/** Signed in once for all five. */
let theirs: Promise<SessionCookie> | null = null;
const associationManager = (server: { address: string }): Promise<SessionCookie> => (theirs ??= castMember(server.address, THEIRS));

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: m.sign_in_as({ name }) }).click();
  await page.getByRole('navigation').first().waitFor();
}

async function partnershipCalled(page: Page, title: string): Promise<string> {
  await page.goto('/partnerships');
  return (await page.locator('h3').getByRole('link', { name: title, exact: true }).first().getAttribute('href'))!;
}

/** Makes a draft of the municipality's; gives its address. */
async function drafted(page: Page, life: Life): Promise<string> {
  const draft = life.begun === 'from a template' ? await writtenFromTemplate(page, life) : await carriedOn(page, life);
  expect(await stateInList(page, draft)).toBe(sayLifeState('draft'));
  return draft;
}

async function carriedOn(page: Page, { begun, title, sides: [municipality] }: Life): Promise<string> {
  const predecessor = await partnershipCalled(page, title);
  if (begun === 'as a successor') {
    await page.goto(`${predecessor}/life`);
    await send(page, 'succeed');
  } else {
    await page.goto('/drafts/new');
    await send(page, 'carryOn', { document: predecessor.split('/').at(-1)!, own: municipality });
  }
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  return new URL(page.url()).pathname;
}

/** How far a draft has come, as the list of drafts says. */
async function stateInList(page: Page, draft: string): Promise<string> {
  await page.goto('/drafts');
  return page.locator('li', { has: page.locator(`a[href="${draft}"]`) }).locator('.state').innerText();
}

/** The draft is shared, the association proposes and the municipality accepts, and both say yes to the version that it then is. */
async function negotiated({ ours, theirs }: Sides, draft: string, { sides, proposal, title }: Life, open: Open): Promise<void> {
  if (proposal === 'at length') {
    await negotiatedAtLength({ ours, theirs }, draft, open);
    return approved({ ours, theirs }, draft, title);
  }
  await ours.goto(`${draft}/negotiation`);
  await send(ours, 'share', (await ours.locator('#organisation').count()) > 0 ? { organisation: sides[1] } : {});
  expect(await stateInList(theirs, draft)).toBe(sayLifeState('in-negotiation'));
  await proposed(theirs, draft, proposal);
  await ours.goto(`${draft}/negotiation`);
  await send(ours, 'answer', {}, { button: 'accepted' });
  await ours.getByText(m.negotiation_done_accepted()).waitFor();
  for (const [page, side] of [[ours, sides[0]], [theirs, sides[1]]] as const) await requireBoard(page, draft, side);
  await approved({ ours, theirs }, draft, title);
}

async function proposed(page: Page, draft: string, proposal: Exclude<Life['proposal'], 'at length'>): Promise<void> {
  if ('more' in proposal) {
    await page.goto(`${draft}/negotiation/whole`);
    await send(page, 'add', { heading: proposal.more, body: proposal.words, reason: 'Det saknas.' });
    return;
  }
  await page.goto(`${draft}/negotiation`);
  await page.goto((await page.locator('#clauses').getByRole('link', { name: proposal.clause, exact: true }).getAttribute('href'))!);
  if ('values' in proposal) return send(page, 'fields', { ...Object.fromEntries(Object.entries(proposal.values).map(([slug, value]) => [`field-${slug}`, value])), reason: 'Så blir det rätt.' });
  const [was, is] = proposal.words;
  const body = page.locator('form[action="?/change"] [name="body"]');
  await send(page, 'change', { body: (await body.inputValue()).replace(was, is), reason: 'Så blir det rätt.' });
}

/** The agreement runs; gives the address of its partnership. */
async function inForce(page: Page, draft: string, title: string): Promise<string> {
  expect((await page.goto(`${draft}/signing`))?.status()).toBe(200);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(m.signing_status_sealed());
  const partnership = await partnershipCalled(page, title);
  expect(await lifeOf(page, partnership)).toEqual(isNow('active'));
  return partnership;
}

/** Where the agreement is in its life, as the chain on its page says. */
async function lifeOf(page: Page, partnership: string): Promise<string> {
  expect((await page.goto(`${partnership}/life`))?.status()).toBe(200);
  return page.locator('#states .chain li', { hasText: m.life_now() }).innerText();
}
const isNow = (state: LifeState): string => expect.stringContaining(sayLifeState(state));

/** What is to come after the agreement is decided, and stands on its clock. */
async function decided(page: Page, partnership: string, { extended: how, begun }: Life): Promise<void> {
  await page.goto(`${partnership}/life`);
  if (begun === 'as a successor') await page.getByRole('link', { name: m.succession_before() }).waitFor();
  await send(page, 'decide', { outcome: how === 'by the amendment' ? 'amendment' : 'new-agreement', decidedOn: BEGINS, decidedBy: 'Kommunstyrelsen § 12' });
  await page.locator('#clock').getByText('Kommunstyrelsen § 12').waitFor();
}

/** An amendment is begun, filled in, shared, approved and signed, and what it changes is what the partnership goes by. */
async function amended({ ours, theirs }: Sides, partnership: string, { amendment, title }: Life): Promise<void> {
  await ours.goto(`${partnership}/amendments/new`);
  for (const { of, part } of amendment) await ours.getByRole('group', { name: of }).first().getByLabel(new RegExp(`^${part()}`)).check();
  await ours.getByRole('button', { name: m.amendments_begin(), exact: true }).click();
  await ours.getByText(m.amendment_no_conflicts()).waitFor();
  expect(await ours.getByRole('heading', { level: 1 }).innerText()).toBe(m.amendment_heading_making());
  await ours.getByRole('link', { name: m.amendment_open_draft() }).click();
  if (amendment.some(({ part }) => part === m.amendment_change_end)) await ours.getByText(/Avtalstiden: slutet ändras från/).waitFor();
  const draft = new URL(ours.url()).pathname;
  await send(ours, 'fields', Object.fromEntries(amendment.map(({ value }, index) => [`field-andring-${index + 1}`, value])), { within: ours.locator('.clause', { has: ours.locator('[name="field-andring-1"]') }) });
  await ours.goto(`${draft}/negotiation`);
  await send(ours, 'share');
  await approved({ ours, theirs }, draft, 'Tillägget');
  await signed({ ours, theirs }, draft, title);
  await ours.goto(partnership);
  for (const { value } of amendment) await ours.locator(`.due time[datetime="${value}"]`).first().waitFor({ state: 'attached' });
}

/** It runs longer; or a new one is begun, and each knows the other. */
async function extended(page: Page, partnership: string, { extended: how, amendment: [{ value: end }] }: Life): Promise<void> {
  await page.goto(`${partnership}/life`);
  await page.locator('#amendments').getByText(m.amendment_in_force({ day: day(BEGINS) })).waitFor();
  if (how === 'by the amendment') return void (await page.getByRole('heading', { level: 1, name: m.course_until({ day: day(end) }) }).waitFor());
  await send(page, 'succeed');
  await page.goto(`${partnership}/life`);
  await page.getByRole('link', { name: m.succession_after() }).waitFor();
}

/** A party gives notice, or warns and rescinds; the page says at once when it ends. */
async function ended({ ours, theirs }: Sides, partnership: string, { ends, sides }: Life): Promise<void> {
  await theirs.goto(`${partnership}/life`);
  if (ends === 'by notice') {
    await send(theirs, 'giveNotice', { organisationId: sides[1], ...((await theirs.locator('#notice-months').count()) > 0 ? { months: '3' } : {}) });
    await theirs.getByRole('heading', { name: m.notice_stands({ name: sides[1] }) }).waitFor();
  }
  if (ends === 'by rescission') {
    await send(theirs, 'warn', { breach: 'Lokalen saknas.', receivedOn: '2026-10-01', remedyBy: '2026-11-01' });
    await send(theirs, 'rescind', { ground: 'Lokalen saknas.', endsOn: '2026-12-31' });
    await theirs.getByRole('heading', { name: m.rescission_stands({ name: sides[1] }) }).waitFor();
  }
  expect(await lifeOf(ours, partnership)).toEqual(isNow('active'));
}

/** When its time has run out it has ended; what is owed is done, and it is settled and archived. */
async function closed(page: Page, partnership: string): Promise<void> {
  expect(await lifeOf(page, partnership)).toEqual(isNow('ended'));
  const owed = await page.locator('#closing .docs a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  for (const duty of owed) {
    await page.goto(duty);
    await send(page, 'complete', {}, { within: page.locator(`#${duty.split('#')[1]}`) });
  }
  await page.goto(`${partnership}/life`);
  await send(page, 'settle');
  expect(await lifeOf(page, partnership)).toEqual(isNow('settled'));
  await send(page, 'archive', { place: 'Kommunarkivet' });
  expect(await lifeOf(page, partnership)).toEqual(isNow('archived'));
}
