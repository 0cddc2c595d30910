import * as m from '#messages';
import { barsDrawn, type DrawnElement } from '#platform/plots/bars.ts';
import { sayHour, sayTold, type Told, type WalkStatistics } from '#pure/walks';
import { shortWeekdays } from '#ui/format/day.ts';

/** One thing that reports are told by: its name, the picture, and the same as rows of words. */
export interface Drawn {
  id: string;
  title: string;
  svg: DrawnElement;
  rows: { label: string; words: string }[];
}

const length = (told: Told): number => (told === 'few' ? 0 : told);

/** Reports by area, hour, weekday and mood, each drawn and said; nothing in them but what has been told. */
export function drawingsOf({ areas, hours, table, weekdays, moods }: WalkStatistics): Drawn[] {
  const count = (told: Told) => (told === 'few' ? sayTold(told) : m.walk_about({ count: told }));
  const share = (told: Told) => (told === 'few' ? sayTold(told) : m.walk_share({ share: told }));
  return [
    drawn('areas', m.walk_by_area(), areas, table.rows, count),
    drawn('hours', m.walk_by_hour(), hours.map(sayHour), table.columns, count),
    ...(weekdays ? [drawn('weekdays', m.walk_by_weekday(), shortWeekdays(), weekdays, share)] : []),
    ...(moods ? [drawn('moods', m.walk_by_mood(), [1, 2, 3, 4, 5].map((mood) => m.walk_mood_label({ mood })), moods, share)] : []),
  ];
}

function drawn(id: string, title: string, labels: string[], told: Told[], say: (told: Told) => string): Drawn {
  const rows = labels.map((label, at) => ({ label, words: say(told[at]) }));
  const svg = barsDrawn({ id, title, description: rows.map(({ label, words }) => `${label}: ${words}`).join('. '), bars: rows.map((row, at) => ({ ...row, length: length(told[at]) })) });
  return { id, title, svg, rows };
}
