import type { Context } from '#platform/context.ts';
import { openSignIn, type SignIn, type Visit } from '#platform/sign-in/sign-in.ts';

/** A way in with a secret of the tests' own and these settings. */
export const wayIn = (house: Context, settings: NodeJS.ProcessEnv = {}): SignIn => openSignIn(house, { HANDSLAG_SECRET: 'a secret of the tests that is long enough to be one', ...settings }, '');

interface Browser {
  origin?: string;
  network?: string;
}

/** A browser that keeps its cookies from one visit to the next. */
export function browser({ origin = 'http://localhost:3000', network = '192.0.2.7' }: Browser = {}) {
  const kept = new Map<string, string>();
  let last: Visit | null = null;
  const keep = () => {
    for (const cookie of last?.cookies ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '' || /max-age=0/i.test(cookie)) kept.delete(name);
      else kept.set(name, value);
    }
  };
  return {
    /** The next request. */
    visit(): Visit {
      keep();
      const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
      last = { origin, network, headers: new Headers({ 'user-agent': 'Test/1.0', ...(cookie && { cookie }) }), sessionId: null, cookies: [] };
      return last;
    },
  };
}
