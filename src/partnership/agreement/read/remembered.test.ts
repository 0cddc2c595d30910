import { expect, test } from 'vitest';
import { Memory, recalling, remembered } from './remembered.ts';

const asked: string[] = [];
const lengthOf = remembered((text: string): number => asked.push(text) && text.length);

test('what is asked twice in one reading is worked out once, and anew in another', () => {
  asked.length = 0;
  const [one, other] = [new Memory(), new Memory()];
  expect(recalling(one, () => [lengthOf('kommunen'), lengthOf('kommunen'), recalling(other, () => lengthOf('kommunen')), lengthOf('kommunen')])).toEqual([8, 8, 8, 8]);
  expect(asked).toEqual(['kommunen', 'kommunen']);
  expect(recalling(one, () => lengthOf('kommunen'))).toBe(8);
  expect(asked).toHaveLength(2);
});

test('between readings nothing is kept, also when one has failed', () => {
  asked.length = 0;
  expect(() => recalling(new Memory(), () => { throw new Error('torn'); })).toThrow('torn');
  expect([lengthOf('föreningen'), lengthOf('föreningen')]).toEqual([10, 10]);
  expect(asked).toHaveLength(2);
});

test('a very long text is not kept', () => {
  asked.length = 0;
  const long = 'x'.repeat(3_000);
  recalling(new Memory(), () => [lengthOf(long), lengthOf(long)]);
  expect(asked).toHaveLength(2);
});
