import { error, fail } from '@sveltejs/kit';
import type { Outcome, Refusal, RefusalKind } from '#kernel/outcome.ts';
import { refusalSentence } from '#ui/refusal-sentence.ts';

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
  error(HTTP_STATUS[refusal.kind], refusalSentence(refusal), { code: refusal.code });
}

/** A refusal as a page shows it: at its field, in the reader's words. */
export interface RefusalWords {
  path: string | null;
  words: string;
  /** What was typed there, with the places that the words are about. */
  about?: Refusal['about'];
}

/**
 * What a form action gives back when the answer is no: every refusal in words, and what was typed, so that nothing is lost.
 * Where a stronger sign-in is all that is missing, the page of errors leads to it and back.
 */
export function refused(refusals: Refusal[], typed: Record<string, unknown> = {}) {
  const weak = refusals.find(({ code }) => code === 'access.sign-in-stronger');
  if (weak) valueOr404({ ok: false, refusals: [weak] });
  return fail(HTTP_STATUS[refusals[0].kind], { refusals: refusals.map(wordsOf), typed: textsOf(typed) });
}

export const wordsOf = (refusal: Refusal): RefusalWords => ({ path: refusal.path ?? null, words: refusalSentence(refusal), about: refusal.about });

/** What was typed; a file that was chosen cannot be given back. */
const textsOf = (typed: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
