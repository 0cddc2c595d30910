import { system } from '../actor.ts';
import { type Context, contextFor, type Ports } from '../context.ts';
import { type Library, libraryAt } from './library.ts';
import { type OidcSettings, oidcFrom } from './oidc-settings.ts';
import { secretFrom } from './secret.ts';

/** The way in: what every function here is given first. */
export interface SignIn {
  /** The house itself, who alone sees accounts, sessions and links. */
  house: Context;
  secret: string;
  /** Single sign-on elsewhere; null where none is set up. */
  oidc: OidcSettings | null;
  /** The kept library, speaking for this origin. */
  library(origin: string): Library;
}

/** One request to be let in, or by somebody who has been. */
export interface Visit {
  /** The address of the house as this visitor reaches it. */
  origin: string;
  /** The visitor's address in the network. */
  network: string;
  headers: Headers;
  /** The session that the request came with, once it has been looked up. */
  sessionId: string | null;
  /** Cookies for the answer, as they stand in its header; whoever answers sends them. */
  cookies: string[];
}

/** Opens the way in. Throws `StartFailure` where single sign-on is half set up. `folder` is where a secret is kept that nobody has given. */
export function openSignIn(ports: Ports, environment: NodeJS.ProcessEnv, folder: string): SignIn {
  const house = contextFor(ports, system('sign-in'));
  const secret = secretFrom(environment, folder);
  const libraries = new Map<string, Library>();
  return {
    house,
    secret,
    oidc: oidcFrom(environment),
    library(origin) {
      // Only this machine can reach the house under many names; it need not remember them all.
      if (libraries.size > 16) libraries.clear();
      const known = libraries.get(origin) ?? libraryAt(house, { origin, secret });
      libraries.set(origin, known);
      return known;
    },
  };
}
