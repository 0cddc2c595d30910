import { expect, test } from 'vitest';
import { inLine } from './in-line.ts';

test('those who come to one walk are served one at a time in the order they came, also after one who failed', async () => {
  const served: string[] = [];
  let inside = 0;
  const serve = (who: string) => async () => {
    inside += 1;
    expect(inside).toBe(1);
    await new Promise((later) => setTimeout(later, who === 'a' ? 20 : 1));
    inside -= 1;
    served.push(who);
    if (who === 'b') throw new Error('b fell');
    return who;
  };
  const answers = await Promise.allSettled(['a', 'b', 'c'].map((who) => inLine('walk', serve(who))));
  expect(served).toEqual(['a', 'b', 'c']);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('nobody waits for those of another walk', async () => {
  const never = new Promise(() => {});
  void inLine('one', () => never);
  expect(await inLine('other', async () => 'served')).toBe('served');
});
