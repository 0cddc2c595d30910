import { error, fail } from '@sveltejs/kit';
import type { Outcome, Refusal, RefusalKind } from '#kernel/outcome.ts';

/** The one place where a refusal becomes an HTTP status. */
export const HTTP_STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
} as const satisfies Record<RefusalKind, number>;

/** What a page's load gives: the value, or the error page with the refusal's code. */
export function valueOr404<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const [refusal] = outcome.refusals;
  error(HTTP_STATUS[refusal.kind], { message: refusal.code, code: refusal.code });
}

/** What a form action gives back when the answer is no: every refusal, and what was typed, so that nothing is lost. */
export const refused = <T extends Record<string, unknown>>(refusals: Refusal[], typed?: T) =>
  fail(HTTP_STATUS[refusals[0].kind], { refusals, typed });
