import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { type LifeState, sayLifeState } from '#pure/governance';
import { day } from '#ui/format/day.ts';
import { send } from '../support/forms.ts';
import { test as journey } from '../support/journey.ts';
import { serverClock } from '../support/server-clock.ts';
import { firstAdministrator, type SessionCookie } from '../support/signed-in.ts';

/** The samples have their years, and so has this story: it begins on a day when all of them run, and ends when none does. */
const BEGINS: CalendarDate = '2026-11-21';
const ENDS: CalendarDate = '2029-06-01';
const clock = serverClock(BEGINS);
const test = journey.extend('settings', { scope: 'file' }, { SAMPLES: 'yes', ...clock.settings } as Record<string, string>);

const OURS = 'Karin Ekdahl';
const THEIRS = 'Jonas Lundvall';

/** What one of the samples goes through: the first letter of each word is enough to see where two differ. */
interface Life {
  title: string;
  sides: [municipality: string, association: string];
  /** Carried on as a draft of its own, or as the one that comes after another and knows it. */
  begun: 'carried on' | 'as a successor';
  /** What the association proposes, and the municipality says yes to: a clause with other words or values, or one more. */
  proposal: { clause: string; words: [was: RegExp, is: string] } | { clause: string; values: Record<string, string> } | { more: string; words: string };
  /** Which part of which fact the amendment changes, into which day. */
  amendment: { of: RegExp; part: () => string; value: CalendarDate };
  outcome: 'amendment' | 'new-agreement' | 'end';
  ends: 'by notice' | 'by rescission' | 'when it runs out';
}

const LIVES: Life[] = [
  {
    title: 'Hej Granby – en mötesplats för unga som är nya i kommunen',
    sides: ['Granby kommun', 'Öppna Dörren Granby'],
    begun: 'as a successor',
    proposal: { clause: '6. Ekonomi', values: { 'betalning-3-dag': '15 juni 2027' } },
    amendment: { of: /^Avtalstiden/, part: m.amendment_change_end, value: '2028-06-30' },
    outcome: 'amendment',
    ends: 'by notice',
  },
  {
    title: 'Trygga helger i Hammarnäs',
    sides: ['Hammarnäs kommun', 'Hammarnäs Ishockeyklubb'],
    begun: 'carried on',
    proposal: { clause: '6. Styrgrupp och beslut', words: [/$/, '\n\nTvister löser parterna i första hand genom samtal i styrgruppen.'] },
    amendment: { of: /^Avtalstiden/, part: m.amendment_change_end, value: '2028-03-31' },
    outcome: 'end',
    ends: 'by rescission',
  },
  {
    title: 'Vuxna ute i Lindsala',
    sides: ['Lindsala kommun', 'Stiftelsen Vuxna Ute'],
    begun: 'carried on',
    proposal: { clause: '4. Målgrupp och platser', words: [/\[ange fler områden efter samråd\]/, 'Norra parken'] },
    amendment: { of: /^Avtalstiden/, part: m.amendment_change_end, value: '2028-12-31' },
    outcome: 'new-agreement',
    ends: 'by notice',
  },
  {
    title: 'Trygghet för alla',
    sides: ['Strandköpings kommun', 'Samklang Strandköping'],
    begun: 'as a successor',
    proposal: { more: 'Uppsägning', words: 'Uppsägningstiden är tre månader.' },
    amendment: { of: /kontaktlista/, part: m.amendment_change_date, value: '2026-12-15' },
    outcome: 'new-agreement',
    ends: 'when it runs out',
  },
  {
    title: 'Nästa dörr',
    sides: ['Vinterviks kommun', 'Ungkraft Vintervik'],
    begun: 'carried on',
    proposal: { clause: '4.3 Kommunens ansvar', values: { 'belopp-1': '300 000' } },
    amendment: { of: /^Avtalstiden/, part: m.amendment_change_end, value: '2027-06-30' },
    outcome: 'amendment',
    ends: 'by rescission',
  },
];

const partnerships: string[] = [];

for (const life of LIVES) {
  test(`${life.title} is drafted, negotiated, signed, amended, extended and on its way to end ${life.ends}`, async ({ open, server, foreseen }) => {
    foreseen.add(422).add(409);
    const [ours, theirs, admin] = [await open({ javaScriptEnabled: false }), await open({ as: 'nobody', javaScriptEnabled: false }), await open({ as: 'nobody', javaScriptEnabled: false })];
    await admin.context().addCookies([{ ...(await administrator(server)), url: server.address }]);
    await signIn(theirs, THEIRS);
    await letInFor(life.sides[1], { admin, theirs });
    const predecessor = await partnershipCalled(ours, life.title);
    const draft = await drafted(ours, predecessor, life);
    await negotiated({ ours, theirs }, draft, life);
    const partnership = await signed({ ours, theirs }, draft, life.title);
    expect(await lifeOf(ours, partnership)).toEqual(isNow('active'));
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
let cookie: Promise<SessionCookie> | null = null;
const administrator = (server: { firstAdministrator: Promise<string> }): Promise<SessionCookie> => (cookie ??= server.firstAdministrator.then(firstAdministrator));

interface Sides {
  ours: Page;
  theirs: Page;
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: m.sign_in_as({ name }) }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** The administrator of the house invites the association's manager, who accepts by the link of the letter. */
async function letInFor(association: string, { admin, theirs }: { admin: Page; theirs: Page }): Promise<void> {
  await admin.goto('/organisations');
  await admin.getByRole('link', { name: association }).click();
  await admin.getByRole('heading', { level: 1, name: association }).waitFor();
  await send(admin, 'invite', { name: THEIRS, email: addressOf(THEIRS), role: 'association-manager' });
  await theirs.goto('/outbox');
  await theirs.goto((await theirs.getByRole('link', { name: /invitation\?secret/ }).first().getAttribute('href'))!);
  await send(theirs, '');
}

const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@example.se`;

async function partnershipCalled(page: Page, title: string): Promise<string> {
  await page.goto('/partnerships');
  return (await page.locator('h3').getByRole('link', { name: title, exact: true }).first().getAttribute('href'))!;
}

/** Carries the sample on as a draft of the municipality's; gives its address. */
async function drafted(page: Page, predecessor: string, { begun, title, sides: [municipality] }: Life): Promise<string> {
  if (begun === 'as a successor') {
    await page.goto(`${predecessor}/life`);
    await send(page, 'succeed');
  } else {
    await page.goto('/drafts/new');
    await send(page, 'carryOn', { document: predecessor.split('/').at(-1)!, own: municipality });
  }
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  const draft = new URL(page.url()).pathname;
  expect(await stateInList(page, draft)).toBe(sayLifeState('draft'));
  return draft;
}

/** How far a draft has come, as the list of drafts says. */
async function stateInList(page: Page, draft: string): Promise<string> {
  await page.goto('/drafts');
  return page.locator('li', { has: page.locator(`a[href="${draft}"]`) }).locator('.state').innerText();
}

/** The draft is shared, the association proposes and the municipality accepts, and both say yes to the version that it then is. */
async function negotiated({ ours, theirs }: Sides, draft: string, { sides, proposal, title }: Life): Promise<void> {
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

async function proposed(page: Page, draft: string, proposal: Life['proposal']): Promise<void> {
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

/** The organisation asks for a yes from its board before anybody signs for it. */
async function requireBoard(page: Page, draft: string, organisation: string): Promise<void> {
  await page.goto(`${draft}/approvals`);
  await page.locator('section', { has: page.getByRole('heading', { name: organisation, exact: true }) }).getByRole('link', { name: m.approval_path_change() }).click();
  await send(page, 'add', { step: 'board', body: 'Styrelsen' });
}

/** The draft is named as a version, and each side records its board's yes to that. */
async function approved({ ours, theirs }: Sides, draft: string, name: string): Promise<void> {
  await ours.goto(`${draft}/versions`);
  await send(ours, 'name', { name });
  for (const page of [ours, theirs]) {
    await page.goto(`${draft}/approvals`);
    await send(page, 'record', { decidedOn: BEGINS, paragraph: '§ 4' });
  }
  expect(await theirs.locator('.lead').innerText()).toBe(m.approvals_ready());
}

/** Both are named as signatories, it is sent out, and they sign in turn; gives the address of the partnership that it is in. */
async function signed({ ours, theirs }: Sides, draft: string, title: string): Promise<string> {
  await ours.goto(`${draft}/signing`);
  await send(ours, 'begin');
  for (const [index, name] of [OURS, THEIRS].entries()) {
    const organisationId = (await ours.locator('#organisationId option').nth(index).getAttribute('value'))!;
    await send(ours, 'add', { organisationId, name, email: addressOf(name), mandateSource: 'Delegationsordningen 4.2', mandateDate: '2024-11-12' });
  }
  await send(ours, 'send');
  expect(await ours.getByRole('heading', { level: 1 }).innerText()).toBe(m.signing_heading_open({ signed: 0, all: 2 }));
  expect(await stateInList(ours, draft)).toBe(sayLifeState('out-for-signature'));
  for (const [page, name] of [[ours, OURS], [theirs, THEIRS]] as const) {
    await page.goto('/outbox');
    await page.goto((await page.locator('section', { hasText: addressOf(name) }).filter({ hasText: title }).first().locator('a[href*="/sign/enter"]').getAttribute('href'))!);
    await send(page, 'sign', { hasRead: 'yes' });
  }
  expect(await theirs.getByRole('heading', { level: 1 }).innerText()).toBe(m.sign_heading_sealed());
  const answer = await ours.goto(`${draft}/signing`);
  expect(answer?.status()).toBe(200);
  expect(await ours.getByRole('heading', { level: 1 }).innerText()).toBe(m.signing_status_sealed());
  return partnershipCalled(ours, title);
}

/** Where the agreement is in its life, as the chain on its page says. */
async function lifeOf(page: Page, partnership: string): Promise<string> {
  expect((await page.goto(`${partnership}/life`))?.status()).toBe(200);
  return page.locator('#states .chain li', { hasText: m.life_now() }).innerText();
}
const isNow = (state: LifeState): string => expect.stringContaining(sayLifeState(state));

/** An amendment is begun, filled in, shared, approved and signed, and what it changes is what the partnership goes by. */
async function amended({ ours, theirs }: Sides, partnership: string, { amendment: { of, part, value }, title }: Life): Promise<void> {
  await ours.goto(`${partnership}/amendments/new`);
  const change = ours.getByRole('group', { name: of }).first().getByLabel(new RegExp(`^${part()}`));
  await change.check();
  await ours.getByRole('button', { name: m.amendments_begin(), exact: true }).click();
  await ours.getByRole('link', { name: m.amendment_open_draft() }).click();
  await ours.locator('[name="field-andring-1"]').waitFor();
  const draft = new URL(ours.url()).pathname;
  await send(ours, 'fields', { 'field-andring-1': value }, { within: ours.locator('.clause', { has: ours.locator('[name="field-andring-1"]') }) });
  await ours.goto(`${draft}/negotiation`);
  await send(ours, 'share');
  await approved({ ours, theirs }, draft, 'Tillägget');
  await signed({ ours, theirs }, draft, title);
  await ours.goto(`${partnership}/life`);
  await ours.locator('#amendments').getByText(m.amendment_in_force({ day: day(BEGINS) })).waitFor();
  await ours.goto(partnership);
  expect(await ours.locator(`.due time[datetime="${value}"]`).count()).toBeGreaterThan(0);
}

/** What was decided to come after the agreement is recorded; where that is a new one, it is begun and each knows the other. */
async function extended(page: Page, partnership: string, { outcome, begun }: Life): Promise<void> {
  await page.goto(`${partnership}/life`);
  if (begun === 'as a successor') await page.getByRole('link', { name: m.succession_before() }).waitFor();
  await send(page, 'decide', { outcome, decidedOn: BEGINS, decidedBy: 'Kommunstyrelsen § 12' });
  await page.locator('#clock').getByText('Kommunstyrelsen § 12').waitFor();
  if (outcome !== 'new-agreement') return;
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
