import type { Problem, ProblemCode, SignatureReport, Trust, ValidationReport } from '../report.ts';
import { fingerprint, withoutSignatures } from '../unsigned.ts';
import { openBare, openSigned, type SignedDocument } from './document.ts';
import { certificate, evidenceIn, revocationList } from './evidence.ts';
import { type Believed, checkSignature, isTimestamp } from './signature.ts';

/** A file, by whom it is judged, and whether its structure has already taken a reader along. */
export interface ValidationQuestion {
  bytes: Uint8Array;
  trust: Trust;
  bytesOnly: boolean;
}

/**
 * Validates a file. Runs in a process of its own: what a hostile file makes its reader do harms nothing else. A file that the
 * reader stumbles over, wherever in it, is judged by its bytes.
 */
export async function validateBytes({ bytes, trust, bytesOnly }: ValidationQuestion): Promise<ValidationReport> {
  const file = Buffer.from(bytes);
  if (!bytesOnly) {
    try {
      return reportOn(bytes, await openSigned(file), trust);
    } catch {
      // Told by the report: its structure is damaged.
    }
  }
  const bare = openBare(file);
  return bare.places.length > 0 ? reportOn(bytes, bare, trust) : withoutSignatures(bytes, 'unreadable', [{ code: whyUnreadable(file, bytesOnly) }]);
}

function reportOn(bytes: Uint8Array, document: SignedDocument, trust: Trust): ValidationReport {
  const { pdf, places, empty, problems } = document;
  if (places.length === 0) {
    if (pdf?.isEncrypted) return withoutSignatures(bytes, 'unreadable', [{ code: 'encrypted' }]);
    return { ...withoutSignatures(bytes, problems.some(({ code }) => code === 'signature-removed') ? 'broken' : 'unsigned', problems), emptyFields: empty };
  }
  const signatures = checkAll(document, trust, bytes.length);
  const people = signatures.filter(({ kind }) => kind === 'signature');
  return {
    format: 'handslag.validation/1',
    sha256: fingerprint(bytes),
    verdict: verdictOn(signatures, empty, problems),
    isTrusted: (people.length > 0 ? people : signatures).every(isTrusted),
    signatures,
    emptyFields: empty,
    problems,
  };
}

/** A signature that does not hold is nobody's, whatever certificate it carries. */
const isTrusted = ({ signer, integrity, trust }: SignatureReport): boolean => signer !== null && integrity.length === 0 && trust.length === 0;

const whyUnreadable = (file: Buffer, bytesOnly: boolean): ProblemCode => (!file.subarray(0, 1024).includes('%PDF-') ? 'not-a-pdf' : bytesOnly ? 'parser-gave-up' : 'structure-damaged');

/** From the last to the first: a timestamp that holds proves when all before it was there. */
function checkAll({ pdf, places, changes }: SignedDocument, trust: Trust, length: number): SignatureReport[] {
  const believed = believedBy(trust, pdf);
  const reports: SignatureReport[] = [];
  let until = trust.at;
  let isArchived = false;
  for (const [index, place] of [...places.entries()].reverse()) {
    const checked = checkSignature(place, believed, until);
    reports.unshift({
      field: place.field,
      ...checked,
      level: checked.level === 'B-LT' && isArchived ? 'B-LTA' : checked.level,
      claimedAt: place.claimedAt?.toISOString() ?? null,
      changes: changes[index],
      coversWholeFile: place.blob?.end === length,
    });
    if (isTimestamp(place) && checked.provenAt) {
      until = new Date(checked.provenAt);
      isArchived = true;
    }
  }
  return reports;
}

function believedBy({ roots, timestampRoots, revocationLists }: Trust, pdf: SignedDocument['pdf']): Believed {
  const { certificates, lists } = evidenceIn(pdf);
  const known = { others: certificates, lists: [...lists, ...revocationLists.flatMap(revocationList)] };
  return {
    people: { ...known, roots: roots.flatMap(certificate) },
    time: { ...known, roots: timestampRoots.flatMap(certificate) },
    hasEvidence: lists.length > 0,
  };
}

function verdictOn(signatures: SignatureReport[], empty: string[], problems: Problem[]): ValidationReport['verdict'] {
  if (signatures.some(({ integrity }) => integrity.length > 0)) return 'broken';
  if (problems.length > 0 || signatures.some(({ changes }) => changes.length > 0)) return 'changed';
  return empty.length > 0 ? 'incomplete' : 'whole';
}
