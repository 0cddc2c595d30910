/** Lets so many through at a time, the rest in the order they came, and turns away those the queue has no room for. */
export class Queue {
  #free: number;
  readonly #room: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atATime: number, room: number) {
    this.#free = atATime;
    this.#room = room;
  }

  /** A turn, to be given back with `done`; null where the queue is full. */
  async turn(): Promise<{ done: () => void } | null> {
    if (this.#free > 0) this.#free -= 1;
    else if (this.#waiting.length >= this.#room) return null;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return { done: () => this.#next() };
  }

  #next(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
