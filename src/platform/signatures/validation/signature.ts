import type { X509Certificate } from 'node:crypto';
import type { Extension } from 'pkijs';
import * as pkijs from 'pkijs';
import { AUTHENTICATION_CONTEXT, readAuthenticationContext } from '../authentication-context.ts';
import { ownBuffer } from '../bytes.ts';
import { OID } from '../cms.ts';
import type { Level, Problem, ProblemCode, SignatureReport } from '../report.ts';
import type { Blob } from './blobs.ts';
import { attribute, commonName, extension, type Known, pathFrom } from './chain.ts';
import type { SignaturePlace } from './places.ts';
import { checkSigned, type SignedParts } from './signed-data.ts';
import { checkToken, type Token } from './token.ts';

/** Whom is believed about people, and whom about time. */
export interface Believed {
  people: Known;
  time: Known;
  hasEvidence: boolean;
}

type Checked = Omit<SignatureReport, 'field' | 'claimedAt' | 'changes' | 'coversWholeFile'>;

const TIMESTAMP = 'ETSI.RFC3161';
const PADES = 'ETSI.CAdES.detached';
const DETACHED = new Set([PADES, 'adbe.pkcs7.detached']);

export const isTimestamp = ({ subFilter }: SignaturePlace): boolean => subFilter === TIMESTAMP;

const NOBODY: Pick<Checked, 'signer' | 'issuer' | 'provenAt' | 'chain' | 'remarks'> = { signer: null, issuer: null, provenAt: null, chain: [], remarks: [] };

/**
 * Checks one signature or timestamp. `until`: the earliest moment at which it is proved to have been there, which is now
 * unless a later timestamp covers it; certificates must have been valid then.
 */
export function checkSignature(place: SignaturePlace, believed: Believed, until: Date): Checked {
  const { blob } = place;
  const kind = isTimestamp(place) ? 'timestamp' : 'signature';
  const bare = { kind, level: kind === 'timestamp' ? 'timestamp' : 'CMS', ...NOBODY, trust: [{ code: 'chain-broken' }] } as const;
  if (!blob?.der) return { ...bare, trust: [], integrity: [{ code: 'byte-range-wrong' }] };
  const integrity: Problem[] = [
    ...problemWhere(!blob.isPadded, 'padding-used'),
    ...problemWhere(place.isRemoved, 'signature-removed'),
    ...problemWhere(place.isTwice, 'signature-twice'),
  ];
  if (kind === 'signature' && !DETACHED.has(place.subFilter ?? '')) return { ...bare, trust: [], integrity: [...integrity, { code: 'algorithm-weak' }] };
  try {
    const checked = kind === 'timestamp' ? ofTime(blob as ReadableBlob, believed, until) : ofPerson(blob as ReadableBlob, place.subFilter === PADES, believed, until);
    return { ...checked, integrity: [...integrity, ...checked.integrity] };
  } catch {
    return { ...bare, trust: [], integrity: [...integrity, { code: 'signature-unreadable' }] };
  }
}

const problemWhere = (isSo: boolean, code: ProblemCode): Problem[] => (isSo ? [{ code }] : []);

type ReadableBlob = Blob & { der: Uint8Array };

function ofTime({ der, signed }: ReadableBlob, { time }: Believed, until: Date): Checked {
  const token = checkToken(der, signed);
  const path = token.certificate && pathFrom(token.certificate, within(time, token.certificates), until);
  const holds = token.integrity.length === 0 && path?.trust.length === 0;
  return {
    ...whoseIs(token.certificate, path?.certificates ?? []),
    kind: 'timestamp',
    level: 'timestamp',
    provenAt: holds ? token.at.toISOString() : null,
    integrity: token.integrity,
    trust: path?.trust ?? [],
    remarks: [],
  };
}

function ofPerson({ der, signed }: ReadableBlob, isPades: boolean, believed: Believed, until: Date): Checked {
  const parts = checkSigned(der, signed);
  const token = tokenOf(parts);
  const stamped = token && timeOf(token, believed, until);
  const at = stamped ?? until;
  const path = parts.certificate && pathFrom(parts.certificate, within(believed.people, parts.certificates), at);
  const isUnbound = isPades && !hasAttribute(parts, OID.signingCertificateV2) && !hasAttribute(parts, OID.signingCertificateV1);
  return {
    ...whoseIs(parts.certificate, path?.certificates ?? []),
    kind: 'signature',
    level: levelOf(isPades && parts.isBaseline, token !== null, believed.hasEvidence && path?.isRevocationKnown === true),
    provenAt: stamped?.toISOString() ?? null,
    integrity: [...parts.integrity, ...problemWhere(isUnbound, 'signer-not-bound'), ...(token?.integrity ?? [])],
    trust: [...(path?.trust ?? []), ...problemWhere(parts.certificate !== null && !maySign(parts.certificate), 'certificate-not-for-signing')],
    remarks: [
      ...problemWhere(token === null, 'time-unproven'),
      ...problemWhere(token !== null && !stamped, 'timestamp-untrusted'),
      ...problemWhere(path?.trust.length === 0 && !path.isRevocationKnown, 'revocation-unknown'),
    ],
  };
}

/** When a timestamp proves that it was, if its authority is believed. */
function timeOf({ integrity, certificate, certificates, at }: Token, { time }: Believed, until: Date): Date | null {
  return integrity.length === 0 && certificate && pathFrom(certificate, within(time, certificates), until).trust.length === 0 ? at : null;
}

function tokenOf({ signerInfo }: SignedParts): Token | null {
  const attribute = signerInfo.unsignedAttrs?.attributes.find(({ type }) => type === OID.timestampToken);
  return attribute ? checkToken(new Uint8Array(attribute.values[0].toBER()), [signerInfo.signature.valueBlock.valueHexView]) : null;
}

const hasAttribute = ({ signerInfo }: SignedParts, type: string): boolean => signerInfo.signedAttrs?.attributes.some((each) => each.type === type) ?? false;

const within = (known: Known, certificates: X509Certificate[]): Known => ({ ...known, others: [...certificates, ...known.others] });

/** A document timestamp after it makes a B-LT to B-LTA, which is for whoever sees all signatures to say. */
const levelOf = (isBaseline: boolean, isStamped: boolean, hasEvidence: boolean): Level => (!isBaseline ? 'CMS' : !isStamped ? 'B-B' : hasEvidence ? 'B-LT' : 'B-T');

/** A certificate that says what its key is for says that it may sign: digital signature, or commitment to content. */
function maySign(certificate: X509Certificate): boolean {
  const usage = extension(certificate, '2.5.29.15') as { valueBlock?: { valueHexView?: Uint8Array } } | undefined;
  const bits = usage?.valueBlock?.valueHexView?.[0];
  return bits === undefined || (bits & 0xc0) !== 0;
}

function whoseIs(certificate: X509Certificate | null, chain: X509Certificate[]): Pick<Checked, 'signer' | 'issuer' | 'chain'> {
  if (!certificate) return { signer: null, issuer: null, chain: [] };
  const context = pkijs.Certificate.fromBER(ownBuffer(certificate.raw)).extensions?.find(({ extnID }: Extension) => extnID === AUTHENTICATION_CONTEXT);
  const said = context && readAuthenticationContext(context.extnValue.valueBlock.valueHexView);
  return {
    signer: {
      name: commonName(certificate),
      organisation: attribute(certificate, 'O'),
      serialNumber: attribute(certificate, 'serialNumber'),
      assurance: said?.assurance ?? null,
      signedInBy: said?.signedInBy ?? null,
    },
    issuer: chain[1] ? commonName(chain[1]) : (/(?:^|\n)CN=(.*)/.exec(certificate.issuer)?.[1] ?? certificate.issuer.replaceAll('\n', ', ')),
    chain: chain.map(commonName),
  };
}
