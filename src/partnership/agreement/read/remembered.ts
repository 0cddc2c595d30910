/** Longer texts are asked about once; more of them than this are not kept. */
const LONGEST = 2_000;
const MOST = 10_000;

const memories: Map<string, unknown>[] = [];

/**
 * The function with a memory for as long as one agreement is read: a dozen readers ask the same of the same sentence. Its
 * answers are shared and must not be changed. Only for functions of the text alone.
 */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const memory = new Map<string, unknown>();
  memories.push(memory);
  return (text) => recalled(memory as Map<string, T>, text, answer);
}

/** The same for a function that lives no longer than its agreement. */
export function rememberedHere<T>(answer: (text: string) => T): (text: string) => T {
  const memory = new Map<string, T>();
  return (text) => recalled(memory, text, answer);
}

/** Called where the reading of an agreement begins: nothing is kept from one to the next. */
export function forgetAll(): void {
  for (const memory of memories) memory.clear();
}

function recalled<T>(memory: Map<string, T>, text: string, answer: (text: string) => T): T {
  if (text.length > LONGEST) return answer(text);
  const known = memory.get(text);
  if (known !== undefined) return known;
  const said = answer(text);
  if (memory.size < MOST) memory.set(text, said);
  return said;
}
