/** How deep a list item stands among the items around it, whatever level its list gives it. */
export class ListDepth {
  #levels: number[] = [];

  at(level: number): number {
    while (this.#levels.length > 0 && this.#levels.at(-1)! >= level) this.#levels.pop();
    this.#levels.push(level);
    return this.#levels.length - 1;
  }

  /** After a heading or a clause a new list begins. */
  end(): void {
    this.#levels = [];
  }
}
