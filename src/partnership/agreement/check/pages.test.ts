import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../read/index.ts';
import { structure } from '../read/structure/index.ts';
import { check, CHECKS } from './index.ts';

/*
 * Every page in docs/checks is a test: its first example holds exactly the marked findings, its second none of them, and
 * neither holds anything the page does not speak of. Examples are sections, put into the faultless agreement of the README.
 */

const page = (name: string): string => readFileSync(new URL(`../../../../docs/checks/${name}.md`, import.meta.url), 'utf8');

interface Example {
  text: string;
  without: string[];
}

const examplesOn = (markdown: string): Example[] =>
  [...markdown.matchAll(/```avtal(?: utan="([^"]+)")?\n([\s\S]*?)\n```/g)].map(([, without, text]) => ({
    text: text!,
    without: without?.split(', ') ?? [],
  }));

/** The text in sections by heading, without its number and mark; the opening is under the empty heading. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^(?=«?## )/m);
  return new Map(parts.map((part) => [/^«?## (?:[\d.]+ )?([^\n«»]+)/.exec(part)?.[1]?.replace(/ .*20\d\d$/, '') ?? '', part.trim()]));
}

/** The faultless agreement with the example's sections in place of its own. New ones come before the signatures. */
function inAgreement({ text, without }: Example): string {
  const sections = sectionsOf(faultless.text);
  const signatures = sections.get('Underskrifter')!;
  for (const [heading, section] of sectionsOf(text)) if (section !== '') sections.set(heading, section);
  const last = sections.get('Underskrifter') ?? signatures;
  for (const heading of ['Underskrifter', ...without]) sections.delete(heading);
  return [...sections.values(), last].join('\n\n');
}

/** The text without its marks, and what they enclosed. */
function unmarked(marked: string): { text: string; marks: { start: number; end: number }[] } {
  const marks: { start: number; end: number }[] = [];
  const parts = marked.split(/[«»]/);
  let text = '';
  parts.forEach((part, index) => {
    if (index % 2 === 1) marks.push({ start: text.length, end: text.length + part.length });
    text += part;
  });
  return { text, marks };
}

const findingsIn = (text: string) => check({ doc: structure(text), reading: read(text) });

const [faultless] = examplesOn(page('README')) as [Example];

test('in the faultless agreement nothing is found', () => {
  expect(findingsIn(faultless.text).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});

describe.each(CHECKS.map(({ code, severity }) => ({ code, severity })))('$code', ({ code, severity }) => {
  const markdown = page(code);
  const [wrong, right] = examplesOn(markdown) as [Example, Example];
  const also = [...markdown.matchAll(/^Ger också: (.+)\.$/gm)].flatMap(([, codes]) => codes!.match(/[a-z-]+/g) ?? []);
  const { text, marks } = unmarked(inAgreement(wrong));

  test('finds what is marked, where it is marked', () => {
    const found = findingsIn(text).filter((finding) => finding.code === code);
    expect(found.map(({ source }) => text.slice(source.start, source.end))).toEqual(marks.map(({ start, end }) => text.slice(start, end)));
    expect(found.map(({ source: { start, end } }) => ({ start, end }))).toEqual(marks);
  });

  test('says nothing the page does not speak of', () => {
    const others = findingsIn(text).filter((finding) => finding.code !== code && !also.includes(finding.code));
    expect(others.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test('is silent when it is put right', () => {
    const found = findingsIn(unmarked(inAgreement(right)).text).filter((finding) => finding.code === code || !also.includes(finding.code));
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test('is listed with its severity', () => {
    const word = { error: 'fel', warning: 'varning', note: 'påpekande' }[severity];
    expect(markdown).toContain(`\`${code}\` · ${word}`);
    expect(page('README')).toMatch(new RegExp(`\\| \\[${code}\\]\\(${code}\\.md\\) \\| ${word} \\|`));
  });
});
