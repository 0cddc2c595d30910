import { error, json, type RequestEvent } from '@sveltejs/kit';
import type { Outcome } from '#kernel/outcome.ts';
import { HTTP_STATUS, wordsOf } from '../answer.ts';

/** What a page's own script sent; from a page of anywhere else, or when it is no such thing, nothing is done. */
export async function sentByOurScript({ request, url }: RequestEvent): Promise<Record<string, unknown>> {
  if (request.headers.get('origin') !== url.origin) error(400, 'origin');
  const sent = await request.json().catch(() => null);
  if (typeof sent !== 'object' || sent === null) error(400, 'body');
  return sent;
}

/** What a page's own script is answered: the value, or the refusal's words. */
export function jsonAnswer<T>(outcome: Outcome<T>): Response {
  if (outcome.ok) return json(outcome.value);
  const [refusal] = outcome.refusals;
  return json({ words: wordsOf(refusal).words }, { status: HTTP_STATUS[refusal.kind] });
}
