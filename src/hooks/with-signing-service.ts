import type { Handle } from '@sveltejs/kit/hooks';

/** The page from which people go to sign. */
const TO_SIGN = '/sign/[signature]';

/** The page where one signs may also send a form to the signing service that the settings name, and to nobody else. */
export const withSigningService =
  (elsewhere: () => { origin: string } | null): Handle =>
  async ({ event, resolve }) => {
    const response = await resolve(event);
    const service = event.route.id === TO_SIGN ? elsewhere() : null;
    const policy = response.headers.get('content-security-policy');
    if (service && policy) response.headers.set('content-security-policy', policy.replace(/\bform-action /, `form-action ${service.origin} `));
    return response;
  };
