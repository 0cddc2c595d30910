import { foldedText, nextWay, TOGETHER } from './letters.ts';

/** A run of folded letters, and the ways of each few of them that stand together. */
export interface Trigger {
  run: string;
  ways: readonly number[];
}

/**
 * Runs of letters of which at least one stands wherever the pattern matches; null where its source promises none that are
 * long enough to look up. A text without any of them need not be searched: a rule names its own trigger, and nobody has to
 * keep the two alike.
 */
export function triggersOf(pattern: RegExp): readonly Trigger[] | null {
  const known = told.get(pattern);
  if (known !== undefined) return known;
  const { always } = new Source(pattern.source).alternatives();
  const triggers = always && shortest(always) >= TOGETHER ? always.map((run) => ({ run, ways: waysIn(run) })) : null;
  told.set(pattern, triggers);
  return triggers;
}

/** What stands wherever exactly these words do, in whatever case; null where they are too few letters to look up. */
export const triggersOfWords = (words: string): readonly Trigger[] | null => (words.length < TOGETHER ? null : [{ run: foldedText(words), ways: waysIn(words) }]);

/**
 * A plain pattern that is found wherever this one is: quick to ask for before a long one that tries much at every letter.
 * It is found everywhere when the long one promises nothing.
 */
export const hintOf = (pattern: RegExp): RegExp => new RegExp(branching(triggersOf(pattern)?.map(({ run }) => run) ?? ['']), 'iu');

/** A pattern of the runs in which those that begin alike are tried together: at most letters of a text, a few letters tell that none of a hundred begins there. */
function branching(runs: readonly string[]): string {
  if (runs.includes('')) return '';
  const rests = new Map<string, string[]>();
  for (const run of runs) rests.set(run[0]!, [...(rests.get(run[0]!) ?? []), run.slice(1)]);
  const branches = [...rests].map(([letter, rest]) => letter.replace('0', '\\d').replace(' ', '\\s') + branching(rest));
  return branches.length === 1 ? branches[0]! : `(?:${branches.join('|')})`;
}

/** A pattern never changes, so what its source says is worked out once. */
const told = new WeakMap<RegExp, readonly Trigger[] | null>();

function waysIn(run: string): number[] {
  const ways: number[] = [];
  let way = 0;
  for (let at = 0; at < run.length; at += 1) {
    way = nextWay(way, run.charCodeAt(at));
    if (at >= TOGETHER - 1) ways.push(way);
  }
  return ways;
}

/** More ways than this to write one stretch are not told apart. */
const MOST = 60;

/** What a part of a pattern promises of every text it matches. */
interface Promised {
  /** Everything the part can match, when that is a few plain runs; null when it is more. */
  exactly: string[] | null;
  /** Runs of which one stands in everything it matches; null when there are none. */
  always: string[] | null;
}

const NOTHING: Promised = { exactly: [''], always: null };
const ANYTHING: Promised = { exactly: null, always: null };

/** Reads a pattern's source from left to right. What it does not know it takes to promise nothing. */
class Source {
  #source: string;
  #at = 0;
  constructor(source: string) {
    this.#source = source;
  }

  /** "a|b|c", to the closing bracket or the end. */
  alternatives(): Promised {
    const all = [this.#sequence()];
    while (this.#takes('|')) all.push(this.#sequence());
    const exactly = all.every((one) => one.exactly) ? all.flatMap((one) => one.exactly!) : null;
    const always = all.every((one) => one.always) ? unrepeated(all.flatMap((one) => one.always!)) : null;
    return { exactly: exactly && exactly.length <= MOST ? exactly : null, always };
  }

  /** Part after part: runs that touch are one, and of all the runs the best is kept. */
  #sequence(): Promised {
    let whole = true;
    let run = [''];
    let best: string[] | null = null;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) {
      const part = this.#repeated();
      best = better(best, part.always);
      if (part.exactly && run.length * part.exactly.length <= MOST) run = run.flatMap((before) => part.exactly!.map((after) => before + after));
      else {
        best = better(best, run);
        run = part.exactly ?? [''];
        whole = false;
      }
    }
    return { exactly: whole ? run : null, always: better(best, run) };
  }

  #repeated(): Promised {
    const part = this.#one();
    const [written, least, most] = /^(?:[*+?]|\{(\d+)(,\d*)?\})/.exec(this.#source.slice(this.#at, this.#at + 12)) ?? [null];
    if (!written) return part;
    this.#at += written.length;
    this.#takes('?');
    const times = least === undefined ? (written === '+' ? 1 : 0) : Number(least);
    if (written === '?') return { exactly: part.exactly && [...part.exactly, ''], always: null };
    if (times === 0) return ANYTHING;
    const repeated = part.exactly?.length === 1 ? [part.exactly[0]!.repeat(Math.min(times, 8))] : part.exactly;
    return { exactly: most === undefined && written !== '+' && times <= 8 && part.exactly?.length === 1 ? repeated : null, always: better(part.always, repeated) };
  }

  #one(): Promised {
    const sign = this.#next();
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#class();
    if (sign === '\\') return this.#escape();
    if (sign === '^' || sign === '$') return NOTHING;
    return /[.\ud800-\udfff]/.test(sign) ? ANYTHING : { exactly: [foldedText(sign)], always: null };
  }

  /** What is looked for ahead or behind stands beside the match, not in it; what must not stand there promises nothing. */
  #group(): Promised {
    const [opening = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at, this.#at + 40)) ?? [];
    this.#at += opening.length;
    const inside = this.alternatives();
    this.#takes(')');
    if (/[=!]$/.test(opening)) return NOTHING;
    return inside;
  }

  /** "[ae]" is either letter; a range, a property or what is left out can be too many. */
  #class(): Promised {
    const from = this.#at;
    while (this.#next() !== ']') if (this.#source[this.#at - 1] === '\\') this.#at += 1;
    const inside = this.#source.slice(from, this.#at - 1).replace(/\\d|\d-\d/g, '0').replace(/\\[stn]/g, ' ');
    if (/^\^|\\\w|.-./.test(inside)) return ANYTHING;
    const letters = inside.replace(/\\/g, '');
    return { exactly: [...new Set(foldedText(letters))], always: null };
  }

  #escape(): Promised {
    const sign = this.#next();
    if (sign === 'd') return { exactly: ['0'], always: null };
    if (/[stn]/.test(sign)) return { exactly: [' '], always: null };
    if (/[bB]/.test(sign)) return NOTHING;
    if (/[pPuxk\d]/.test(sign)) this.#at += /^(?:\{[^}]*\}|<[^>]*>|(?<=u)[\da-f]{4}|(?<=x)[\da-f]{2})/i.exec(this.#source.slice(this.#at))?.[0].length ?? 0;
    return /\w/.test(sign) ? ANYTHING : { exactly: [foldedText(sign)], always: null };
  }

  #next(): string {
    this.#at += 1;
    return this.#source[this.#at - 1]!;
  }

  #takes(sign: string): boolean {
    if (this.#source[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}

const shortest = (runs: readonly string[]): number => Math.min(...runs.map((run) => run.length));

/** The longer are rarer; of runs equally long, the fewer. */
function better(a: string[] | null, b: string[] | null): string[] | null {
  if (a === null || b === null) return a ?? b;
  const gain = shortest(b) - shortest(a);
  return gain > 0 || (gain === 0 && b.length < a.length) ? unrepeated(b) : a;
}

/** Without the runs that hold a shorter one: where they stand, so does that. */
const unrepeated = (runs: string[]): string[] => [...new Set(runs)].filter((run, _, all) => !all.some((other) => other !== run && run.includes(other)));
