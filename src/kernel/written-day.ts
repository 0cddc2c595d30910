const formats = new Map<string, Intl.DateTimeFormat>();

/** How days are written in a language, "sv" or another: one formatter for each form, as making one costs a thousand times what using it does. */
export function dayFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(key, known);
  return known;
}

/** "5 december 2026" of 2026-12-05, "december 2026" of 2026-12 and "2026" of 2026; what is no date stays as it is. */
export function writtenDay(date: string, language: string): string {
  if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(date)) return date;
  const noon = new Date(`${date.length > 7 ? date : `${date}-01`}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return date;
  return dayFormat(language, { day: date.length > 7 ? 'numeric' : undefined, month: 'long', year: 'numeric' }).format(noon);
}
