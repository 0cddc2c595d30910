import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Intake } from '../taken.ts';
import { write } from '../layout/write.ts';
import type { IntakeNote } from '../note.ts';
import { Body } from './body.ts';
import { Labels } from './labels.ts';
import { Notes } from './notes.ts';
import { numberedLists } from './numbering.ts';
import { mainPart, relatedPart, type Relation, relations } from './parts.ts';
import { readStyles } from './styles.ts';
import { openPackage, type Package, TooLarge } from './unzip.ts';
import { BrokenXml, child, type Element, parseXml } from './xml.ts';

/**
 * The text of a Word document as a person sees it with all changes accepted: numbers of lists and headings as shown,
 * notes at the end, headers, footers, comments and hidden text left out. Nothing outside the file is fetched.
 */
export function docxText(bytes: Uint8Array): Outcome<Intake> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  try {
    return read(opened.value);
  } catch (fault) {
    if (fault instanceof TooLarge) return refuse('invalid', 'agreement.docx-unpacks-too-large', { path: 'file' });
    if (fault instanceof BrokenXml || isZipFault(fault)) return refuse('invalid', 'agreement.file-is-broken', { path: 'file' });
    throw fault;
  }
}

function read(opened: Package): Outcome<Intake> {
  const main = mainPart(opened);
  if (!main) return refuse('invalid', 'agreement.file-kind-unknown', { path: 'file' });
  const root = child(parseXml(main.bytes), 'body');
  if (!root) return refuse('invalid', 'agreement.file-is-broken', { path: 'file' });
  const related = relations(opened, main.name);
  const seen = new Set<IntakeNote['code']>();
  const text = writeBody(opened, root, related, seen);
  return done({ text, format: 'docx', notes: [...seen].map((code) => ({ code })) });
}

function writeBody(opened: Package, root: Element, related: Relation[], seen: Set<IntakeNote['code']>): string {
  const styles = readStyles(relatedPart(opened, related, 'styles'));
  const labels = new Labels(numberedLists(relatedPart(opened, related, 'numbering'), styles.listOfStyle));
  const notes = new Notes({ footnote: relatedPart(opened, related, 'footnotes'), endnote: relatedPart(opened, related, 'endnotes') });
  const context = {
    styles,
    labels,
    noteMark: notes.mark,
    sawChange: () => seen.add('changes-accepted'),
    sawOutsideContent: () => seen.add('outside-content-left-out'),
  };
  const pieces = new Body(context).pieces(root);
  return write([...pieces, ...notes.pieces((note) => new Body(context).pieces(note))]);
}

/** fflate throws errors that carry a numeric code. */
const isZipFault = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && typeof fault.code === 'number';
