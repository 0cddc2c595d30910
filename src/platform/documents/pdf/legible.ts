import { cleaned, textsIn, withEveryText } from '../every-text.ts';
import { type Compiler, turn } from './compiler.ts';
import { breakable } from './long-words.ts';

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
  async lacking(value: unknown): Promise<string[]> {
    const found = new Set(textsIn(value).flatMap((text) => [...clusters.segment(cleaned(text))].map(({ segment }) => segment)).filter((cluster) => cluster.trim() !== ''));
    if (this.#known.size > REMEMBERED) this.#known.clear();
    await this.#learn([...found].filter((cluster) => !this.#known.has(cluster)));
    return [...found].filter((cluster) => this.#known.get(cluster) === false);
  }

  /** The same value with every text in it legible. */
  async legible<T>(value: T): Promise<T> {
    const lacking = new Set(await this.lacking(value));
    const shown = (text: string) => (lacking.size === 0 ? text : Array.from(clusters.segment(text), ({ segment }) => (lacking.has(segment) ? UNKNOWN : segment)).join(''));
    return withEveryText(value, (text) => breakable(shown(cleaned(text))));
  }

  /** All at once; where they do not pass, without those the typesetter names, or by halves where it names none. */
  async #learn(unknown: string[]): Promise<void> {
    if (unknown.length === 0) return;
    const complaint = await this.#complaint(unknown);
    if (complaint === null) for (const cluster of unknown) this.#known.set(cluster, true);
    else if (unknown.length === 1) this.#known.set(unknown[0]!, false);
    else {
      const named = namedIn(complaint);
      const blamed = unknown.filter((cluster) => named.has(cluster) || [...named].some((name) => cluster.includes(name)));
      for (const cluster of blamed) this.#known.set(cluster, false);
      const rest = unknown.filter((cluster) => !this.#known.has(cluster));
      const cut = blamed.length > 0 ? 0 : rest.length >> 1;
      await this.#learn(rest.slice(0, cut));
      await this.#learn(rest.slice(cut));
    }
  }

  async #complaint(words: string[]): Promise<string | null> {
    await turn();
    try {
      this.#compiler.export({ mainFileContent: PROBE }, { words: JSON.stringify(words) }, ['a-3a']);
      return null;
    } catch (complaint) {
      return (complaint as Error).message;
    }
  }
}

/** The texts that a complaint quotes, their escapes undone. Where its wording has changed there are none, and it only takes longer. */
const namedIn = (complaint: string): Set<string> =>
  new Set([...complaint.matchAll(/text `\\*"([^`]+?)\\*"` could not be displayed/gu)].map(([, name]) => name!.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))));
