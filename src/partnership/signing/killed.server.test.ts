import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import { verifyJournal } from '#platform/journal/verify.ts';
import { somebody } from '../../../tests/support/cast.ts';
import { freshSettings } from '../../../tests/support/fresh-database.ts';
import { known, outsider, prepared, sent, sharedDraft, RETURN_TO, SIGNED_IN } from '../../../tests/support/signings.ts';
import { GRANBY, LYKTAN, organisationIdOf } from '../../../tests/support/two-sides.ts';
import { sign } from './index.ts';

const settings = await freshSettings();

/** Does the work in the house's own context on the database, and closes it. */
async function inHouse<T>(work: (house: Context) => Promise<T>): Promise<T> {
  const { ports, close } = await openHouse(settings);
  try {
    return await work(contextFor(ports, system('Handslag')));
  } finally {
    await close();
  }
}

/** Finishes what is left in a process of its own, killed at the point it is told; gives the signal that ended it. */
async function finishing(point: string, minutes: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ['tests/support/sealing-child.ts', point, String(minutes)], { env: { ...process.env, ...settings, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'] });
  return (await once(child, 'close'))[1];
}

// Starting the embedded database anew for each process takes too long; on it every step is tried in src/sealing.server.test.ts.
test.runIf('server' in inject('database'))('a process killed before the sealed file is kept, after, or in the middle of bringing it into force leaves what the next one finishes', { timeout: 180_000 }, async () => {
  const one = await inHouse(async (house) => {
    const as = async (name: string, role: 'coordinator' | 'association-manager', organisation: string) => contextFor(house, await somebody(house, name, { role, organisation }));
    const [maja, sara] = [await as('Maja Lindgren', 'coordinator', GRANBY), await as('Sara Berg', 'association-manager', LYKTAN)];
    const [granby, lyktan] = [organisationIdOf(maja), organisationIdOf(sara)];
    const [anna, bjorn] = [outsider(house, 'Åsa Ödman'), outsider(house, 'Björn Ek')];
    const draftId = await sharedDraft(maja, [{ id: granby, name: GRANBY }, { id: lyktan, name: LYKTAN }]);
    const signing = await sent(maja, await prepared(maja, draftId, [[granby, anna], [lyktan, bjorn]]));
    for (const who of [anna, bjorn]) sure(await sign(who, { signatoryId: await known(house, signing, who), sha256: signing.sent!.frozenSha256, hasRead: true, signedIn: SIGNED_IN, house: null, returnTo: RETURN_TO }));
    return signing;
  });
  const there = () =>
    inHouse(async (house) => {
      const { rows } = await sql<{ seals: number; running: number }>`select (select count(*)::int from signing.seal where signing_id = ${one.id}) as seals, (select count(*)::int from commitments.plan where agreement_id = ${one.agreementId}) as running`.execute(house.database);
      return { ...rows[0], breaks: (await verifyJournal(house.database)).breaks };
    });
  for (const [index, point] of ['before', 'after', '1'].entries()) {
    expect(await finishing(point, index * 2), point).toBe('SIGKILL');
    if (point === '1') expect(await there()).toEqual({ seals: 0, running: 0, breaks: [] });
  }
  expect(await finishing('never', 10)).toBe(null);
  expect(await there()).toEqual({ seals: 1, running: 1, breaks: [] });
});
