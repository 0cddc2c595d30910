import { cleaned, textsIn, withEveryText } from '../every-text.ts';
import type { Compiler } from './compiler.ts';

/** Shown for what no font has a shape for. */
const UNKNOWN = '□';
/** Clusters of characters that are remembered; a text has some hundred. */
const REMEMBERED = 20_000;

const clusters = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** Both weights that a document is set in, and the standard that is strictest about characters. */
const PROBE = `#set document(title: "?", date: datetime(year: 1970, month: 1, day: 1))
#set text(font: ("Source Sans 3", "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), fallback: false)
#let words = json(bytes(sys.inputs.words))
#for word in words [#word #text(weight: 600, word) ]`;

/**
 * Knows which characters the fonts have a shape for, by asking the typesetter itself. What people type is never refused
 * for its characters: those without a shape are shown as an empty square.
 */
export class Legibility {
  readonly #compiler: Compiler;
  readonly #known = new Map<string, boolean>();

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  /** The clusters of characters in the value's texts that no font has, each once, in the order they come. */
  lacking(value: unknown): string[] {
    const found = new Set(textsIn(value).flatMap((text) => [...clusters.segment(cleaned(text))].map(({ segment }) => segment)).filter((cluster) => cluster.trim() !== ''));
    if (this.#known.size > REMEMBERED) this.#known.clear();
    this.#learn([...found].filter((cluster) => !this.#known.has(cluster)));
    return [...found].filter((cluster) => this.#known.get(cluster) === false);
  }

  /** The same value with every text in it legible. */
  legible<T>(value: T): T {
    const lacking = new Set(this.lacking(value));
    const shown = (text: string) => (lacking.size === 0 ? cleaned(text) : Array.from(clusters.segment(cleaned(text)), ({ segment }) => (lacking.has(segment) ? UNKNOWN : segment)).join(''));
    return withEveryText(value, shown);
  }

  /** All at once; where they do not pass, without those the typesetter names, or by halves where it names none. */
  #learn(unknown: string[]): void {
    if (unknown.length === 0) return;
    const complaint = this.#complaint(unknown);
    if (complaint === null) return unknown.forEach((cluster) => this.#known.set(cluster, true));
    if (unknown.length === 1) return void this.#known.set(unknown[0]!, false);
    const named = [...complaint.matchAll(/`\W{1,6}?([^`"\\]+)\W{1,4}?` could not be displayed/gu)].map(([, name]) => name!);
    const blamed = unknown.filter((cluster) => named.some((name) => cluster.includes(name)));
    for (const cluster of blamed) this.#known.set(cluster, false);
    if (blamed.length > 0) return this.#learn(unknown.filter((cluster) => !this.#known.has(cluster)));
    this.#learn(unknown.slice(0, unknown.length >> 1));
    this.#learn(unknown.slice(unknown.length >> 1));
  }

  #complaint(words: string[]): string | null {
    try {
      this.#compiler.export({ mainFileContent: PROBE }, { words: JSON.stringify(words) }, ['a-3a']);
      return null;
    } catch (complaint) {
      return (complaint as Error).message;
    }
  }
}
