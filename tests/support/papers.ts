import { z } from 'zod';
import { readingSchema } from '#pure/agreement';
import { getLocale, overwriteGetLocale } from '#locale';
import { REGISTER } from '../../src/personal-data/register.ts';
import { registerRow } from '../../src/personal-data/words.ts';
import { sources } from './sources.ts';

/** Every paper that is made from code, by its file. */
export const papers = (): Map<string, string> =>
  new Map([
    ['docs/handslag.agreement-1.schema.json', `${JSON.stringify(formatSchema(), null, 2)}\n`],
    ['docs/law-index.md', lawIndex()],
    ['docs/personal-data.md', personalData()],
  ]);

const formatSchema = () => ({ title: 'handslag.agreement/1', description: 'What handslag read FILE --json prints', ...z.toJSONSchema(readingSchema) });

/** Every `@lagrum` tag with the file it stands in, so that a lawyer can review the code by this page. */
function lawIndex(): string {
  const rows = [...sources('src')].flatMap(([file, text]) =>
    [...text.matchAll(/@lagrum ([^\n*]+)/g)].map(([, paragraph]) => `| ${paragraph.trim()} | \`${file}\` |`),
  );
  return ['# Law index', '', 'Made by `npm run papers` from `@lagrum` tags in the code.', '', '| Paragraph | Where |', '|---|---|', ...rows.sort(), ''].join('\n');
}

/** The register of processing as a paper, in English as all papers are; the page /privacy has it in both languages. */
function personalData(): string {
  const before = getLocale;
  overwriteGetLocale(() => 'en');
  const rows = REGISTER.map((declared) => {
    const { what, whose, why, basis, kept } = registerRow(declared);
    const columns = Object.keys(declared.columns).map((column) => `\`${column}\``).join(', ');
    return `| \`${declared.table}\` | ${columns} | ${what.join(', ')} | ${whose.join(', ')} | ${why} | ${basis} | ${kept} |`;
  });
  overwriteGetLocale(before);
  const head = ['Table', 'Columns', 'Data', 'About whom', 'Why', 'Legal basis', 'How long'];
  return ['# Personal data', '', 'Made by `npm run papers` from what the rooms declare in `personal-data.ts`; a test walks the database and fails when a text is not declared.', '', `| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows, ''].join('\n');
}
