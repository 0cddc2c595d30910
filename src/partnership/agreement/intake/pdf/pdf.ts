import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Intake } from '../taken.ts';
import { write } from '../layout/write.ts';
import { LIMITS, textTooLong } from '../limits.ts';
import type { IntakeNote } from '../note.ts';
import { carriedReading, saysTheSame } from './carried-reading.ts';
import { joinPages } from './join-pages.ts';
import { type Page, readPage } from './page.ts';
import { coversPage, taggedPieces, tellsStructure } from './tagged.ts';
import { typeSizes } from './type-size.ts';
import { lettersOn, untaggedTexts } from './untagged.ts';

/** Fewer letters than this on every page together is a scan with a stamp on it, not a text. */
const FEWEST_LETTERS = 40;

/** Nothing is drawn, so no image is worth unpacking; nothing in the file is run. */
const READING_ONLY = { verbosity: 0, maxImageSize: 1, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, disableFontFace: true, enableXfa: false, useWasm: false, useWorkerFetch: false };

/** The text of a PDF: by its tags where they tell structure, otherwise by where the words stand. */
export async function pdfText(bytes: Uint8Array): Promise<Outcome<Intake>> {
  const broken = refuse('invalid', 'agreement.file-is-broken', { path: 'file' });
  if (isCutOff(bytes)) return broken;
  let document: PDFDocumentProxy;
  try {
    // pdf.js takes the bytes for itself, and refuses Node's own kind of them.
    document = await getDocumentProxy(new Uint8Array(bytes), READING_ONLY);
  } catch (fault) {
    const isLocked = fault instanceof Error && (fault.name === 'PasswordException' || /encrypt|password/i.test(fault.message));
    return isLocked ? refuse('invalid', 'agreement.pdf-is-encrypted', { path: 'file' }) : broken;
  }
  try {
    return await read(document);
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof ReferenceError) throw fault;
    return broken;
  } finally {
    await document.destroy();
  }
}

/** A PDF ends by saying where its table of contents is. Without it the end is missing, and perhaps a page of the agreement. */
const isCutOff = (bytes: Uint8Array): boolean => !Buffer.from(bytes.subarray(-8192)).includes('startxref');

async function read(document: PDFDocumentProxy): Promise<Outcome<Intake>> {
  const pages = await readPages(document);
  if (pages === 'too-long') return textTooLong();
  const letters = pages.map((page) => lettersOn(page.words));
  if (letters.reduce((sum, each) => sum + each, 0) < FEWEST_LETTERS) return refuse('invalid', 'agreement.pdf-is-a-scan', { path: 'file', facts: { pages: pages.length } });

  const text = textOf(pages);
  const notes: IntakeNote[] = [];
  const silent = pages.filter((_, at) => letters[at] === 0).map((page) => page.number);
  if (silent.length > 0) notes.push({ code: 'pages-without-text', facts: { count: silent.length, pages: silent.slice(0, 20).join(', ') } });

  const carried = carriedReading(await attachmentsOf(document));
  if (!carried) return done({ text, format: 'pdf', notes });
  if (saysTheSame(carried.text, text)) return done({ text: carried.text, format: 'handslag-pdf', notes, reading: carried.reading });
  return done({ text, format: 'pdf', notes: [...notes, { code: 'carried-reading-differs' }] });
}

async function readPages(document: PDFDocumentProxy): Promise<Page[] | 'too-long'> {
  const fonts = new Map<string, boolean>();
  const pages: Page[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number, fonts);
    characters += page.words.reduce((sum, word) => sum + word.text.length + 1, 0);
    if (characters > LIMITS.characters) return 'too-long';
    pages.push(page);
  }
  return pages;
}

/** By the tags where they tell structure; pages whose tags do not hold, such as one a signing service added, by their lines. */
function textOf(pages: Page[]): string {
  const sizes = typeSizes(pages);
  const isTagged = pages.some(tellsStructure);
  const parts: string[] = [];
  for (let at = 0; at < pages.length; ) {
    const byTags = isTagged && coversPage(pages[at]!);
    let end = at + 1;
    while (end < pages.length && (isTagged && coversPage(pages[end]!)) === byTags) end += 1;
    const run = pages.slice(at, end);
    if (byTags) parts.push(write(run.map((page) => taggedPieces(page, sizes)).reduce(joinPages)));
    else parts.push(...untaggedTexts(run, sizes));
    at = end;
  }
  return parts.join('\n\f');
}

async function attachmentsOf(document: PDFDocumentProxy): Promise<Uint8Array[]> {
  const attachments = (await document.getAttachments()) as Record<string, { content?: Uint8Array }> | null;
  return Object.values(attachments ?? {}).flatMap((each) => (each.content ? [each.content] : []));
}
