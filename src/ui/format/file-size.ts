import { getLocale } from '#locale';

const UNITS = ['byte', 'kilobyte', 'megabyte'];

/** "812 byte", "14 kB", "2,3 MB": a thousand to each step. */
export function fileSize(bytes: number): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const options = { style: 'unit', unit: UNITS[step], maximumFractionDigits: step === 2 ? 1 : 0 } as const;
  return new Intl.NumberFormat(getLocale() === 'sv' ? 'sv-SE' : 'en-GB', options).format(bytes / 1000 ** step);
}
