import { sha256 } from './bytes.ts';
import type { Problem, ValidationReport } from './report.ts';

/** A file without signatures to speak of. */
export const withoutSignatures = (bytes: Uint8Array, verdict: 'unsigned' | 'unreadable' | 'broken', problems: Problem[]): ValidationReport => ({
  format: 'handslag.validation/1',
  sha256: fingerprint(bytes),
  verdict,
  isTrusted: false,
  signatures: [],
  emptyFields: [],
  problems,
});

/** What names a file: its SHA-256. */
export const fingerprint = (bytes: Uint8Array): string => Buffer.from(sha256(bytes)).toString('hex');
