import { isAPIError } from 'better-auth/api';
import { NETWORK_HEADER } from './library.ts';
import type { Visit } from './sign-in.ts';

/** The request's headers as the library is to see them: who asks and from where, and nothing else. */
export function headersFor({ headers, network }: Visit): Headers {
  const asked = new Headers({ [NETWORK_HEADER]: network });
  for (const name of ['cookie', 'user-agent', 'origin']) {
    const value = headers.get(name);
    if (value) asked.set(name, value);
  }
  return asked;
}

/** Keeps the library's cookies for the answer and gives what it said; null where it foresaw the no. */
export async function answered<T>(visit: Visit, asked: Promise<{ headers: Headers | null; response: T }>): Promise<T | null> {
  try {
    const { headers, response } = await asked;
    visit.cookies.push(...(headers?.getSetCookie() ?? []));
    return response;
  } catch (fault) {
    if (isAPIError(fault) && fault.statusCode < 500) return null;
    throw fault;
  }
}
