import type { TextSpan } from '#kernel/text-span.ts';
import type { AgreementDocument, Block } from './document.ts';
import { spanOf } from './span.ts';

const KIND = /överenskommelse|partnerskap|(?<!\p{L})IOP(?!\p{L})|avtal|samverkan|avsiktsförklaring|samarbete/iu;
const NOT_TITLE = /^(?:dnr|diarienr|diarienummer|ärende|datum|sida|version|antagen|bilaga|\d|ks\s|handläggare|org)/i;

/** What the agreement is called: its first lines, with "mellan X och Y" where that follows. Null when nothing there is a title. */
export function readTitle(doc: AgreementDocument): { title: string; source: TextSpan } | null {
  const first = doc.blocks.filter((block) => block.kind !== 'furniture').slice(0, 14);
  const at = first.findIndex((block) => block.text.length <= 200 && KIND.test(block.text) && !NOT_TITLE.test(block.text) && !/[.;]$/.test(block.text));
  if (at < 0) return heading(first[0]);
  const parts = [first[at]!];
  for (const next of first.slice(at + 1, at + 12)) {
    const words = parts.map((part) => part.text).join(' ');
    const isNamingParties = /^mellan(?:\s|$)/i.test(next.text) || /(?:^|\s)mellan$/i.test(words) || /(?:^|\s)(?:och|samt)$/i.test(words) || (/(?:^|\s)mellan(?:\s|$)/i.test(words) && /^(?:och|samt)(?:\s|$)/i.test(next.text));
    const isKindAlone = parts.length === 1 && /^\p{L}+$/u.test(words) && KIND.test(next.text) && !NOT_TITLE.test(next.text);
    if (!(isNamingParties || isKindAlone) || next.text.length > 160 || next.text.endsWith('.')) break;
    parts.push(next);
  }
  const title = parts.map((part) => part.text).join(' ');
  if (title.length > 300) return null;
  const [start, end] = [spanOf(parts[0]!), spanOf(parts.at(-1)!)];
  return { title, source: { start: start.start, end: end.end, line: start.line } };
}

const heading = (block: Block | undefined): { title: string; source: TextSpan } | null =>
  block && block.kind === 'heading' && block.text.length > 0 && block.text.length <= 150 ? { title: block.text, source: spanOf(block) } : null;
