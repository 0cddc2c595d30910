import * as m from '#messages';
import type { OwnOffer, OwnSignup, ShownWalk } from '#pure/walks';
import { capital } from '#ui/format/capital.ts';
import { weekdayAndDay } from '#ui/format/day.ts';
import { inWords } from '#ui/format/in-words.ts';

/** The heading of a walk, which answers how it stands for whoever reads. */
export function heading({ state, night, placesLeft: left }: ShownWalk, own: { signup: OwnSignup | null; offer: OwnOffer | null } | null): string {
  const when = weekdayAndDay(night);
  if (state === 'cancelled') return m.walk_is_cancelled();
  if (state !== 'planned' && state !== 'under-way') return m.walk_is_over();
  if (own?.signup?.place != null) return m.walk_you_walk({ when });
  if (state === 'under-way') return m.walk_has_begun();
  if (own?.offer) return m.walk_place_for_you();
  if (own?.signup) return own.signup.before === 0 ? m.walk_you_are_first() : capital(m.walk_you_wait({ count: own.signup.before, words: inWords(own.signup.before) }));
  return left > 0 ? m.walk_come_along({ when }) : m.walk_is_full();
}

/** How many places are left, and how many wait for one. */
export function placesLeft({ placesLeft: left, waiting }: Pick<ShownWalk, 'placesLeft' | 'waiting'>): string {
  const places = left > 0 ? capital(m.walk_places_left({ count: left, words: inWords(left) })) : m.walk_no_places_left();
  return waiting > 0 ? `${places} ${capital(m.walk_waiting({ count: waiting, words: inWords(waiting) }))}` : places;
}
