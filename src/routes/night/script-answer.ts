/** A script of ours, as a browser wants it. */
export const scriptAnswer = (script: string, headers: Record<string, string>): Response => new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8', ...headers } });
