import { writeSync } from 'node:fs';
import { sure } from '#kernel/outcome.ts';
import { remind } from '#partnership/commitments';
import { system } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import { openDatabase } from '#platform/database/open.ts';
import { withJobs } from '#platform/jobs/jobs.ts';
import { resting } from '#platform/mail/mail.ts';

/*
 * A process that reminds everybody on the day it is given. Each time it asks what time it is, which it does for every row
 * it writes, it says a dot and waits a little, so that it can be killed in the middle of its work.
 */
const [home, day] = process.argv.slice(2);
const stopped = stoppedClock(day);
const waiting = new Int32Array(new SharedArrayBuffer(4));
const now = () => {
  writeSync(1, '.');
  Atomics.wait(waiting, 0, 0, 10);
  return stopped.now();
};
const data = await openDatabase(JSON.parse(home));
const context = contextFor(withJobs({ clock: { ...stopped, now }, data, files: { put: async () => '', get: async () => null }, mail: resting }), system('reminding child'));
const { letters } = sure(await remind(context, { readersOf: async (_, ids) => new Map(ids.map((id) => [id, { email: `${id}@lyktan.example`, language: null }])), house: null }));
writeSync(1, `${letters} letters`);
await data.close();
