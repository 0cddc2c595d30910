const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

/** An hour as people write it: "21.00" in Swedish, "21:00" in other languages. */
export const writtenHour = (hour: string, language: string): string => (language === 'sv' ? hour.replace(':', '.') : hour);

/** The hour of a moment as spreadsheets take it, in every language: "21:00". */
export const tableHour = (moment: Date): string => inSweden.format(moment);

/** The hour of a moment as the clocks in Sweden show it. */
export const hourOf = (moment: Date, language: string): string => writtenHour(tableHour(moment), language);
