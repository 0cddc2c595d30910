/** Rewrites of an agreement's text that change its layout and nothing it says: a reading may not depend on them. */

type Rewrite = (text: string) => string;

const TABLE = /\||\t|\S {3,}\S/;
const MARKED = /^\s*(?:[-–•*→]\s|\(?[a-zåäö]\)|\d{1,2}[.)]\s|#)/u;

const eachLine = (text: string, rewrite: (line: string) => string): string => text.split('\n').map(rewrite).join('\n');

/** A line of ordinary words: no table, no column, no mark. */
const isProse = (line: string): boolean => line.trim() !== '' && !TABLE.test(line) && !/^\s{3,}/.test(line);

const HEADING = /^(?:#{1,6} .*|(?:\d{1,2}\.(?:\d{1,2})?|§ ?\d{1,2}) \p{Lu}[^.:;]{2,60}|\p{Lu}{4}[\p{Lu} ]{0,50})$/u;

/** Headings that any reader would call so: Markdown's, numbered or in capitals, with an empty line before them. */
function eachHeading(text: string, rewrite: (words: string, mark: string) => string): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      if (!HEADING.test(line) || (i > 0 && lines[i - 1]!.trim() !== '') || /[.,;:]$/.test(line)) return line;
      const mark = /^#{1,6} /.exec(line)?.[0] ?? '';
      return rewrite(line.slice(mark.length), mark);
    })
    .join('\n');
}

/** A line's words on lines of at most `width` letters; `divides` also divides long words at the line's end. */
function wrapped(line: string, width: number, divides: boolean): string[] {
  if (line.length <= width || !isProse(line)) return [line];
  const lines: string[] = [];
  let open = '';
  for (const word of line.split(' ')) {
    const room = width - open.length - 1;
    if (open === '' || word.length <= room) open = open === '' ? word : `${open} ${word}`;
    else if (divides && room >= 6 && /^\p{Ll}{12,}[.,]?$/u.test(word)) {
      const cut = Math.min(room - 1, 6);
      lines.push(`${open} ${word.slice(0, cut)}-`);
      open = word.slice(cut);
    } else {
      lines.push(open);
      open = word;
    }
  }
  return [...lines, open];
}

const wrap = (text: string, width: number, divides = false): string => text.split('\n').flatMap((line) => wrapped(line, width, divides)).join('\n');

/** Every 40 lines a page ends: with a footer below it and a header on the next. */
function paged(text: string): string {
  let page = 1;
  return text
    .split('\n')
    .flatMap((line, i) => {
      if (i === 0 || i % 40 !== 0) return [line];
      page += 1;
      return ['', `Dnr KS 2024/12        Sida ${page - 1} (9)`, '\f', 'Överenskommelse om partnerskap', '', line];
    })
    .join('\n');
}

/** The lines of each paragraph on one line; lists, tables and short lines under each other stay. */
const joined: Rewrite = (text) =>
  text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => {
      const lines = paragraph.split('\n');
      return lines.every((line) => isProse(line) && !MARKED.test(line)) && lines.slice(0, -1).every((line) => line.length > 55) ? lines.join(' ') : paragraph;
    })
    .join('\n\n');

const bullets = (mark: string): Rewrite => (text) => eachLine(text, (line) => line.replace(/^(\s*)(?:[-–•*→]) (?=\S)/, `$1${mark} `));

/** Every rewrite by what it does, as a person would say it. */
export const LAYOUTS: Record<string, Rewrite> = {
  'as written': (text) => text,
  'with carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  'with no-break spaces in numbers': (text) => text.replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0'),
  'without empty lines': (text) => text.replace(/\n\s*\n/g, '\n'),
  'without Markdown': (text) => eachLine(text, (line) => line.replace(/^#{1,6} /, '').replaceAll('**', '')),
  'broken at 72 letters': (text) => wrap(text, 72),
  'broken at 90 letters': (text) => wrap(text, 90),
  'on pages, words divided': (text) => paged(wrap(text, 80, true)),
  'with paragraphs joined': joined,
  'on one line': (text) => text.replace(/\s*\n\s*/g, ' '),
  'with dots for bullets': bullets('•'),
  'with arrows for bullets': bullets('→'),
  'with stars for bullets': bullets('*'),
  'with headings in capitals': (text) => eachHeading(text, (words, mark) => mark + words.toUpperCase()),
  'with bold headings': (text) => eachHeading(text, (words) => `**${words.replaceAll('**', '')}**`),
  'with underlined headings': (text) => eachHeading(text, (words) => `${words}\n${'-'.repeat(words.length)}`),
  'without numbers on headings': (text) => eachHeading(text, (words, mark) => mark + words.replace(/^(?:\d{1,2}(?:\.\d{1,2})*\.?|§ ?\d{1,2}) /, '')),
};
