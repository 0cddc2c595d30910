import { nextWay, TOGETHER, WAYS } from './lex/letters.ts';
import { triggersOf, triggersOfWords, type Trigger } from './lex/triggers.ts';

/**
 * Where in a document which letters stand, so that a pattern is only tried on the texts that hold one of its triggers. Built by
 * going through the texts once; takes room linear in them.
 */
export class Concordance {
  /** For each few letters the last text that holds them, as an entry; 0 is none. */
  #last = new Int32Array(WAYS);
  /** How many texts hold them. */
  #count = new Int32Array(WAYS);
  /** For each entry the text it is of, and the entry of the text before it that holds the same letters. */
  #textOf: Int32Array;
  #before: Int32Array;
  /** Marks of the texts found for one pattern, all taken away again before the next. */
  #found: Uint8Array;

  constructor(texts: readonly string[]) {
    this.#found = new Uint8Array(texts.length);
    const room = texts.reduce((sum, { length }) => sum + length, 1);
    this.#textOf = new Int32Array(room);
    this.#before = new Int32Array(room);
    this.#enter(texts);
  }

  /** The texts in which the pattern, or the words, may be found, by their number and in order; in all others it is not. Null where it may be found in any. */
  mayHold(sought: RegExp | string): readonly number[] | null {
    const triggers = typeof sought === 'string' ? triggersOfWords(sought) : triggersOf(sought);
    if (!triggers) return null;
    const numbers: number[] = [];
    for (const trigger of triggers) this.#collect(this.#rarestIn(trigger), numbers);
    for (const number of numbers) this.#found[number] = 0;
    return numbers.length > 1 ? numbers.sort((a, b) => a - b) : numbers;
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
    let [rarest, least] = [ways[0]!, this.#count[ways[0]!]!];
    for (const way of ways) if (this.#count[way]! < least) [rarest, least] = [way, this.#count[way]!];
    return rarest;
  }

  #collect(way: number, numbers: number[]): void {
    for (let entry = this.#last[way]!; entry > 0; entry = this.#before[entry]!) {
      const number = this.#textOf[entry]!;
      if (this.#found[number] === 1) continue;
      this.#found[number] = 1;
      numbers.push(number);
    }
  }
}
