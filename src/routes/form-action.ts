import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { address } from '#ui/address.ts';
import { refused } from './answer.ts';
import { lookedAt } from './form-refusal.ts';

/** The texts of a form, by name. Files are left out. */
export type Fields = Record<string, string>;

/** Where a form was sent, and which of its free texts the writer has looked at and keeps as they are. */
interface Sent extends Pick<RequestEvent, 'params' | 'url'> {
  lookedAt: string[];
}

/**
 * A form action: does what the form asks with its fields and goes `back` to where it stood; a no comes back with what was
 * typed, under the name of its part of the page, because a page may have many forms.
 */
export const formAction =
  <T>(part: string, act: (context: Context, fields: Fields, sent: Sent) => Promise<Outcome<T>>, back: (event: RequestEvent, value: T) => string) =>
  async (event: RequestEvent) => {
    const form = await event.request.formData();
    const fields = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const outcome = await act(event.locals.context, fields, { params: event.params, url: event.url, lookedAt: lookedAt(form) });
    if (!outcome.ok) return refused(outcome.refusals, { ...fields, part });
    redirect(303, address(back(event, outcome.value)));
  };
