import type { DocumentContent } from './content.ts';
import { asPdf, illegible } from './pdf/pdf.ts';
import { asDocx } from './word/docx.ts';

/** What is asked of the process that makes documents. */
export interface Rendering {
  as: keyof typeof WAYS;
  content: DocumentContent;
}

const WAYS = { pdf: asPdf, docx: asDocx, illegible };

/** What runs in the child process of `renderer.ts`. */
export async function render({ as, content }: Rendering): Promise<Uint8Array | string[]> {
  // A turn for the event loop between documents: only then does the typesetter let go of the last one.
  await new Promise((resolve) => setImmediate(resolve));
  return WAYS[as](content);
}
