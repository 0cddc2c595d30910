import { pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { FromChild } from './sandbox-child.ts';

/** The child's side: loads the module it was told to, then answers one question at a time until its parent is gone. */
const [module, run, megabytes, answerMegabytes] = process.argv.slice(2) as [string, string, string, string];

const say = (message: FromChild): void => {
  process.send?.(message);
};

process.on('disconnect', () => process.exit());

watchMemory();
const { [run]: answer } = (await import(pathToFileURL(module).href)) as Record<string, (question: unknown) => unknown>;
process.on('message', (question) => void reply(question));
say({ ready: true });

async function reply(question: unknown): Promise<void> {
  try {
    const packed = serialize(await answer!(question));
    say(packed.length > Number(answerMegabytes) * 1024 * 1024 ? { tooLarge: true } : { answer: packed });
  } catch (fault) {
    const { message, stack } = fault instanceof Error ? fault : { message: String(fault), stack: undefined };
    say({ fault: { message, ...(stack === undefined ? {} : { stack }) } });
  }
}

/**
 * The limit on V8's heap does not count the buffers that unpacking fills, and a busy loop leaves no turn to look in.
 * A thread of its own looks at the whole process, and ends it when it has grown too large or its parent has died.
 */
function watchMemory(): void {
  const watch = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => {
      if (process.memoryUsage.rss() > workerData.bytes || process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
    }, 50);`;
  const worker = new Worker(watch, { eval: true, workerData: { bytes: Number(megabytes) * 1024 * 1024, parent: process.ppid }, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  worker.unref();
}
