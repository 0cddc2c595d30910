import { daysBetween, weekday, type CalendarDate } from '#kernel/calendar-date.ts';

/**
 * Why nobody is at work in Sweden that day: the holiday's name, or null on an ordinary weekday, Saturday or Sunday.
 * The three eves count, since every employer in the field is closed.
 * @lagrum Lag (1989:253) om allmänna helgdagar
 */
export const swedishHoliday = (date: CalendarDate): string | null => FIXED[date.slice(5)] ?? FROM_EASTER[daysBetween(easterSunday(Number(date.slice(0, 4))), date)] ?? fromWeekday(date);

/** True on Saturdays, Sundays and Swedish holidays. */
export const isFreeDay = (date: CalendarDate): boolean => weekday(date) > 5 || swedishHoliday(date) !== null;

const FIXED: Record<string, string> = {
  '01-01': 'nyårsdagen',
  '01-06': 'trettondedag jul',
  '05-01': 'första maj',
  '06-06': 'nationaldagen',
  '12-24': 'julafton',
  '12-25': 'juldagen',
  '12-26': 'annandag jul',
  '12-31': 'nyårsafton',
};

/** By their distance in days from Easter Sunday. */
const FROM_EASTER: Record<number, string> = {
  [-2]: 'långfredagen',
  [-1]: 'påskafton',
  0: 'påskdagen',
  1: 'annandag påsk',
  39: 'Kristi himmelsfärdsdag',
  49: 'pingstdagen',
};

function fromWeekday(date: CalendarDate): string | null {
  const day = date.slice(5);
  if (weekday(date) === 5 && day >= '06-19' && day <= '06-25') return 'midsommarafton';
  if (weekday(date) === 6 && day >= '06-20' && day <= '06-26') return 'midsommardagen';
  if (weekday(date) === 6 && day >= '10-31' && day <= '11-06') return 'alla helgons dag';
  return null;
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}
