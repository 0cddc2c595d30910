/** Milliseconds that answers take a whole number of. */
const STEP = 250;

/** Does the work and answers after a whole number of steps, so that the time it took says nothing about what it found. */
export async function inEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    const taken = performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(taken / STEP) * STEP - taken));
  }
}
