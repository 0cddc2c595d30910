import { expect, test } from 'vitest';
import { annotated } from './annotated.ts';

const words = 'Träffen i parken handlar om böcker och spel, sade hon. ';

test.each(['## Mål', '**Mål**', '### __Mål__ '])('the heading "%s" is shown as a heading, without its marks', (heading) => {
  const [first] = annotated(`${heading}\n\n${words}`, []);
  expect([first.kind, first.segments]).toEqual(['heading', [{ text: 'Mål', ids: [] }]]);
});

test('in a text of megabytes no headings are looked for, so that others need not wait', () => {
  const lines = annotated(`## Mål\n\n${words.repeat(70_000)}`, []);
  expect(lines.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  expect(lines[0].segments[0].text).toBe('## Mål');
});
