import { randomUUID } from 'node:crypto';

/** Logs the unforeseen, once, and gives the reference by which it can be found; visitors are shown the same. */
export function logFault(where: string, fault: unknown): string {
  const reference = randomUUID().slice(0, 8);
  console.error(`[${reference}] ${where}`, fault);
  return reference;
}
