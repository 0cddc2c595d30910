import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { documentRenderer } from '#platform/documents/renderer.ts';
import { factsOf } from '../facts.ts';
import { read } from '../read/index.ts';
import { readBytes } from '../read-bytes.ts';
import { blocksOf } from './blocks.ts';
import { carriedOn } from './carried-on.ts';
import { composed } from './composed.ts';
import { documentOf } from './document.ts';

const text = readFileSync('samples/hej-granby.md', 'utf8');
const reading = read(text);
let id = 0;
const content = carriedOn({ text, title: reading.title!, facts: factsOf(reading) }, () => `clause-${(id += 1)}`);

test('a draft as PDF is read back as what it says, to the letter, from the data it carries', async () => {
  const renderer = documentRenderer();
  onTestFinished(() => renderer.close());
  for (const isDraft of [true, false]) {
    const bytes = sure(await renderer.pdf(documentOf(content, { date: '2026-11-21', isDraft })));
    const back = sure(await readBytes(bytes));
    const { text: written, reading: stated } = composed(content);
    expect({ format: back.format, notes: back.notes, text: back.text }).toEqual({ format: 'handslag-pdf', notes: [], text: written });
    expect(factsOf(back.reading)).toEqual(factsOf(stated));
  }
});

test('a draft says that it is one and has nowhere to sign; what is signed has a place for each', () => {
  const [draft, signed] = [true, false].map((isDraft) => documentOf(content, { date: '2026-11-21', isDraft }));
  expect([draft.subtitle, draft.signatories]).toEqual(['Utkast. Inte undertecknat.', []]);
  expect([signed.subtitle, signed.signatories.map(({ name }) => name)]).toEqual([null, reading.signatories.map(({ name }) => name)]);
  expect(signed.sections.find(({ heading }) => heading === 'Ekonomi')).toMatchObject({ number: '6' });
  expect(signed.lifeline).toMatchObject({ from: '2026-04-01', to: '2027-12-31' });
});

test('paragraphs, lists and tables are told apart as they are written', () => {
  expect(blocksOf('Först.\nRad två.\n\n- ett\n- två\n  fortsätter\n\n| Post | Kronor |\n|---|---:|\n| **Lön** | 385 000 |\n\nSist\t3')).toEqual([
    { kind: 'paragraph', text: 'Först.\nRad två.' },
    { kind: 'list', ordered: false, items: ['ett', 'två fortsätter'] },
    { kind: 'table', head: ['Post', 'Kronor'], rows: [['Lön', '385 000']] },
    { kind: 'paragraph', text: 'Sist 3' },
  ]);
});
