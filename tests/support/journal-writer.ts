// A program that writes and says aloud what has been kept, until it is done or killed: organisations registered through
// their room, each with its entry in the journal. Arguments: how many, and a word for this run.
import { writeSync } from 'node:fs';
import { registerOrganisation } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';

const LANES = 4;
const [writes, run] = [Number(process.argv[2]), process.argv[3]];
const house = await openHouse(process.env);
const context = contextFor(house.ports, system('Handslag'));
let next = 0;

await Promise.all(
  Array.from({ length: LANES }, async () => {
    while (next < writes) {
      next += 1;
      const { organisationId } = sure(await registerOrganisation(context, { name: `Förening ${run} ${next}`, sector: 'civil', orgNumber: null }));
      writeSync(1, `${organisationId}\n`);
    }
  }),
);
await house.close();
