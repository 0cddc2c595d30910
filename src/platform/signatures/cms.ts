import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ownBuffer, sha256 } from './bytes.ts';
import type { OneTimeSigner } from './signer.ts';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV1: '1.2.840.113549.1.9.16.2.12',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/**
 * A signature over a document's digest exactly as ETSI EN 319 142-1, table 1, wants it for PAdES baseline: content type,
 * message digest and the signing certificate are signed; the time is not, because the PDF says it.
 */
export async function signedCms(digest: Uint8Array, signer: OneTimeSigner): Promise<Uint8Array> {
  const certificate = pkijs.Certificate.fromBER(ownBuffer(signer.certificate));
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: inOrder([
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: ownBuffer(digest) })),
    attribute(OID.signingCertificateV2, signingCertificate(signer.certificate, certificate)),
  ]) });
  const toSign = new Uint8Array(signedAttrs.toSchema().toBER());
  // They stand in the file as [0], and are signed as the SET that they are (RFC 5652, 5.4).
  toSign[0] = 0x31;
  const signerInfo = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 }),
    signedAttrs,
    signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 }),
    signature: new asn1js.OctetString({ valueHex: ownBuffer(await signer.sign(toSign)) }),
  });
  return packed(
    new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
      digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 })],
      certificates: [certificate, ...signer.chain.map((der) => pkijs.Certificate.fromBER(ownBuffer(der)))],
      signerInfos: [signerInfo],
    }),
  );
}

/** The same signature with a timestamp over its value: when it was made can then be proved. */
export async function withTimestamp(cms: Uint8Array, stamp: (hash: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> {
  const signedData = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(ownBuffer(cms)).content });
  const [signerInfo] = signedData.signerInfos;
  const token = await stamp(sha256(signerInfo.signature.valueBlock.valueHexView));
  signerInfo.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [attribute(OID.timestampToken, asn1js.fromBER(ownBuffer(token)).result)] });
  return packed(signedData);
}

const packed = (signedData: pkijs.SignedData): Uint8Array =>
  new Uint8Array(new pkijs.ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) }).toSchema().toBER());

const attribute = (type: string, value: unknown): pkijs.Attribute => new pkijs.Attribute({ type, values: [value] });

/** DER sorts the members of a set by their bytes. */
function inOrder(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  const der = (each: pkijs.Attribute) => new Uint8Array(each.toSchema().toBER());
  return attributes.sort((one, other) => Buffer.compare(der(one), der(other)));
}

/** ESSCertIDv2 (RFC 5035): the signature says itself which certificate it is of. SHA-256 is the default and is left out. */
function signingCertificate(der: Uint8Array, { issuer, serialNumber }: pkijs.Certificate): asn1js.Sequence {
  const names = new asn1js.Sequence({ value: [new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [issuer.toSchema()] })] });
  const id = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: ownBuffer(sha256(der)) }), new asn1js.Sequence({ value: [names, serialNumber] })] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
}
