import { writeSync } from 'node:fs';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import { finishSignings } from '../../src/reactions/signing.ts';

/*
 * A process that finishes what is left of signings and is killed by itself at the point it is told: before or after the
 * sealed file is kept, or when so many moments have been noted since, which is in the middle of the transaction that
 * brings it into force. Arguments: the point, and how many minutes later than now it is.
 */
const [point, minutes] = [process.argv[2], Number(process.argv[3])];
const house = await openHouse(process.env);
const die = () => process.kill(process.pid, 'SIGKILL');
let noted: number | null = null;
const clock = {
  ...house.ports.clock,
  now() {
    if (noted !== null && (noted += 1) === Number(point)) die();
    return new Date(Date.now() + minutes * 60_000);
  },
};
const files = {
  ...house.ports.files,
  async put(bytes: Uint8Array) {
    if (point === 'before') die();
    const sha256 = await house.ports.files.put(bytes);
    if (point === 'after') die();
    noted = 0;
    return sha256;
  },
};
await finishSignings(contextFor({ ...house.ports, clock, files }, system('sealing child')), null);
writeSync(1, 'finished');
await house.close();
