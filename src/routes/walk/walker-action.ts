import { redirect, type RequestEvent } from '@sveltejs/kit';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { address } from '#ui/address.ts';
import { refused } from '../answer.ts';
import type { Fields } from '../form-action.ts';
import { walkingContext } from '../walking.ts';

/** A form action of somebody who walks, known by their telephone or their account: done, it goes back to the walk. */
export const walkerAction =
  <T>(part: string, act: (walker: Context, fields: Fields, event: RequestEvent) => Promise<Outcome<T>>) =>
  async (event: RequestEvent) => {
    const form = await event.request.formData();
    const fields = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const walker = await walkingContext(event);
    const outcome = walker ? await act(walker, fields, event) : refuse('not-found', 'walks.telephone-not-known');
    if (!outcome.ok) return refused(outcome.refusals, { ...fields, part });
    redirect(303, address(`/walk/${event.params.walk}`));
  };
