import type { Locator, Page } from 'playwright-core';

interface Sent {
  /** The part of the page that the form is in. */
  within?: Locator;
  /** The button that sends it, where it has several. */
  button?: string;
}

/** Fills in a form of a page without script by the names of its fields, unfolding what it lies in, sends it and waits for the answer. */
export async function send(page: Page, action: string, fields: Record<string, string> = {}, { within = page.locator('main'), button }: Sent = {}): Promise<void> {
  const form = within.locator(action === '' ? 'form:not([action])' : `form[action^="?/${action}"]`).first();
  await form.evaluate((node) => {
    for (let at: Element | null = node; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  });
  for (const [name, value] of Object.entries(fields)) await fill(form.locator(`[name="${name}"]`).first(), value);
  const answered = page.waitForEvent('load');
  await form.locator(button ? `button[value="${button}"]` : 'button').first().click();
  await answered;
}

async function fill(field: Locator, value: string): Promise<void> {
  const kind = await field.evaluate((node) => (node instanceof HTMLSelectElement ? 'select' : (node as HTMLInputElement).type));
  if (kind === 'select') await field.selectOption((await field.locator(`option[value="${value}"]`).count()) > 0 ? value : { label: value });
  else if (kind === 'checkbox') await field.check();
  else await field.fill(value);
}
