import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { done, refuse } from '#kernel/outcome.ts';
import type { SigningServiceSettings } from '../settings/signing-service.ts';
import type { Answer, SigningService } from './signing-service.ts';

/** What is said to the service and by it: docs/signing-evidence.md has both, field by field. */
const REQUEST = 'handslag.sign-request/1';
const RESPONSE = 'handslag.sign-response/1';

/** Seconds that the service may take to say that it is there. */
const SECONDS = 5;

const responseSchema = z.object({ format: z.literal(RESPONSE), reference: z.string() }).and(z.union([z.object({ cms: z.base64() }), z.object({ failure: z.string() })]));

/**
 * A signing service that is reached by forms alone: the person's browser takes the request there and the answer back, and
 * nobody else does. Requests are signed with a secret that the two share; an answer is proved by the signature in it.
 */
export const formSigningService = ({ page, secret }: Pick<SigningServiceSettings, 'page' | 'secret'>, roots: Uint8Array[]): SigningService => ({
  roots,
  async begin({ person, digest, about, at, returnTo }) {
    const reference = randomBytes(24).toString('base64url');
    const signer = { name: person.name, account: mac(secret, `account ${person.accountId}`), assurance: person.assurance, signedInBy: person.signedInBy, signedInAt: person.signedInAt.toISOString() };
    const said = { format: REQUEST, reference, requester: returnTo.origin, returnTo: returnTo.href, at: at.toISOString(), about, digest: { algorithm: 'SHA-256', value: Buffer.from(digest).toString('base64') }, signer };
    const SignRequest = Buffer.from(JSON.stringify(said)).toString('base64');
    return done({ kind: 'elsewhere', reference, action: page, fields: { RelayState: reference, SignRequest, Signature: mac(secret, SignRequest) } });
  },
  referenceIn: ({ RelayState }) => RelayState || null,
  async finish(reference, answer) {
    const said = responseIn(answer);
    if (said?.reference !== reference) return refuse('invalid', 'signatures.answer-not-understood');
    return 'cms' in said ? done(new Uint8Array(Buffer.from(said.cms, 'base64'))) : refuse('conflict', 'signatures.not-signed-there');
  },
  async ready() {
    try {
      const { status } = await fetch(page, { signal: AbortSignal.timeout(SECONDS * 1000), redirect: 'manual' });
      return status < 500 ? done(null) : refuse('conflict', 'signatures.service-silent');
    } catch {
      return refuse('conflict', 'signatures.service-silent');
    }
  },
});

const mac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

function responseIn({ SignResponse }: Answer): z.infer<typeof responseSchema> | null {
  try {
    return responseSchema.parse(JSON.parse(Buffer.from(SignResponse ?? '', 'base64').toString('utf8')));
  } catch {
    return null;
  }
}
