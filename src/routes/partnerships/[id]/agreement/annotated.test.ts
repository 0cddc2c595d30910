import { expect, test } from 'vitest';
import { annotated } from './annotated.ts';

const words = 'Träffen i parken handlar om böcker och spel, sade hon. ';

test('a heading is shown as a heading, without its mark', () => {
  const [first] = annotated(`## Mål\n\n${words}`, []);
  expect([first.kind, first.segments]).toEqual(['heading', [{ text: 'Mål', ids: [] }]]);
});

test('a text of megabytes is shown as it stands, at once', () => {
  const started = performance.now();
  const lines = annotated(`## Mål\n\n${words.repeat(70_000)}`, []);
  expect(performance.now() - started).toBeLessThan(150);
  expect(lines.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  expect(lines[0].segments[0].text).toBe('## Mål');
});
