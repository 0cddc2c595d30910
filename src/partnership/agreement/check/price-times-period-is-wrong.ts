import { monthsCovered } from '#kernel/calendar-date.ts';
import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import { blocksThatMaySay } from '../read/may-say.ts';
import type { Check } from './check.ts';
import { inOrder, startingIn, words } from './passages.ts';

const WHOLE_TERM = words('hela (?:avtals|partnerskaps|projekt)?(?:perioden|tiden)|under (?:avtals|partnerskaps)perioden|sammanlagt|totalt');
const RANGE = { month: 1, quarter: 3, year: 12 } as const;

/** So much a month through the term, and a whole that is not the months times the price. */
export const priceTimesPeriodIsWrong: Check<{ price: string; times: number; computed: string; stated: string }> = {
  code: 'price-times-period-is-wrong',
  severity: 'error',
  say: m.check_price_times_period_is_wrong,
  find({ doc, reading: { amounts, period } }) {
    if (!period?.start || !period.end) return [];
    const months = monthsCovered(period.start.date, period.end.date);
    const ordered = inOrder(amounts);
    return blocksThatMaySay(doc, WHOLE_TERM).filter((block) => block.kind !== 'furniture').flatMap((block) => {
      if (block.text.search(WHOLE_TERM) < 0) return [];
      const here = startingIn(ordered, block.span).filter(({ approx }) => !approx);
      const [price, whole] = here.toSorted((a, b) => a.sek - b.sek);
      if (here.length !== 2 || !price || !whole || whole.per !== null || price.per === null || !(price.per in RANGE)) return [];
      const times = months / RANGE[price.per as keyof typeof RANGE];
      const computed = price.sek * times;
      const near = computed !== whole.sek && Math.abs(computed - whole.sek) < 0.1 * computed;
      if (!near || !Number.isInteger(times)) return [];
      return [{ span: whole.source, facts: { price: formatKronor(price.sek), times, computed: formatKronor(computed), stated: formatKronor(whole.sek) } }];
    });
  },
};
