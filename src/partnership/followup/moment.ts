const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' });

/** When it was in Sweden, to the second: "2026-11-21 14:05:09". The same in every language, as a stamp is. */
export const stampOf = (moment: Date): string => inSweden.format(moment);
