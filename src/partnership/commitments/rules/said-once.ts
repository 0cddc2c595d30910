import type { Duty } from '../model.ts';

/**
 * The duties without those that say again what an earlier one says: one sentence with two figures to reach is looked at
 * once, and a step that is also a goal is one thing to do.
 */
export function saidOnce(duties: Duty[]): Duty[] {
  const seen = new Set<string>();
  return duties.filter((duty) => {
    const said = whatItSays(duty);
    const before = said !== null && seen.has(said);
    if (said !== null) seen.add(said);
    return !before;
  });
}

/** Who does what on which day, and where that stands; null for what may be said twice and mean two things. */
function whatItSays({ title, owner, timing, source }: Duty): string | null {
  if (title === null || timing.type !== 'on') return null;
  return JSON.stringify([timing.date, owner, source.span.line, title.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim()]);
}
