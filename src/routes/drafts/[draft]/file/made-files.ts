import { createHash } from 'node:crypto';
import type { Outcome } from '#kernel/outcome.ts';
import { documentOf } from '#partnership/agreement';
import type { DocumentContent } from '#platform/documents/content.ts';
import type { DocumentRenderer } from '#platform/documents/renderer.ts';
import type { AgreementDraft } from '#pure/agreement';

export const FILE_FORMATS = ['pdf', 'docx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const isFileFormat = (format: string | null): format is FileFormat => FILE_FORMATS.some((one) => one === format);

/** A file that is being made or has been. */
interface Making {
  file: Promise<Outcome<Uint8Array>>;
  isDone: boolean;
}

/** Files of what drafts say, the newest last. Equal content is made once; one that is pushed out is made again. */
const made = new Map<string, Making>();
const KEPT = 20;

/** The file of what the draft says, begun if it is not there. It is made in a process of its own. */
export function makingOf(documents: DocumentRenderer, draft: AgreementDraft, format: FileFormat, today: string): Making {
  const content: DocumentContent = documentOf(draft, { date: today, isDraft: true });
  const key = `${format} ${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`;
  const known = made.get(key);
  if (known) return known;
  const making: Making = { file: documents[format](content), isDone: false };
  const settle = (isKept: boolean) => {
    making.isDone = true;
    if (!isKept) made.delete(key);
  };
  making.file.then(({ ok }) => settle(ok), () => settle(false));
  made.set(key, making);
  for (const oldest of [...made.keys()].slice(0, Math.max(0, made.size - KEPT))) made.delete(oldest);
  return making;
}

/** True as soon as it is made, false when the visitor has waited long enough. */
export const isMadeSoon = ({ file }: Making): Promise<boolean> => Promise.race([file.then(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE))]);

/** Milliseconds that a visitor waits for a file before the page that shows its progress. */
const PATIENCE = 1_500;
