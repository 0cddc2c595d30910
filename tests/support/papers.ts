import { z } from 'zod';
import { readingSchema } from '#pure/agreement';
import { sources } from './sources.ts';

/** Every paper that is made from code, by its file. */
export const papers = (): Map<string, string> =>
  new Map([
    ['docs/handslag.agreement-1.schema.json', `${JSON.stringify(formatSchema(), null, 2)}\n`],
    ['docs/law-index.md', lawIndex()],
  ]);

const formatSchema = () => ({ title: 'handslag.agreement/1', description: 'What handslag read FILE --json prints', ...z.toJSONSchema(readingSchema) });

/** Every `@lagrum` tag with the file it stands in, so that a lawyer can review the code by this page. */
function lawIndex(): string {
  const rows = [...sources('src')].flatMap(([file, text]) =>
    [...text.matchAll(/@lagrum ([^\n*]+)/g)].map(([, paragraph]) => `| ${paragraph.trim()} | \`${file}\` |`),
  );
  return ['# Law index', '', 'Made by `npm run papers` from `@lagrum` tags in the code.', '', '| Paragraph | Where |', '|---|---|', ...rows.sort(), ''].join('\n');
}
