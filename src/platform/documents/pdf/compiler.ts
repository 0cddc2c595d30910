import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '#platform/project-root.ts';

const FONTS = join(projectRoot, 'node_modules/@expo-google-fonts/source-sans-3');
const TEMPLATES = join(projectRoot, 'src/platform/documents/pdf');

/** What a template is given. */
type Inputs = Record<string, string>;

/** A turn for the event loop: only then does Typst let go of the last document's memory. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Typst with our fonts and templates. One for each process: what it has cached is shared in it anyhow. */
export class Compiler {
  readonly #typst = NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontBlobs: ['400Regular', '600SemiBold'].map((weight) => readFileSync(join(FONTS, weight, `SourceSans3_${weight}.ttf`))) }],
  });

  /** A PDF of each standard named; what one of them forbids is thrown. */
  export(source: { template: string } | { mainFileContent: string }, inputs: Inputs, standards: string[]): Uint8Array[] {
    try {
      const document = this.#compiled({ ...('template' in source ? { mainFilePath: join(TEMPLATES, source.template) } : source), inputs });
      return standards.map((pdfStandard) => this.#typst.pdf(document, { pdfStandard }));
    } finally {
      // Without it every document leaves some megabytes behind.
      this.#typst.evictCache(5);
    }
  }

  #compiled(what: { inputs: Inputs }): NodeTypstDocument {
    const compiled = this.#typst.compile(what);
    if (compiled.result) return compiled.result;
    throw new Error(JSON.stringify(this.#typst.fetchDiagnostics(compiled.takeError()!)));
  }
}
