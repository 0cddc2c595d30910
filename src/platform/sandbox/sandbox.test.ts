import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { Sandbox } from './sandbox.ts';

const options = {
  module: pathToFileURL(join(projectRoot, 'tests/support/ill-behaved.ts')),
  run: 'misbehave',
  seconds: 5,
  megabytes: 256,
  answerMegabytes: 4,
  children: 1,
  waiting: 3,
};
const opened: Sandbox<string, unknown>[] = [];
const sandbox = (more: Partial<typeof options> = {}) => {
  const made = new Sandbox<string, unknown>({ ...options, ...more });
  opened.push(made);
  return made;
};
afterAll(() => opened.forEach((each) => each.close()));

test('a warm child answers again and again', async () => {
  const apart = sandbox();
  const [first, second] = [await apart.ask('not at all'), await apart.ask('not at all')];
  expect(first).toMatchObject({ ok: true, answer: { pid: expect.any(Number) } });
  expect(second).toEqual(first);
  expect(first).not.toMatchObject({ answer: { pid: process.pid } });
});

test('what misbehaves takes only its own child along, and says why', async () => {
  const apart = sandbox({ seconds: 1 });
  expect(await apart.ask('loops')).toEqual({ ok: false, why: 'too-long' });
  expect(await apart.ask('leaves')).toEqual({ ok: false, why: 'crashed' });
  expect(await apart.ask('says too much')).toEqual({ ok: false, why: 'answer-too-large' });
  expect(await apart.ask('hello')).toEqual({ ok: true, answer: 'hello' });
});

test('memory is bounded, on the heap and in buffers beside it', async () => {
  const apart = sandbox({ seconds: 20 });
  expect(await apart.ask('fills the heap')).toEqual({ ok: false, why: 'too-much-memory' });
  expect(await apart.ask('fills buffers')).toEqual({ ok: false, why: 'too-much-memory' });
});

test('others are answered quickly while a child is busy', async () => {
  const apart = sandbox({ seconds: 1 });
  const looping = apart.ask('loops');
  const started = performance.now();
  let turns = 0;
  while (performance.now() - started < 300) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    turns += 1;
  }
  expect(turns).toBeGreaterThan(15);
  expect(await looping).toEqual({ ok: false, why: 'too-long' });
});

test('questions wait their turn, and those beyond the queue are turned away', async () => {
  const apart = sandbox({ waiting: 1 });
  const answers = await Promise.all([apart.ask('a'), apart.ask('b'), apart.ask('c')]);
  expect(answers).toEqual([{ ok: true, answer: 'a' }, { ok: true, answer: 'b' }, { ok: false, why: 'busy' }]);
});

test('the child sees no environment, writes nothing and starts nothing', async () => {
  const apart = sandbox();
  expect(await apart.ask('not at all')).toMatchObject({ answer: { environment: [] } });
  expect(await apart.ask('writes a file')).toEqual({ ok: true, answer: 'ERR_ACCESS_DENIED' });
  expect(await apart.ask('starts a program')).toEqual({ ok: true, answer: 'ERR_ACCESS_DENIED' });
});

test('a fault in the child is thrown here', async () => {
  await expect(sandbox().ask('is at fault')).rejects.toThrow('a fault of ours');
});
