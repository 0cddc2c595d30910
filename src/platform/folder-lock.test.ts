import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const folder = () => mkdtemp(join(tmpdir(), 'handslag-lock-'));

test('a folder that another running process has is refused', async () => {
  const data = await folder();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(other, 'spawn');
  await writeFile(join(data, 'handslag.lock'), String(other.pid));
  await expect(lockFolder(data)).rejects.toMatchObject({ code: 'data-folder-in-use', facts: { process: String(other.pid) } });
  other.kill();
});

test('a lock left behind by a process that was killed is taken over, and let go of', async () => {
  const data = await folder();
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  await writeFile(join(data, 'handslag.lock'), String(dead.pid));
  const letGo = await lockFolder(data);
  expect(await readFile(join(data, 'handslag.lock'), 'utf8')).toBe(String(process.pid));
  await letGo();
  await expect(readFile(join(data, 'handslag.lock'))).rejects.toThrow('ENOENT');
});

test('a lock with nothing in it is nobody\'s', async () => {
  const data = await folder();
  await writeFile(join(data, 'handslag.lock'), '');
  const letGo = await lockFolder(data);
  expect(await readdir(data)).toEqual(['handslag.lock']);
  await letGo();
});

test('a folder where none can be made says so at once, also to root', async () => {
  await expect(lockFolder('/proc/handslag/data')).rejects.toMatchObject({ code: 'data-folder-unwritable' });
});

test('a folder is made with those it lies in', async () => {
  const data = join(await folder(), 'a', 'b');
  await (await lockFolder(data))();
  expect(await readdir(data)).toEqual([]);
});

test('a folder that cannot be made says so', async () => {
  const file = join(await folder(), 'a file');
  await writeFile(file, '');
  await expect(lockFolder(join(file, 'data'))).rejects.toMatchObject({ code: 'data-folder-unwritable' });
});
