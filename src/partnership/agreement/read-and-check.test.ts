import { expect, test } from 'vitest';
import { readAndCheck } from './read-and-check.ts';

/** Milliseconds of processor time. */
function time(text: string): number {
  const before = process.cpuUsage();
  readAndCheck(text);
  return process.cpuUsage(before).user / 1_000;
}

// What each pattern tries at every place in it, it must not try to the end from every place.
test.each(['a', 'A', '1', '.', '/', '-', 'a-', 'a/', '_ ', '... ', 'Ab ', 'Anna Berg, ', 'Kommunen ska ', 'Ekonomi: Kommunen betalar och '])('a text of nothing but "%s" takes time by its length', (unit) => {
  const text = (length: number) => unit.repeat(length / unit.length);
  time(text(10_000));
  expect(time(text(80_000))).toBeLessThan(8 * 3 * time(text(10_000)) + 300);
});
