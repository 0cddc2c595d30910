import { X509Certificate } from 'node:crypto';
import { type PDF, type PdfRef, PdfStream } from '@libpdf/core';
import * as pkijs from 'pkijs';
import { ownBuffer } from '../bytes.ts';

/** What a document carries for those who check its signatures later: its DSS. What cannot be read of it is not there. */
export function evidenceIn(pdf: PDF | null): { certificates: X509Certificate[]; lists: pkijs.CertificateRevocationList[] } {
  if (!pdf) return { certificates: [], lists: [] };
  const store = pdf.getCatalog().getDict('DSS', (ref) => pdf.getObject(ref));
  const streams = (key: string): Uint8Array[] =>
    [...(store?.getArray(key, (ref) => pdf.getObject(ref)) ?? [])].flatMap((each) => {
      const found = pdf.getObject(each as PdfRef);
      return found instanceof PdfStream ? readable(() => found.getDecodedData()) : [];
    });
  return { certificates: streams('Certs').flatMap(certificate), lists: streams('CRLs').flatMap(revocationList) };
}

export const certificate = (der: Uint8Array): X509Certificate[] => readable(() => new X509Certificate(Buffer.from(der)));

export const revocationList = (der: Uint8Array): pkijs.CertificateRevocationList[] => readable(() => pkijs.CertificateRevocationList.fromBER(ownBuffer(der)));

function readable<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch {
    return [];
  }
}
