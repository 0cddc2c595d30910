import type { PlainLine } from '../plain-lines.ts';

const OPENS = /underskrift|undertecknande|undertecknas|undertecknat|signatur|signeras|signering|namnteckning|likalydande|exemplar|ort\s*(?:och|,|\/|&)\s*datum|skrivet under|för\s+(?:kommunen|föreningen|stiftelsen)$|^ort:|^datum:/i;
const CLOSES = /^(?:kontakt|bilag(?:a|or)(?:\s|$|:)|sändlista|kopia\s+till|bil\.\s?\d|appendix|budget(?:\s|$))/i;

/** The lines people sign on: from where the text speaks of signing to the end or the annexes; else what follows the last paragraph. */
export function signingLines(lines: PlainLine[]): PlainLine[] {
  const from = beginning(lines);
  if (from < 0) return [];
  const rest = lines.slice(from, from + 400);
  const to = rest.findIndex((line, i) => i > 0 && CLOSES.test(line.text) && line.text.length < 90 && !/exemplar/.test(line.text));
  return to < 0 ? rest : rest.slice(0, to);
}

/** The last place that speaks of signing with no long paragraph after it; else after the last long paragraph. */
function beginning(lines: PlainLine[]): number {
  const tail = afterLastParagraph(lines);
  let first = -1;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const { text, block } = lines[i]!;
    const isHeading = block.kind === 'heading';
    if (i < tail - 6 && !(isHeading && /^(?:parternas\s)?(?:under(?:skrift|teckn)|sign|skrivet under)/i.test(text))) continue;
    if (OPENS.test(text) && !(block.kind === 'item' || lines[i]!.cells.length > 4)) first = i;
    if (first >= 0 && isHeading && first === i) break;
  }
  if (first >= 0) return first;
  return lines.length - tail >= 2 ? tail : -1;
}

function afterLastParagraph(lines: PlainLine[]): number {
  let last = lines.length - 1;
  while (last > 0 && last > lines.length - 12 && (CLOSES.test(lines[last]!.text) || lines[last]!.text.includes('@'))) last -= 1;
  for (let i = last; i >= Math.max(0, last - 60); i -= 1) {
    const { block } = lines[i]!;
    if (block.kind === 'item' || (block.kind === 'paragraph' && block.text.length > 130 && /[.!?]$/.test(block.text) && !OPENS.test(block.text))) return i + 1;
  }
  return Math.max(0, last - 40);
}
