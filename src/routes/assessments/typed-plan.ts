import { oreFromKronor } from '#kernel/ore.ts';
import type { Fields } from '../form-action.ts';
import { numberTyped } from '../typed-number.ts';

/** An amount in kronor as it was typed, in öre; null where nothing was, undefined where it says no number. */
export const oreTyped = (typed: string | undefined): number | null | undefined => {
  const kronor = numberTyped(typed ?? '');
  return kronor && oreFromKronor(kronor);
};

/** Kronor for a euro as typed, in ten thousandths. */
export const rateTyped = (typed: string | undefined): number | null | undefined => {
  const rate = numberTyped(typed ?? '');
  return rate && Math.round(rate * 10_000);
};

/** What was typed about what is planned. */
export const typedPlan = ({ title = '', description = '', recipient = '', orgNumber = '', planned, rate, rateOn = '' }: Fields) => ({
  title,
  description,
  recipient,
  orgNumber,
  plannedOre: oreTyped(planned),
  plannedRate: rateTyped(rate),
  plannedRateOn: rateOn,
});
