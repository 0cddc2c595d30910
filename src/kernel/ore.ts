/** Money as a whole number of öre (1/100 krona), so that sums never lose a fraction. */
export type Ore = number;

export const oreFromKronor = (kronor: number): Ore => Math.round(kronor * 100);

export const kronorFromOre = (ore: Ore): number => ore / 100;

const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 });
const withOre = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Swedish style with no-break spaces: `2 644 000 kr`; öre are shown only where there are any. */
export function formatKronor(kronor: number): string {
  const number = (Number.isInteger(kronor) ? whole : withOre).format(kronor);
  return `${number.replace(/\s/g, '\u00a0')}\u00a0kr`;
}
