import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import type { Authority } from '#platform/signatures/authority.ts';
import { openAuthority } from '#platform/signatures/open-authority.ts';
import type { Trust } from '#platform/signatures/report.ts';
import { reserveFields } from '#platform/signatures/reserve-fields.ts';
import { signField } from '#platform/signatures/sign-field.ts';
import type { OneTimeSigner } from '#platform/signatures/signer.ts';
import type { TimestampAuthority } from '#platform/signatures/timestamp-authority.ts';

/** Two who sign, with names that programs stumble over. */
export const SIGNATORIES = { municipality: 'Åsa Öberg', association: 'Björn "Näsby" Ek, #ordförande' } as const;

/** An authority in a folder that is gone afterwards, when `after` says so. */
export async function newAuthority(after: (work: () => void) => void, name = 'Gränby kommun'): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'handslag-authority-'));
  after(() => rmSync(folder, { recursive: true }));
  return openAuthority(join(folder, 'authority'), { name, origin: null, now: new Date() });
}

export const signerOf = (authority: Authority, name: string, now = new Date()): Promise<OneTimeSigner> =>
  authority.issue({ name, accountId: `account of ${name}`, assurance: 'substantial', signedInBy: 'https://id.granby.example', signedInAt: now }, now);

/** A document of three pages, with these places for signatures. */
export async function unsignedPdf(fields: string[] = Object.keys(SIGNATORIES)): Promise<Uint8Array> {
  const pdf = PDF.create();
  for (const text of ['Avtal om samverkan', 'Kommunen bidrar med 300 000 kronor', 'Underskrifter']) pdf.addPage().drawText(text, { x: 60, y: 700 });
  return reserveFields(await pdf.save(), fields);
}

/** The same, signed by both. Gives the file after each signature. */
export async function signedPdf(authority: Authority, timestamps: TimestampAuthority | null = null, fields?: string[], at = new Date()): Promise<[unsigned: Uint8Array, first: Uint8Array, both: Uint8Array]> {
  const unsigned = await unsignedPdf(fields);
  const sign = async (pdf: Uint8Array, field: keyof typeof SIGNATORIES) =>
    signField(pdf, { field, signer: await signerOf(authority, SIGNATORIES[field], at), reason: 'Avtal för 2027', at, timestamps });
  const first = await sign(unsigned, 'municipality');
  return [unsigned, first, await sign(first, 'association')];
}

export async function trustIn(authority: Authority, more: Partial<Trust> = {}): Promise<Trust> {
  const at = new Date();
  return { roots: [authority.root], timestampRoots: [], revocationLists: [authority.rootRevocationList, await authority.revocationList(at)], at, ...more };
}
