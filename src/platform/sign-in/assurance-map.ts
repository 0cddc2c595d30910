import type { Assurance } from '../actor.ts';

/**
 * What an OpenID provider's `acr` says of how surely somebody is who they are. Sources: DIGG's levels of trust (level 3 is
 * eIDAS substantial, level 4 high) and eIDAS' own names, implementing regulation (EU) 2015/1502.
 */
const KNOWN: Record<string, Assurance> = {
  'http://id.elegnamnden.se/loa/1.0/loa2': 'low',
  'http://id.elegnamnden.se/loa/1.0/loa3': 'substantial',
  'http://id.elegnamnden.se/loa/1.0/loa4': 'high',
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
};

/** What a provider's claims are worth. Keys are values of `acr`, or of `amr` written `amr:mfa`. */
export type AssuranceMap = Record<string, Assurance>;

/** The known levels and those in `OIDC_LEVELS`, written `urn:some:acr=substantial amr:mfa=substantial`. Null where it cannot be read. */
export function assuranceMap(written = ''): AssuranceMap | null {
  const map = { ...KNOWN };
  for (const pair of written.split(/\s+/).filter(Boolean)) {
    const [, claim, level] = /^(.+)=(low|substantial|high)$/.exec(pair) ?? [];
    if (!claim) return null;
    map[claim] = level as Assurance;
  }
  return map;
}

/** The level of a sign-in with these verified claims: by its `acr`, else the best of its `amr`, else low. */
export function assuranceOf(map: AssuranceMap, { acr, amr }: { acr?: unknown; amr?: unknown }): Assurance {
  if (typeof acr === 'string' && Object.hasOwn(map, acr)) return map[acr];
  const methods = Array.isArray(amr) ? amr.map((method) => `amr:${method}`).filter((method) => Object.hasOwn(map, method)) : [];
  const levels = methods.map((method) => map[method]);
  return (['high', 'substantial'] as const).find((level) => levels.includes(level)) ?? 'low';
}
