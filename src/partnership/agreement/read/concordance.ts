import { nextWay, TOGETHER, WAYS } from './lex/letters.ts';
import { triggersOf, type Trigger } from './lex/triggers.ts';

/**
 * Where in a document which letters stand, so that a pattern is only tried on the texts that hold one of its triggers. Built by
 * going through the texts once; takes room linear in them.
 */
export class Concordance {
  #texts: number;
  /** For each few letters the last text that holds them, as an entry; 0 is none. */
  #last = new Int32Array(WAYS);
  /** How many texts hold them. */
  #count = new Int32Array(WAYS);
  /** For each entry the text it is of, and the entry of the text before it that holds the same letters. */
  #textOf: Int32Array;
  #before: Int32Array;
  #asked = new Map<RegExp, readonly number[]>();

  constructor(texts: readonly string[]) {
    this.#texts = texts.length;
    const room = texts.reduce((sum, { length }) => sum + length, 1);
    this.#textOf = new Int32Array(room);
    this.#before = new Int32Array(room);
    this.#enter(texts);
  }

  /** The texts in which the pattern may be found, by their number and in order; in all others it is not. */
  mayHold(pattern: RegExp): readonly number[] {
    const known = this.#asked.get(pattern);
    if (known) return known;
    const triggers = triggersOf(pattern);
    const texts = triggers ? [...new Set(triggers.flatMap((trigger) => this.#holding(this.#rarestIn(trigger))))].sort((a, b) => a - b) : [...Array(this.#texts).keys()];
    this.#asked.set(pattern, texts);
    return texts;
  }

  #enter(texts: readonly string[]): void {
    const [last, count, textOf, before] = [this.#last, this.#count, this.#textOf, this.#before];
    let entries = 0;
    texts.forEach((text, nth) => {
      let way = 0;
      for (let at = 0; at < text.length; at += 1) {
        way = nextWay(way, text.charCodeAt(at));
        const earlier = last[way]!;
        if (at < TOGETHER - 1 || (earlier > 0 && textOf[earlier] === nth)) continue;
        entries += 1;
        textOf[entries] = nth;
        before[entries] = earlier;
        last[way] = entries;
        count[way]! += 1;
      }
    });
  }

  /** A text that holds the trigger holds each few letters of it; those that the fewest texts hold tell the most. */
  #rarestIn({ ways }: Trigger): number {
    return ways.reduce((rarest, way) => (this.#count[way]! < this.#count[rarest]! ? way : rarest));
  }

  #holding(way: number): number[] {
    const texts: number[] = [];
    for (let entry = this.#last[way]!; entry > 0; entry = this.#before[entry]!) texts.push(this.#textOf[entry]!);
    return texts;
  }
}
