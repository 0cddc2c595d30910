import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { docxText } from './docx/docx.ts';
import { kindOfFile } from './kind-of-file.ts';
import { keptText } from './kept-text.ts';
import { LIMITS, textTooLong } from './limits.ts';
import { pdfText } from './pdf/pdf.ts';
import type { Intake } from './taken.ts';
import { plainText } from './text/plain-text.ts';

/**
 * The text of a file, whatever kind it is; the kind is told by the bytes and never by the name. Opens nothing but these
 * bytes. Hostile files can take long and much memory: run it apart, as `read-apart.server.ts` does.
 */
export async function intake(bytes: Uint8Array): Promise<Outcome<Intake>> {
  if (bytes.length === 0) return refuse('invalid', 'agreement.file-is-empty', { path: 'file' });
  if (bytes.length > LIMITS.fileBytes) return refuse('invalid', 'agreement.file-too-large', { path: 'file', facts: { megabytes: LIMITS.fileBytes / 1024 / 1024 } });
  const taken = await takeIn(bytes);
  if (!taken.ok) return taken;
  const text = keptText(taken.value.text);
  if (text.length > LIMITS.characters || isLongerThan(LIMITS.lines, text)) return textTooLong();
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('invalid', 'agreement.file-is-empty', { path: 'file' });
  return done({ ...taken.value, text });
}

/** Whether the text has more lines; stops counting when it has. */
function isLongerThan(lines: number, text: string): boolean {
  let at = -1;
  for (let count = 0; count < lines; count++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return false;
  }
  return true;
}

async function takeIn(bytes: Uint8Array): Promise<Outcome<Intake>> {
  switch (kindOfFile(bytes)) {
    case 'pdf':
      return pdfText(bytes);
    case 'zip':
      return docxText(bytes);
    case 'locked-office':
      return refuse('invalid', 'agreement.docx-is-encrypted', { path: 'file' });
    case 'other':
      return refuse('invalid', 'agreement.file-kind-unknown', { path: 'file' });
    case 'perhaps-text':
      return plainText(bytes);
  }
}
