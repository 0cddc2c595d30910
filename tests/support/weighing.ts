import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Weighs, as every sixteenth megabyte passes and is held up, how many megabytes lie outside the heap besides what lay there when it began. */
export function weighing() {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const held = () => {
    collectGarbage();
    return process.memoryUsage().arrayBuffers / 1024 / 1024;
  };
  const weights: number[] = [];
  const weighed = async function* (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    const before = held();
    let since = 0;
    for await (const chunk of bytes) {
      yield chunk;
      since += chunk.length;
      if (since < 16 * 1024 * 1024) continue;
      since = 0;
      // Long enough for whoever reads on without being asked to fill the room.
      await new Promise((later) => setTimeout(later, 300));
      weights.push(held() - before);
    }
  };
  return { weights, weighed };
}
