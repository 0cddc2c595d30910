import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Content, Submission } from './model.ts';

/** What the hash of a submission is taken over, named as in the file that everybody can fetch beside it. */
const sealedPart = ({ id, agreementId, organisation, line, version, succeeds, kind, title, body, files, dutyId, handedInAt, handedInBy }: Omit<Submission, 'sha256'>) => ({
  format: 'handslag.submission/1',
  id,
  agreement: agreementId,
  organisation: { id: organisation.id, name: organisation.name },
  line,
  version,
  succeeds,
  kind,
  title,
  text: body,
  files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  duty: dutyId,
  handedInAt: handedInAt.toISOString(),
  handedInBy: { id: handedInBy.id, name: handedInBy.name },
});

/**
 * Everything in a submission as one line of JSON that is the same whoever writes it (RFC 8785), in UTF-8. The SHA-256 of
 * this is the submission's hash: docs/handed-in.md.
 */
export const canonicalForm = (submission: Omit<Submission, 'sha256'>): string => canonicalize(sealedPart(submission))!;

export const hashOf = (submission: Omit<Submission, 'sha256'>): string => sha256(canonicalForm(submission));

/** A mark of what a draft says, so that what is handed in is what was read before saying yes. */
export const markOf = ({ kind, title, body, files, dutyId }: Content): string => sha256(canonicalize({ kind, title, body, files: files.map(({ name, sha256 }) => ({ name, sha256 })), dutyId })!);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
