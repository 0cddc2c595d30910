import type { Handle } from '@sveltejs/kit/hooks';

interface Reach {
  /** The addresses of pages, as routes. */
  pages: RegExp;
  /** What of the policy is widened. */
  by: readonly ('img-src' | 'connect-src' | 'form-action')[];
  /** Asked each time; null where the settings name nobody. */
  origin: () => string | null;
}

/** These pages may also reach the one place elsewhere that the settings name, in these ways, and nobody else. */
export function reaching({ pages, by, origin }: Reach): Handle {
  const widened = new RegExp(String.raw`\b(${by.join('|')}) `, 'g');
  return async ({ event, resolve }) => {
    const response = await resolve(event);
    const place = pages.test(event.route.id ?? '') ? origin() : null;
    const policy = response.headers.get('content-security-policy');
    if (place && policy) response.headers.set('content-security-policy', policy.replace(widened, `$1 ${place} `));
    return response;
  };
}
