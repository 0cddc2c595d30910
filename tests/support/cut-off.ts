import type { Connection } from '#platform/database/connections.ts';
import { spokenFor } from '#platform/database/dialect.ts';
import { type Context, contextFor } from '#platform/context.ts';

/** A program that dies at a step, and how many steps it came to. */
interface Dying {
  context: Context;
  steps(): number;
}

/**
 * The context of a program that dies before its nth statement to the database or its nth dealing with a file: from then on
 * nothing that it asks is done, and what was open is taken back, as when a connection breaks.
 */
export function dyingAt(house: Context, nth: number): Dying {
  let step = 0;
  const alive = () => {
    step += 1;
    if (step >= nth) throw new Error(`dead at step ${nth}`);
  };
  const connections = {
    ...house.data.connections,
    acquire: async () => cutOff(await house.data.connections.acquire(), alive),
  };
  const data = { ...house.data, connections, as: (...[actor, clock]: Parameters<typeof house.data.as>) => spokenFor(connections, actor, clock) };
  const files = { ...house.files, get: async (sha256: string) => (alive(), house.files.get(sha256)), put: async (bytes: Uint8Array) => (alive(), house.files.put(bytes)) };
  return { context: contextFor({ ...house, data, files }, house.actor), steps: () => step };
}

function cutOff(connection: Connection, alive: () => void): Connection {
  const begun = { is: false };
  const orTakenBack = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      alive();
    } catch (dead) {
      if (begun.is) await connection.run('rollback');
      begun.is = false;
      throw dead;
    }
    return ask();
  };
  return {
    query: (sql, parameters) => orTakenBack(() => connection.query(sql, parameters)),
    run: (statements) =>
      orTakenBack(async () => {
        const rows = await connection.run(statements);
        begun.is = statements.startsWith('begin');
        return rows;
      }),
    release: () => connection.release(),
  };
}
