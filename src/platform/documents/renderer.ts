import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { projectRoot } from '../project-root.ts';
import { Sandbox, type SandboxAnswer } from '../sandbox/sandbox.ts';
import type { DocumentContent, PosterContent } from './content.ts';
import type { Rendering } from './render.ts';

/** Makes files of documents, in a process of its own. Throws only where content that is well formed could not be set. */
export interface DocumentRenderer {
  /** PDF/A-3a and PDF/UA-1 with the content's data attached; equal content, equal bytes. */
  pdf: (content: DocumentContent) => Promise<Outcome<Uint8Array>>;
  /** The same content for Word, to go on writing in; equal content, equal bytes. */
  docx: (content: DocumentContent) => Promise<Outcome<Uint8Array>>;
  /** A sheet to put up, on one page: PDF/A-3a and PDF/UA-1 too. */
  poster: (content: PosterContent) => Promise<Outcome<Uint8Array>>;
  /** The characters that will be shown as an empty square, because no font has them. */
  illegible: (content: DocumentContent) => Promise<Outcome<string[]>>;
  /** A yes when a document can be made now: asked before anybody is promised one. */
  ready: () => Promise<Outcome<null>>;
  close: () => void;
}

export function documentRenderer({ children = 1, waiting = 20, seconds = 20 }: { children?: number; waiting?: number; seconds?: number } = {}): DocumentRenderer {
  const sandbox = new Sandbox<Rendering, unknown>({
    module: pathToFileURL(join(projectRoot, 'src/platform/documents/render.ts')),
    run: 'render',
    seconds,
    megabytes: 1024,
    answerMegabytes: 24,
    children,
    waiting,
    native: true,
  });
  const ask = async <Made>(rendering: Rendering): Promise<Outcome<Made>> => answered(await sandbox.ask(rendering)) as Outcome<Made>;
  return {
    pdf: (content) => ask({ as: 'pdf', content }),
    docx: (content) => ask({ as: 'docx', content }),
    poster: (content) => ask({ as: 'poster', content }),
    illegible: (content) => ask({ as: 'illegible', content }),
    ready: async () => {
      const made = await ask({ as: 'pdf', content: SMALLEST });
      return made.ok ? done(null) : made;
    },
    close: () => sandbox.close(),
  };
}

function answered(answer: SandboxAnswer<unknown>): Outcome<unknown> {
  if (answer.ok) return done(answer.answer);
  switch (answer.why) {
    case 'busy':
      return refuse('too-many', 'documents.renderer-is-busy');
    case 'too-long':
    case 'too-much-memory':
    case 'answer-too-large':
      return refuse('invalid', 'documents.content-too-large');
    case 'crashed':
      return refuse('conflict', 'documents.renderer-unavailable');
  }
}

const SMALLEST: DocumentContent = {
  kind: 'report',
  language: 'sv',
  title: 'Handslag',
  subtitle: null,
  date: null,
  parties: [],
  sections: [{ number: null, heading: 'Handslag', blocks: [] }],
  budget: [],
  lifeline: null,
  annexes: [],
  signatories: [],
  attachment: null,
};
