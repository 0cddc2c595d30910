import { redirect, type RequestEvent } from '@sveltejs/kit';
import { deLocalizeHref, getLocale, localizeHref } from '#locale';
import { ownLanguage, walkerWithKey } from '#partnership/walks';
import { type Context, contextFor } from '#platform/context.ts';

/** Where a telephone keeps the key that its walker is known by. */
export const KEY_COOKIE = 'handslag-walker';

/**
 * The walker who asks, known by the telephone's key or by having signed in; null where neither says who it is. Walkers ask
 * as walkers also when they have an account: what they do on a walk stands nowhere with their names.
 */
export async function walkingContext({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<Context | null> {
  const secret = cookies.get(KEY_COOKIE);
  const { actor } = locals.context;
  const personId = actor.kind === 'person' ? actor.id : secret ? await walkerWithKey(locals.signIn.house, secret) : null;
  return personId ? contextFor(locals.context, { kind: 'walker', id: personId }) : null;
}

/**
 * Leads a walker who comes from outside, by a poster, a message or the home screen, to the page in the language that they
 * have chosen. Whoever is here already goes where they choose, also to the other language.
 */
export async function inTheirLanguage({ request, url }: Pick<RequestEvent, 'request' | 'url'>, walker: Context | null): Promise<void> {
  if (!walker || !['none', 'cross-site'].includes(request.headers.get('sec-fetch-site') ?? '')) return;
  const language = await ownLanguage(walker);
  if (language && language !== getLocale()) redirect(303, localizeHref(deLocalizeHref(url.pathname + url.search), { locale: language }));
}

/** Where a telephone keeps its own number, so that nobody else needs to between walks. */
const NUMBER_COOKIE = 'handslag-walker-number';

/** Seconds that a telephone keeps them: as long as its key is good. */
const KNOWN_FOR = 200 * 86_400;

/** Lets the telephone keep the key it is known by from now on, and its number. No script can read either. */
export function keepInTelephone({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, { key, number }: { key: string; number: string }): void {
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: KNOWN_FOR } as const;
  cookies.set(KEY_COOKIE, key, kept);
  cookies.set(NUMBER_COOKIE, number, kept);
}

/** The number that the telephone has kept, or null. */
export const numberInTelephone = ({ cookies }: Pick<RequestEvent, 'cookies'>): string | null => cookies.get(NUMBER_COOKIE) ?? null;
