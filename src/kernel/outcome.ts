import type { TextSpan } from './text-span.ts';

/** The six ways to say no. Each maps to one HTTP status in `src/routes/http-status.ts`. */
export type RefusalKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'too-many';

/** A foreseen no: returned, never thrown. `code` names the room and the sentence, such as `agreement.file-is-empty`. */
export interface Refusal {
  kind: RefusalKind;
  code: string;
  /** The field that was wrong, as the form names it. */
  path?: string;
  /** The text that was typed there, and the places in it that the sentence is about. */
  about?: { text: string; spans: Pick<TextSpan, 'start' | 'end'>[] };
  /** What the sentence about this refusal needs to know. */
  facts?: Record<string, string | number>;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** The value of an outcome that can only be a yes where it stands: a no is a fault there, and is thrown. */
export function sure<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.refusals)}`);
}

/** Says no by name: `refuse('not-found', 'agreement.not-found')`. */
export function refuse(
  kind: RefusalKind,
  code: string,
  more: { path?: string; facts?: Record<string, string | number> } = {},
): { ok: false; refusals: Refusal[] } {
  return { ok: false, refusals: [{ kind, code, ...more }] };
}
