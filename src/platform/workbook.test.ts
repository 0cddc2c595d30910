import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { asWorkbook } from './workbook.ts';

/** The sheet's own text, as a spreadsheet program reads it. */
async function sheetOf(...args: Parameters<typeof asWorkbook>): Promise<{ sheet: string; words: string }> {
  const parts = unzipSync(await asWorkbook(...args));
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  return { sheet: text('xl/worksheets/sheet1.xml'), words: text('xl/sharedStrings.xml') };
}

test('a number is a number, a day a day, and nothing is nothing', async () => {
  const { sheet } = await sheetOf({ head: ['Belopp', 'Senast', 'Klart'], rows: [[1250.5, { day: '2026-12-05' }, null]] });
  expect(sheet).toContain('<v>1250.5</v>');
  // 5 December 2026 as a spreadsheet counts days, from the last of December 1899.
  expect(sheet).toContain('<v>46361</v>');
  expect(sheet.match(/<c r="[A-C]2"[^>]*>/g)).toHaveLength(2);
});

test('what looks like a formula is words', async () => {
  const { sheet, words } = await sheetOf({ head: ['Vad'], rows: [['=HYPERLINK("x")']] });
  expect(sheet).not.toContain('<f>');
  expect(words).toContain('=HYPERLINK(');
});
