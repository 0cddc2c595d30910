import type { Signature, SigningPlace, SigningRecords, SigningStatus } from '../model.ts';
import { fieldOf } from '../rules/status.ts';

/** Everything that is known of a signing, for people and for machines: docs/signing-evidence.md says what each part proves. */
export interface SigningEvidence {
  format: 'handslag.signing-evidence/1';
  signing: string;
  draft: string;
  agreement: string;
  status: SigningStatus;
  document: { title: string; version: number; versionSha256: string; frozenSha256: string; sealedSha256: string | null };
  sent: { at: string; by: string; organisation: string; demanded: string };
  order: 'given' | 'free';
  lastDay: string;
  places: PlaceEvidence[];
  sealedAt: string | null;
  /** What our own validation said of the sealed file at that moment. */
  validation: unknown;
  ended: { how: string; at: string; by: string; reason: string | null } | null;
}

interface PlaceEvidence {
  position: number;
  organisation: string;
  field: string;
  signatories: {
    name: string;
    title: string | null;
    email: string;
    deputy: boolean;
    mandate: { kind: string; source: string; date: string };
    letters: { kind: string; at: string }[];
    declined: { at: string; reason: string } | null;
  }[];
  signature: SignatureEvidence | null;
}

interface SignatureEvidence {
  /** Who signed, by the name the sign-in gave; on paper, the signatory. */
  name: string;
  manner: 'electronic' | 'paper';
  revision: number;
  at: string;
  account: string;
  assurance: string | null;
  signedIn: { by: string; at: string } | null;
  onSha256: string;
  resultSha256: string;
  scan: { sha256: string; signedOn: string; keptBy: string } | null;
}

/** The evidence of a signing that has been sent out, from its records alone. */
export function evidenceOf(records: SigningRecords, status: SigningStatus): SigningEvidence {
  const { signing, seal } = records;
  const { title, version, frozenSha256, at, by, organisation, assurance } = signing.sent!;
  return {
    format: 'handslag.signing-evidence/1',
    signing: signing.id,
    draft: signing.draftId,
    agreement: signing.agreementId,
    status,
    document: { title, version: version.number, versionSha256: version.sha256, frozenSha256, sealedSha256: seal?.sha256 ?? null },
    sent: { at: at.toISOString(), by: by.name, organisation: organisation.name, demanded: assurance },
    order: signing.ordered ? 'given' : 'free',
    lastDay: signing.expiresOn,
    places: signing.places.map((place) => placeEvidence(place, records)),
    sealedAt: seal?.sealedAt.toISOString() ?? null,
    validation: seal?.report ?? null,
    ended: signing.ended && { ...signing.ended, at: signing.ended.at.toISOString() },
  };
}

const placeEvidence = (place: SigningPlace, { letters, declines, signatures }: SigningRecords): PlaceEvidence => ({
  position: place.position,
  organisation: place.organisation.name,
  field: fieldOf(place),
  signatories: place.signatories.map(({ id, name, title, email, deputy, mandate }) => {
    const declined = declines.find(({ signatoryId }) => signatoryId === id);
    return {
      name,
      title,
      email,
      deputy,
      mandate: { ...mandate },
      letters: letters.filter(({ signatoryId }) => signatoryId === id).map(({ kind, at }) => ({ kind, at: at.toISOString() })),
      declined: declined ? { at: declined.at.toISOString(), reason: declined.reason } : null,
    };
  }),
  signature: signatureEvidence(place, signatures.find(({ placeId }) => placeId === place.id)),
});

function signatureEvidence({ signatories }: SigningPlace, signature: Signature | undefined): SignatureEvidence | null {
  if (!signature) return null;
  const { manner, revision, signedAt, by, assurance, signedIn, previousSha256, sha256, scan, signatoryId } = signature;
  const onPaper = manner === 'paper';
  return {
    name: onPaper ? signatories.find(({ id }) => id === signatoryId)!.name : by.name,
    manner,
    revision,
    at: signedAt.toISOString(),
    account: by.id,
    assurance: onPaper ? null : assurance,
    signedIn: signedIn && { by: signedIn.by, at: signedIn.at.toISOString() },
    onSha256: previousSha256,
    resultSha256: sha256,
    scan: scan && { sha256: scan.sha256, signedOn: scan.signedOn, keptBy: by.name },
  };
}
