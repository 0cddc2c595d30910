import { clausesOf } from '../clause/clause.ts';
import type { PartyNames } from '../parties/names.ts';

/** The sentences that were passed in a section, and whom the last of them that names somebody was about; worked out only when it is asked for. */
export class Passed {
  readonly #names: PartyNames;
  #unasked: string[] = [];
  #about: string[] | null = null;

  constructor(names: PartyNames) {
    this.#names = names;
  }

  add(sentence: string): void {
    this.#unasked.push(sentence);
  }

  about(): string[] | null {
    for (let text = this.#unasked.pop(); text !== undefined; text = this.#unasked.pop()) {
      const [first] = clausesOf(text, this.#names);
      if (!first) continue;
      this.#about = first.parties;
      this.#unasked = [];
    }
    return this.#about;
  }
}
