import type { Page } from 'playwright-core';

/** What sticks out to the right, where the page as a whole can be scrolled sideways. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    // Words can run out of a box that does not itself.
    if (out.length === 0) return [`something written, to ${scrollWidth} of ${clientWidth}`];
    return out.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')} ${element.textContent?.trim().slice(0, 40)}`).slice(0, 8);
  });
