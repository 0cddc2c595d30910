import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { embed, type Prepared } from './prepare.ts';
import type { Trust } from './report.ts';
import { complete } from './sign-field.ts';
import { nameInCertificate } from './signer.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';
import { validate } from './validate.ts';

interface Asked {
  field: string;
  /** Whose signature was asked for. */
  name: string;
  /** The roots that are believed about it, and no others. */
  trust: Trust;
  timestamps: TimestampAuthority | null;
}

/**
 * A prepared document with the signature that came back from elsewhere, and the name in its certificate: where it is over this
 * very document, leads to a root that is believed and names whoever was asked. Throws `NoTimestamp` where nobody vouches for the time.
 */
export async function answered(prepared: Omit<Prepared, 'digest'>, cms: Uint8Array, { field, name, trust, timestamps }: Asked): Promise<Outcome<{ bytes: Uint8Array; name: string }>> {
  if (cms.length * 2 > prepared.hole.end - prepared.hole.start) return refuse('conflict', 'signatures.answer-not-over-this');
  const signed = embed(prepared, cms);
  // Read in a process of its own before this one looks at it.
  const { verdict, signatures } = await validate(signed, trust);
  const found = signatures.find((signature) => signature.field === field);
  const holds = (verdict === 'whole' || verdict === 'incomplete') && found?.kind === 'signature' && found.level !== 'CMS' && found.integrity.length === 0;
  if (!holds || !found.signer) return refuse('conflict', 'signatures.answer-not-over-this');
  if (found.trust.length > 0) return refuse('conflict', 'signatures.answer-not-trusted');
  if (spelt(found.signer.name) !== spelt(nameInCertificate(name))) return refuse('conflict', 'signatures.signed-by-another');
  return done({ bytes: timestamps ? await complete(prepared, cms, timestamps) : signed, name: found.signer.name });
}

/** However a service writes capitals, spaces and accents, it is the same name. */
const spelt = (name: string): string => name.normalize('NFC').toLocaleLowerCase('sv').replace(/\s+/g, ' ').trim();
