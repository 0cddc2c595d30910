import { documentRenderer } from '#platform/documents/renderer.ts';
import type { DocumentContent } from '#platform/documents/content.ts';
import { render } from '../../src/platform/documents/render.ts';
import { sixPageDocument } from '../../tests/support/six-page-document.ts';
import { medianOf, type Row, row } from './measure.ts';

/** The agreement with every paragraph its own, so that nothing made before is of use. */
const another = (number: number): DocumentContent => ({
  ...sixPageDocument,
  title: `${sixPageDocument.title} ${number}`,
  sections: sixPageDocument.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, text: `${number}. ${block.text}` } : block)) })),
});

export async function benchDocuments(): Promise<Row[]> {
  const renderer = documentRenderer();
  const started = performance.now();
  await renderer.pdf(another(0));
  const cold = performance.now() - started;
  let number = 0;
  const warm = await medianOf(40, () => renderer.pdf(another((number += 1))));
  const word = await medianOf(40, () => renderer.docx(another((number += 1))));
  renderer.close();
  return [
    row('an agreement as PDF, cold', cold, 'ms', 2000, 'limit 2 s'),
    row('an agreement as PDF, warm', warm, 'ms', 250, 'limit 250 ms'),
    row('the same for Word, warm', word, 'ms', 250, 'limit 250 ms'),
    await memoryOver500(),
  ];
}

/** Here and not in the renderer's own process, which is replaced after two hundred documents whatever it has kept. */
async function memoryOver500(): Promise<Row> {
  const megabytes: number[] = [];
  for (let made = 1; made <= 500; made += 1) {
    await render({ as: 'pdf', content: another(made) });
    if (made % 100 === 0) megabytes.push(Math.round(process.memoryUsage.rss() / 1024 / 1024));
  }
  return { what: 'memory after 100, 200, 300, 400 and 500 documents', measured: `${megabytes.join(', ')} MB`, against: 'the last within 1.25 × of the first', ratio: megabytes.at(-1)! / megabytes[0]! / 1.25 };
}
