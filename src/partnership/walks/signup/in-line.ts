/** The last in line at each walk, of those whom this process serves. */
const lines = new Map<string, Promise<unknown>>();

/**
 * Does the work when those who came before to the same walk are done. They would wait for each other at the walk's row all
 * the same, which is what decides; but there each would keep a connection to the database from everybody else meanwhile.
 */
export async function inLine<T>(walkId: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(walkId) ?? Promise.resolve();
  const mine = before.then(work);
  const done = mine.catch(() => {});
  lines.set(walkId, done);
  try {
    return await mine;
  } finally {
    if (lines.get(walkId) === done) lines.delete(walkId);
  }
}
