import { child, childrenOf, type Element, numberOf, valueOf } from './xml.ts';

/** One level of a list: how its numbers look and where they begin. */
export interface Level {
  start: number;
  form: string;
  /** Such as "%1.%2" or "§ %1". */
  pattern: string;
  /** 0 never restarts; n restarts when level n (counted from 1) is used; null after any higher level. */
  restart: number | null;
  isLegal: boolean;
  /** The paragraph style that always stands on this level. */
  style: string | null;
}

/** What a `numId` in a paragraph stands for. Lists with the same `counter` count on from each other. */
export interface NumberedList {
  counter: string;
  levels: Map<number, Level>;
  /** Levels that begin anew, and at what, the first time this list is used. */
  overrides: Map<number, number>;
}

/** Every list of `numbering.xml` by its `numId`. `listOfStyle` gives the `numId` that a list style names. */
export function numberedLists(root: Element | null, listOfStyle: (style: string) => string | null): Map<string, NumberedList> {
  const abstracts = new Map(childrenOf(root, 'abstractNum').map((each) => [each.attributes.abstractNumId ?? '', each]));
  const nums = new Map(childrenOf(root, 'num').map((each) => [each.attributes.numId ?? '', each]));

  /** A list may borrow its levels from a list style, which names another list. */
  const resolved = (id: string, hops = 0): string => {
    const style = valueOf(abstracts.get(id), 'numStyleLink');
    const next = style && hops < 5 ? valueOf(nums.get(listOfStyle(style) ?? ''), 'abstractNumId') : null;
    return next && next !== id ? resolved(next, hops + 1) : id;
  };

  const lists = new Map<string, NumberedList>();
  for (const [numId, num] of nums) {
    const counter = resolved(valueOf(num, 'abstractNumId') ?? '');
    const levels = levelsOf(abstracts.get(counter));
    const overrides = new Map<number, number>();
    for (const override of childrenOf(num, 'lvlOverride')) {
      const at = Number(override.attributes.ilvl);
      const start = numberOf(override, 'startOverride');
      const level = child(override, 'lvl');
      if (level) levels.set(at, levelOf(level));
      if (start !== null) overrides.set(at, start);
    }
    lists.set(numId, { counter, levels, overrides });
  }
  return lists;
}

const levelsOf = (abstract: Element | undefined): Map<number, Level> =>
  new Map(childrenOf(abstract, 'lvl').map((level) => [Number(level.attributes.ilvl), levelOf(level)]));

function levelOf(level: Element): Level {
  return {
    start: numberOf(level, 'start') ?? 0,
    form: valueOf(level, 'numFmt') ?? 'decimal',
    pattern: valueOf(level, 'lvlText') ?? '',
    restart: numberOf(level, 'lvlRestart'),
    isLegal: child(level, 'isLgl') !== null,
    style: valueOf(level, 'pStyle'),
  };
}
