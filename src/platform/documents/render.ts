import type { DocumentContent } from './content.ts';
import { turn } from './pdf/compiler.ts';
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
  await turn();
  return WAYS[as](content);
}
