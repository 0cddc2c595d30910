/** What a browser may do with an answer that is no page: nothing. Pages bring their own policy, from `vite.config.ts`. */
const NOTHING = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Nothing of ours asks for a device, a place or a payment. */
const REFUSED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb', 'browsing-topics'];

/** Two years, as browsers ask of those who mean it. */
const STRICT_TRANSPORT = 'max-age=63072000; includeSubDomains';

/**
 * What every answer says unless it says otherwise itself: pages, files, refusals and faults alike. Nothing is kept by
 * anyone on the way unless its own answer lets it. With `https`, browsers are told never to come back without it.
 */
export const securityHeaders = ({ https }: { https: boolean }): Record<string, string> => ({
  // What the framework says in a word or two of its own has no type.
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': NOTHING,
  'x-content-type-options': 'nosniff',
  // A page's address may hold what only its reader should know. Within the house it goes along, or forms would lose their origin.
  'referrer-policy': 'same-origin',
  'permissions-policy': REFUSED.map((ability) => `${ability}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'cache-control': 'no-store',
  ...(https ? { 'strict-transport-security': STRICT_TRANSPORT } : {}),
});
