import type { Handle } from '@sveltejs/kit/hooks';

/** Pages say in which letters they are written before a browser has read any of them. */
export const withCharset: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (response.headers.get('content-type') === 'text/html') response.headers.set('content-type', 'text/html; charset=utf-8');
  return response;
};
