import * as m from '#messages';
import { dateOf, type Duty, type Replan } from '#pure/commitments';
import { day } from '#ui/format/day.ts';
import { dutyTitle } from './duty-words.ts';

/** The day of a duty as exactly as it is known; a dash where it has none. */
export function dayOfDuty(duty: Duty): string {
  const bound = dateOf(duty);
  return bound ? day(bound.date, bound.precision) : '–';
}

/** What moved in a sentence each: "Slutrapport: från 1 juni 2026 till 1 september 2026". What people see on the same day has not moved. */
export const movedWords = (moved: Replan['moved']): string[] =>
  moved.flatMap(({ before, after }) => {
    const [from, to] = [dayOfDuty(before), dayOfDuty(after)];
    return from === to ? [] : [m.ending_moved({ what: dutyTitle(after), from, to })];
  });
