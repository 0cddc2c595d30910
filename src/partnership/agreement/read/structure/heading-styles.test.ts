import { expect, test } from 'vitest';
import { structure } from './index.ts';

const SECTIONS: [string, string][] = [
  ['Bakgrund', 'Många äldre i byn saknar någon som kan bära ved och skotta snö på vintern.'],
  ['Syfte', 'Ingen ska behöva flytta för att snön ligger kvar på trappan.'],
  ['Kommunens åtaganden', 'Kommunen lånar ut snöslungor och betalar bränslet till dem.'],
  ['Ekonomi', 'Kommunen lämnar ett bidrag om 30 000 kr som betalas ut i november.'],
  ['Uppföljning', 'Parterna träffas i april och går igenom vintern.'],
];
const [ROMAN, LETTER] = [['', 'I', 'II', 'III', 'IV', 'V'], '-ABCDE'];

const STYLES: Record<string, (heading: string, body: string, nth: number) => string> = {
  'in italics': (heading, body) => `*${heading}*\n\n${body}`,
  'in tags': (heading, body) => `<b>${heading}</b>\n\n${body}`,
  'between signs': (heading, body) => `== ${heading} ==\n\n${body}`,
  'between dashes': (heading, body) => `– ${heading} –\n\n${body}`,
  'in bold, on the line': (heading, body) => `**${heading}.** ${body}`,
  'in bold without a stop': (heading, body) => `**${heading}** ${body}`,
  'in italics, on the line': (heading, body) => `*${heading}:* ${body}`,
  'before a colon': (heading, body) => `${heading}: ${body}`,
  'before a dash': (heading, body) => `${heading} – ${body}`,
  'in capitals before a colon': (heading, body) => `${heading.toUpperCase()}: ${body}`,
  'numbered, on the line': (heading, body, nth) => `${nth}. ${heading}. ${body}`,
  'a paragraph, on the line': (heading, body, nth) => `§ ${nth} ${heading}. ${body}`,
  'Roman, on the line': (heading, body, nth) => `${ROMAN[nth]}. ${heading}. ${body}`,
  Roman: (heading, body, nth) => `${ROMAN[nth]}. ${heading}\n\n${body}`,
  'numbered with a bracket': (heading, body, nth) => `${nth}) ${heading}\n\n${body}`,
  'lettered with a bracket': (heading, body, nth) => `${LETTER[nth]}) ${heading}\n\n${body}`,
  'short for chapter': (heading, body, nth) => `Kap. ${nth} ${heading}\n\n${body}`,
  'the chapter of a law': (heading, body, nth) => `${nth} kap. ${heading}\n\n${body}`,
};

test.each(Object.entries(STYLES))('a heading is known %s, where a text keeps to it', (_, write) => {
  const text = SECTIONS.map(([heading, body], at) => write(heading, body, at + 1)).join('\n\n');
  const sections = structure(text).sections.flatMap(({ heading, blocks }) => (heading ? [[heading.text.toLowerCase().replace(/[*_:.]/g, ''), blocks.map((block) => block.text).join(' ')]] : []));
  expect(sections).toEqual(SECTIONS.map(([heading, body]) => [heading.toLowerCase(), body]));
});

test('numbered paragraphs without names are a section each, and only a number where chapters have names', () => {
  const paragraphs = SECTIONS.map(([, body], at) => `§ ${at + 1} ${body}`);
  expect(structure(paragraphs.join('\n\n')).sections).toHaveLength(6);
  expect(structure(['1 KAP. BAKGRUND', ...paragraphs.slice(0, 2), '2 KAP. ANSVAR', ...paragraphs.slice(2, 4), '3 KAP. UPPFÖLJNING', ...paragraphs.slice(4)].join('\n\n')).sections).toHaveLength(4);
});

test("a heading's style is not seen in a sentence that is only stressed, in a label or in a name", () => {
  const kinds = (text: string) => structure(`Vi är överens om det här.\n\n${text}\n\nDet gäller hela vintern.`).blocks.map((block) => block.kind);
  for (const text of ['*Anna Bergström*', '*Det här är viktigt för oss.*', '**Alla** ledare visar utdrag ur registret.', 'Kommunen: Siv Dahl når ni på kontoret.', '– Slunga –, spade och sand']) expect(kinds(text), text).not.toContain('heading');
});

test('what stands by an empty box is not agreed where other boxes are ticked', () => {
  const items = (text: string) => structure(text).blocks.filter((block) => block.kind === 'item').map((block) => block.text);
  expect(items('Kommunen ska\n\n- [x] låna ut slungor\n- [ ] betala löner\n- [x] sanda vägen')).toEqual(['låna ut slungor', 'sanda vägen']);
  expect(items('Kommunen ska\n\n☒ låna ut slungor\n☐ betala löner\n☒ sanda vägen')).toEqual(['låna ut slungor', 'sanda vägen']);
  expect(items('Kommunen ska\n\n☐ låna ut slungor\n☐ betala löner')).toEqual(['låna ut slungor', 'betala löner']);
});
