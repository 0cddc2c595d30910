// Laid before a program with `node --import`: its clock is the machine's, moved by as many milliseconds as the file says.
import { readFileSync } from 'node:fs';

const file = process.env.MOVED_CLOCK;
if (file) {
  const machine = Date.now;
  let moved = 0;
  const look = () => {
    try {
      moved = Number(readFileSync(file, 'utf8'));
    } catch {
      // A program that may not read it keeps the clock it had.
    }
  };
  look();
  setInterval(look, 20).unref();
  const now = () => machine() + moved;
  globalThis.Date = class extends Date {
    static override now = now;
    constructor(...parts: [] | [number]) {
      if (parts.length === 0) super(now());
      else super(...parts);
    }
  } as DateConstructor;
}
