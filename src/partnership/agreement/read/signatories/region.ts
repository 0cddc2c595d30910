import type { PlainLine } from '../plain-lines.ts';

const OPENS = /underskrift|undertecknande|undertecknas|undertecknat|signatur|signeras|signering|namnteckning|likalydande|exemplar|ort\s*(?:och|,|\/|&)\s*datum|för\s+(?:kommunen|föreningen|stiftelsen)$|^ort:|^datum:/i;
const CLOSES = /^(?:bilag(?:a|or)(?:\s|$|:)|sändlista|kopia\s+till|kontaktperson|kontaktuppgift|bil\.\s?\d|appendix|budget(?:\s|$))/i;

/** The lines people sign on: from where the text speaks of signing to the end or the annexes; else what follows the last paragraph. */
export function signingLines(lines: PlainLine[]): PlainLine[] {
  const from = beginning(lines);
  if (from < 0) return [];
  const rest = lines.slice(from, from + 400);
  const to = rest.findIndex((line, i) => i > 0 && CLOSES.test(line.text) && line.text.length < 90 && !/exemplar/.test(line.text));
  return to < 0 ? rest : rest.slice(0, to);
}

function beginning(lines: PlainLine[]): number {
  let last = -1;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    if (!OPENS.test(lines[i]!.text) || (lines[i]!.block.kind === 'row' && lines[i]!.cells.length > 3)) continue;
    if (last >= 0 && last - i > 14) break;
    last = i;
  }
  if (last >= 0 && (lines.length - last <= 80 || lines[last]!.block.kind === 'heading')) return last;
  const paragraph = lines.findLastIndex((line) => line.text.length > 120 || line.block.kind === 'item' || /^bilaga/i.test(line.text));
  const tail = Math.max(paragraph + 1, lines.length - 40);
  return lines.length - tail >= 2 ? tail : -1;
}
