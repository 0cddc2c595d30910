import { StartFailure } from '../start-failure.ts';
import { type AssuranceMap, assuranceMap } from './assurance-map.ts';

/** An OpenID provider that people may sign in with. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
  /** Asked for in the request, most wanted first; empty where any will do. */
  acrValues: string;
  levels: AssuranceMap;
  /** Addresses are the provider's own to give, so that one it does not call verified is. */
  trustsAddresses: boolean;
}

/** The provider that `OIDC_ISSUER` and its siblings name; null where none is. Throws `StartFailure` where it is half said. */
export function oidcFrom({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_ACR_VALUES, OIDC_LEVELS, OIDC_TRUST_ADDRESSES }: NodeJS.ProcessEnv): OidcSettings | null {
  if (!OIDC_ISSUER) return null;
  if (!URL.canParse(OIDC_ISSUER) || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) throw new StartFailure('oidc-half-set-up');
  const levels = assuranceMap(OIDC_LEVELS);
  if (!levels) throw new StartFailure('oidc-levels-unreadable');
  return {
    issuer: OIDC_ISSUER.replace(/\/$/, ''),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME || new URL(OIDC_ISSUER).hostname,
    acrValues: OIDC_ACR_VALUES ?? '',
    levels,
    trustsAddresses: OIDC_TRUST_ADDRESSES === 'yes',
  };
}
