import { getLocale } from '#locale';

const lists = new Map<string, Intl.ListFormat>();

/** "Granby kommun, Läsrummet och Fyren". */
export function listed(words: string[]): string {
  const locale = getLocale();
  const format = lists.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
  lists.set(locale, format);
  return format.format(words);
}
