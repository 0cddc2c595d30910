import { done, refuse } from '#kernel/outcome.ts';
import type { Authority } from './authority.ts';
import { signedCms } from './cms.ts';
import type { SigningService } from './signing-service.ts';

/** The house's own authority as a signing service: it answers at once, so nothing of it is ever finished later. */
export const ownSigningService = (authority: Authority): SigningService => ({
  roots: [authority.root],
  async begin({ person, digest, at }) {
    return done({ kind: 'signed', cms: await signedCms(digest, await authority.issue(person, at)) });
  },
  referenceIn: () => null,
  finish: async () => refuse('not-found', 'signatures.nothing-begun'),
  ready: async () => done(null),
});
