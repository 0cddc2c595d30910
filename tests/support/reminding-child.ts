import { writeSync } from 'node:fs';
import { sure } from '#kernel/outcome.ts';
import { remind } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { system } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';

/*
 * A process that reminds everybody on the day it is given. Each time it asks what time it is, which it does for every row
 * it writes, it says a dot and waits a little, so that it can be killed in the middle of its work.
 */
const stopped = stoppedClock(process.argv[2]);
const waiting = new Int32Array(new SharedArrayBuffer(4));
const now = () => {
  writeSync(1, '.');
  Atomics.wait(waiting, 0, 0, 10);
  return stopped.now();
};
const house = await openHouse(process.env);
const context = contextFor({ ...house.ports, clock: { ...stopped, now } }, system('reminding child'));
const { letters } = sure(await remind(context, { readersOf: async (_, ids) => new Map(ids.map((id) => [id, { email: `${id}@lyktan.example`, language: null }])), house: null, hide: (await guard(context)).hide }));
writeSync(1, `${letters} letters`);
await house.close();
