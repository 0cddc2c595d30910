import type { LifelineEvent, LifelineListItem, LifelineStory, LifelineSubject, LifelineWords } from './model.ts';
import { tellLifeline } from './story.ts';

/** Everything on the lifeline, and what has no day, in order. `todayBefore` is the place of today among them. */
export function listLifeline(subject: LifelineSubject, words: LifelineWords): { items: LifelineListItem[]; todayBefore: number } {
  const story = tellLifeline(subject, words);
  const items = story.events.map(({ key, kind, state, date, precision, title, detail, waits, ...event }) => ({
    key, kind, state, date, precision, title, detail, waits, part: partOf({ date, ...event }, story),
  }));
  const todayBefore = items.findIndex(({ part }) => part !== 'past');
  return { items, todayBefore: todayBefore === -1 ? items.length : todayBefore };
}

function partOf({ date }: Pick<LifelineEvent, 'date'>, { today, term }: LifelineStory): LifelineListItem['part'] {
  if (date === null) return 'undated';
  if (date < today) return 'past';
  return term.end && date > term.end ? 'after' : 'future';
}
