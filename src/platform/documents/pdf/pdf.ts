import type { DocumentContent } from '../content.ts';
import { compiler, legibility } from './compiled.ts';
import { laidOut } from './laid-out.ts';
import { withUaIdentifier } from './ua-identifier.ts';

/**
 * The document as PDF/A-3a and PDF/UA-1: tagged, with its language, its fonts and its data inside. The same content gives
 * the same bytes. A document that is not accessible is not made: the fault is thrown.
 */
export async function asPdf(content: DocumentContent): Promise<Uint8Array> {
  const data = JSON.stringify(laidOut(await legibility.legible({ ...content, attachment: null })));
  const inputs = { data, ...(content.attachment?.json ? { name: fileName(content.attachment.name), attachment: content.attachment.json } : null) };
  const [, archive] = compiler.export({ template: 'document.typ' }, inputs, ['ua-1', 'a-3a']);
  return withUaIdentifier(archive!);
}

/** The characters in it that no font has a shape for; they are shown as empty squares. */
export const illegible = (content: DocumentContent): Promise<string[]> => legibility.lacking({ ...content, attachment: null });

const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]/gu, '-').replace(/^\.+/, '') || 'handslag.json';
