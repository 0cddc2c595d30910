import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ownBuffer, sameBytes } from '../bytes.ts';
import { OID } from '../cms.ts';
import type { Problem } from '../report.ts';
import { digestOf, hashNamed, verifies } from './algorithms.ts';

/** A CMS signature taken apart, with what is wrong with it in itself. Whom it is from is another question. */
export interface SignedParts {
  integrity: Problem[];
  /** Null where the signature does not carry its signer's certificate. */
  certificate: X509Certificate | null;
  /** All that it carries. */
  certificates: X509Certificate[];
  signerInfo: pkijs.SignerInfo;
  /** What it carries of what it is over, such as the content of a timestamp. */
  content: Uint8Array | null;
  /** The attributes make it PAdES baseline: its certificate is bound to it, and its time is not signed twice. */
  isBaseline: boolean;
}

const SHA1 = '1.3.14.3.2.26';

/** Checks a signature over these parts of a document, or, without them, over what it carries. Throws where it cannot be read. */
export function checkSigned(der: Uint8Array, over: Uint8Array[] | null): SignedParts {
  const signedData = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(ownBuffer(der)).content });
  if (signedData.signerInfos.length !== 1) throw new Error('exactly one signer is expected');
  const [signerInfo] = signedData.signerInfos;
  const carried = (signedData.certificates ?? []).filter((each): each is pkijs.Certificate => each instanceof pkijs.Certificate);
  const certificates = carried.map((each) => new X509Certificate(Buffer.from(each.toSchema().toBER())));
  const certificate = certificates[carried.findIndex((each) => isOf(signerInfo, each))] ?? null;
  const inside = signedData.encapContentInfo.eContent;
  const content = inside ? new Uint8Array(inside.getValue()) : null;
  const attributes = signerInfo.signedAttrs?.attributes ?? [];
  const has = (type: string) => attributes.some((each) => each.type === type);
  return {
    integrity: certificate ? problemsOf(signerInfo, certificate, over ?? (content ? [content] : [])) : [{ code: 'signer-unknown' }],
    certificate,
    certificates,
    signerInfo,
    content,
    isBaseline: has(OID.signingCertificateV2) && !has(OID.signingTime),
  };
}

function isOf({ sid }: pkijs.SignerInfo, certificate: pkijs.Certificate): boolean {
  if (sid instanceof pkijs.IssuerAndSerialNumber) {
    const same = sameBytes(new Uint8Array(sid.issuer.toSchema().toBER()), new Uint8Array(certificate.issuer.toSchema().toBER()));
    return same && sid.serialNumber.isEqual(certificate.serialNumber);
  }
  // The other way to say whose it is: the key's identifier, as the certificate has it.
  const identifier = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue;
  return identifier instanceof asn1js.OctetString && sid instanceof asn1js.Primitive && sameBytes(identifier.valueBlock.valueHexView, sid.valueBlock.valueHexView);
}

function problemsOf(signerInfo: pkijs.SignerInfo, certificate: X509Certificate, over: Uint8Array[]): Problem[] {
  const digest = hashNamed(signerInfo.digestAlgorithm.algorithmId);
  if (!digest) return [{ code: 'algorithm-weak' }];
  const { signedAttrs } = signerInfo;
  const signed = signedAttrs ? new Uint8Array(signedAttrs.encodedValue) : Buffer.concat(over);
  const value = verifies({ algorithm: signerInfo.signatureAlgorithm, digest }, certificate.publicKey, signed, signerInfo.signature.valueBlock.valueHexView);
  if (value === null) return [{ code: 'algorithm-weak' }];
  if (!signedAttrs) return value ? [] : [{ code: 'content-altered' }];
  const problems: Problem[] = [];
  const [said, twice] = signedAttrs.attributes.filter(({ type }) => type === OID.messageDigest);
  const octets = said?.values[0];
  if (twice || !(octets instanceof asn1js.OctetString) || !sameBytes(octets.valueBlock.valueHexView, digestOf(digest, over))) problems.push({ code: 'content-altered' });
  if (!value) problems.push({ code: 'signature-wrong' });
  if (!namesItsCertificate(signedAttrs.attributes, certificate)) problems.push({ code: 'signer-not-bound' });
  return problems;
}

/** Where the signature says which certificate it is of, it is of that one. One that says nothing is of an older kind. */
function namesItsCertificate(attributes: pkijs.Attribute[], certificate: X509Certificate): boolean {
  const said = attributes.find(({ type }) => type === OID.signingCertificateV2 || type === OID.signingCertificateV1);
  if (!said) return true;
  // SigningCertificate ::= SEQUENCE { certs SEQUENCE OF ESSCertID …: the first is the signer's.
  const id = inside(inside(inside(said.values[0])[0])[0]);
  const named = id[0] instanceof asn1js.Sequence ? inside(id[0])[0] : null;
  const hash = said.type === OID.signingCertificateV1 ? SHA1 : named instanceof asn1js.ObjectIdentifier ? named.getValue() : OID.sha256;
  const name = hash === SHA1 ? 'sha1' : hashNamed(hash);
  const octets = id.find((each) => each instanceof asn1js.OctetString);
  return name !== null && octets instanceof asn1js.OctetString && sameBytes(octets.valueBlock.valueHexView, digestOf(name, [certificate.raw]));
}

const inside = (value: unknown): unknown[] => (value instanceof asn1js.Sequence ? value.valueBlock.value : []);
