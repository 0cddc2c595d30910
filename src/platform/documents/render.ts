import type { DocumentContent, PosterContent } from './content.ts';
import { turn } from './pdf/compiler.ts';
import { asPdf, illegible } from './pdf/pdf.ts';
import { asPoster } from './pdf/poster.ts';

/** What is asked of the process that makes documents. */
export type Rendering = { as: keyof typeof WAYS; content: DocumentContent } | { as: 'poster'; content: PosterContent };

/** The library for Word is loaded when somebody asks for it: most ask for a PDF, and the first should not wait. */
const asDocx = async (content: DocumentContent) => (await import('./word/docx.ts')).asDocx(content);

const WAYS = { pdf: asPdf, docx: asDocx, illegible };

/** What runs in the child process of `renderer.ts`. */
export async function render(asked: Rendering): Promise<Uint8Array | string[]> {
  await turn();
  return asked.as === 'poster' ? asPoster(asked.content) : WAYS[asked.as](asked.content);
}
