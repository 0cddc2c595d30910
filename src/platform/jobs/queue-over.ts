import type { Connections } from '../database/connections.ts';

/** pg-boss's way to the database, over the program's own connections: each call has one for itself and leaves it clean. */
export const queueOver = (connections: Connections) => ({
  async executeSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    const connection = await connections.acquire();
    try {
      return { rows: values.length > 0 ? (await connection.query(text, values)).rows : await connection.run(text) };
    } catch (fault) {
      // Several statements in one go carry their own begin and commit, and a failure in between leaves them open.
      await connection.run('rollback').catch(() => {});
      throw fault;
    } finally {
      connection.release();
    }
  },
});
