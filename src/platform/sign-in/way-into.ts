import type { GenericEndpointContext } from 'better-auth';
import type { Assurance } from '../actor.ts';
import type { Way } from './tables.ts';

/** What single sign-on said of the sign-in that a request completes. */
const told = new WeakMap<object, Assurance>();

/** Keeps the level that the provider's verified claims are worth, for the session that this same request begins. */
export function keepAssurance(endpoint: GenericEndpointContext, assurance: Assurance): void {
  told.set(endpoint.context, assurance);
}

/** How somebody comes, by the endpoint that lets them in, and how surely. Throws where none of ours does. */
export function wayInto(endpoint: GenericEndpointContext | null): { way: Way; assurance: Assurance } {
  switch (endpoint?.path) {
    case '/magic-link/verify':
      return { way: 'mail-link', assurance: 'low' };
    case '/passkey/verify-authentication':
      return { way: 'passkey', assurance: 'substantial' };
    case '/callback/:id':
      return { way: 'oidc', assurance: told.get(endpoint.context) ?? 'low' };
    default:
      throw new Error(`A session was begun by ${endpoint?.path}`);
  }
}
