import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, addMonths, type CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { day } from '#ui/format/day.ts';
import { send } from '../forms.ts';
import { BEGINS, type Sides } from './sides.ts';

/**
 * A step towards an extension is set, owned and in the calendar; notice moves the end and the final report, and both take it
 * back; a rescission without warning is refused, and so is an amendment that changes nothing; a decision is undone.
 */
export async function changedTheirMinds({ ours, theirs }: Sides, partnership: string, { association, end, report }: { association: string; end: CalendarDate; report: CalendarDate }): Promise<void> {
  await ours.goto(partnership);
  await ours.getByRole('link', { name: m.part_life(), exact: true }).click();
  await headingIs(ours, m.course_until({ day: day(end) }));
  await stepSet(ours, { partnership, association });
  await noticeTakenBack({ ours, theirs }, partnership, { end, report });

  await theirs.locator('#rescission').getByText(m.rescission_declare(), { exact: true }).click();
  await theirs.getByLabel(m.rescission_ground(), { exact: true }).fill('Lokalen saknas.');
  await theirs.getByRole('button', { name: m.rescission_save() }).click();
  await theirs.getByText(m.refusal_governance_warning_missing({ days: 30 })).waitFor();

  await ours.goto(`${partnership}/life`);
  await send(ours, 'decide', { outcome: 'end', decidedOn: BEGINS, decidedBy: 'Kommunstyrelsen § 11' });
  await ours.locator('#clock').getByText(m.outcome_end()).first().waitFor();
  await send(ours, 'undecide');

  await ours.getByRole('link', { name: m.amendments_new() }).click();
  await headingIs(ours, m.amendments_new_heading());
  await ours.getByRole('button', { name: m.amendments_begin(), exact: true }).click();
  await ours.getByRole('alert').getByText(m.refusal_agreement_choose_changes()).waitFor();
}

async function stepSet(page: Page, { partnership, association }: { partnership: string; association: string }): Promise<void> {
  const due = addDays(BEGINS, 40);
  await page.locator('#clock').getByText(m.step_add(), { exact: true }).click();
  await page.getByLabel(m.step_what(), { exact: true }).fill('Dialog, ring Tove på 070-174 06 05');
  await page.getByLabel(m.step_date(), { exact: true }).fill(due);
  await page.getByRole('button', { name: m.step_save(), exact: true }).click();
  await page.getByText(m.looked_at_it()).waitFor();
  await page.getByLabel(m.step_what(), { exact: true }).fill('Dialog om förlängning');
  await page.getByRole('button', { name: m.step_save(), exact: true }).click();
  await page.getByText(m.course_next({ what: 'Dialog om förlängning', day: day(due) })).waitFor();
  const step = page.locator('.due', { hasText: 'Dialog om förlängning' });
  await step.getByText(m.step_own()).click();
  await step.getByLabel(m.step_party(), { exact: true }).selectOption({ label: association });
  await step.getByLabel(m.step_person(), { exact: true }).fill('Sara Berg');
  await step.getByRole('button', { name: new RegExp(`^${m.step_own_save()}`) }).click();
  await step.getByText('Sara Berg').waitFor();
  expect(await (await page.request.get(`${partnership}/calendar.ics`)).text()).toContain('SUMMARY:Dialog om förlängning');
}

async function noticeTakenBack({ ours, theirs }: Sides, partnership: string, { end, report }: { end: CalendarDate; report: CalendarDate }): Promise<void> {
  await ours.locator('#notice').getByText(m.notice_give(), { exact: true }).click();
  await ours.getByRole('button', { name: m.notice_save() }).click();
  const last = addMonths(BEGINS, 3);
  const moved = addDays(last, -20);
  await headingIs(ours, m.course_noticed({ day: day(last) }));
  await ours.locator('#notice').getByText(`Slutrapport: från ${day(report)} till ${day(moved)}`).waitFor();
  await ours.goto(partnership);
  await ours.locator('.due', { hasText: 'lutrapport' }).first().waitFor();
  expect(await ours.locator('.due time[datetime]').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))).toContain(moved);
  await ours.goto('/outbox');
  await ours.getByText(m.ending_letter_reckoned({ months: 3, day: last })).first().waitFor();
  for (const party of [ours, theirs]) {
    await party.goto(`${partnership}/life`);
    await party.getByRole('button', { name: m.withdrawal_agree_notice() }).click();
  }
  await headingIs(theirs, m.course_until({ day: day(end) }));
}

const headingIs = (page: Page, words: string) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(words);
