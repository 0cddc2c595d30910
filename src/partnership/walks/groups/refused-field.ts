import type { z } from 'zod';
import type { Refusal } from '#kernel/outcome.ts';

/** The refusal of the first field that was not understood, with the sentence that its part of the room has for it. */
export function refusedField({ issues: [{ path }] }: z.ZodError, sentences: Record<string, `walks.${string}`>): { ok: false; refusals: Refusal[] } {
  const field = String(path[0]);
  const sentence = sentences[field] ?? Object.values(sentences)[0]!;
  return { ok: false, refusals: [{ kind: 'invalid', code: sentence, path: field }] };
}
