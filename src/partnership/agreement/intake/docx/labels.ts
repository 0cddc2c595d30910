import type { Level, NumberedList } from './numbering.ts';
import { numeral } from './numeral.ts';

/** Counts through a document's lists, paragraph by paragraph, as Word does. */
export class Labels {
  readonly #lists: Map<string, NumberedList>;
  /** Where each counter stands, by level; a level not begun is undefined. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(lists: Map<string, NumberedList>) {
    this.#lists = lists;
  }

  /** The level on which a style always stands in the list, or null. */
  levelOfStyle(numId: string, style: string): number | null {
    for (const [at, level] of this.#lists.get(numId)?.levels ?? []) if (level.style === style) return at;
    return null;
  }

  /** Counts one paragraph and gives its label as shown: "2.1", "a)", "§ 3", "-" for a bullet; null where nothing is shown. */
  next(numId: string, at: number): string | null {
    const list = this.#lists.get(numId);
    const level = list?.levels.get(at);
    if (!list || !level) return null;
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    this.#override(numId, list, counts, at);
    counts[at] = counts[at] === undefined ? level.start : counts[at] + 1;
    restartBelow(list, counts, at);
    if (level.form === 'bullet') return level.pattern === '' ? null : '-';
    return shown(list, counts, level) || null;
  }

  #override(numId: string, list: NumberedList, counts: (number | undefined)[], at: number): void {
    if (this.#begun.has(numId)) return;
    this.#begun.add(numId);
    for (const [level, start] of list.overrides) counts[level] = level === at ? start - 1 : undefined;
  }
}

function restartBelow(list: NumberedList, counts: (number | undefined)[], at: number): void {
  for (let below = at + 1; below < counts.length; below += 1) {
    const restart = list.levels.get(below)?.restart ?? null;
    if (restart === null || (restart > 0 && at < restart)) counts[below] = undefined;
  }
}

function shown(list: NumberedList, counts: (number | undefined)[], level: Level): string {
  const written = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const other = list.levels.get(at);
    // A level that was passed over shows where it would begin.
    counts[at] ??= other?.start ?? 1;
    return numeral(counts[at], level.isLegal ? 'decimal' : (other?.form ?? 'decimal'));
  });
  return written.replace(/\s+/g, ' ').trim();
}
