import * as m from '#messages';
import { getLocale } from '#locale';
import type { PosterContent } from '#platform/documents/content.ts';
import type { JoinView } from '#pure/walks';
import { listed } from '#ui/format/list.ts';

/** The sheet for whoever wants to walk: what it is, from what age, where, and the way to the page. */
export function posterOf({ slug, coordinator, others, areas, youngest }: JoinView, origin: string): PosterContent {
  const address = `${origin}/join/${slug}`;
  const where = areas.length > 0 ? m.poster_areas({ areas: listed(areas.map(({ name }) => name)) }) : '';
  const age = youngest < 18 ? m.poster_from_young({ age: youngest }) : m.poster_from({ age: youngest });
  return {
    language: getLocale(),
    from: [coordinator, ...others].filter(Boolean).join(' – '),
    title: m.poster_heading(),
    lead: m.poster_lead(),
    code: { address, words: m.poster_code({ address }) },
    how: m.poster_how(),
    lines: [where, age].filter(Boolean),
  };
}
