import { expect, test } from 'vitest';
import { barsDrawn, type DrawnElement } from './bars.ts';

const drawing = { id: 'areas', title: 'Händelser', description: 'Centrum 40, Hamnen färre än 5.' };
const drawn = barsDrawn({ ...drawing, bars: [{ label: 'Centrum', length: 40, words: '40' }, { label: '<b onclick="x">Hamnen</b>', length: 0, words: 'färre än 5' }] });

const all = (one: DrawnElement): DrawnElement[] => [one, ...one.inside.flatMap((part) => (typeof part === 'string' ? [] : all(part)))];
const texts = (one: DrawnElement): string[] => one.inside.flatMap((part) => (typeof part === 'string' ? [part] : texts(part)));

test('a drawing brings no style, no script and no markup of a label with it', () => {
  expect([...new Set(all(drawn).map(({ name }) => name))].sort()).toEqual(['desc', 'g', 'rect', 'svg', 'text', 'title']);
  expect(all(drawn).flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^(style|font-|on)/.test(name))).toEqual([]);
  expect(texts(drawn)).toContain('<b onclick="x">Hamnen</b>');
});

test('a drawing is one picture with a name and a description, and shows every word', () => {
  expect(drawn.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'areas-title areas-desc', class: 'plot' });
  expect(drawn.inside.slice(0, 2)).toMatchObject([{ name: 'title', attributes: { id: 'areas-title' }, inside: ['Händelser'] }, { name: 'desc', inside: [drawing.description] }]);
  expect(texts(drawn)).toEqual(expect.arrayContaining(['40', 'färre än 5']));
  expect(all(drawn).filter(({ name }) => name === 'rect')).toHaveLength(2);
});

test('the same bars are the same drawing', () => {
  const bars = [{ label: 'mån', length: 5, words: '5 %' }, { label: 'tis', length: 10, words: '10 %' }];
  expect(barsDrawn({ ...drawing, bars })).toEqual(barsDrawn({ ...drawing, bars }));
});
