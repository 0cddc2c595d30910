import type { TextSpan } from '#kernel/text-span.ts';
import type { AgreementDocument, Block } from './document.ts';
import { isOrganisationName, isUnitName } from './parties/organisations.ts';
import { spanOf } from './span.ts';
import { beginsAsHeading, isSectionName } from './structure/heading-words.ts';

const KIND = /överenskommelse|partnerskap|(?<!\p{L})IOP(?!\p{L})|avtal|samverkan|avsiktsförklaring|samarbete/iu;
const NOT_TITLE = /^(?:dnr|diarienr|diarienummer|ärende|datum|sida|version|antagen|bilaga|\d|ks\s|handläggare|org|mellan(?:\s|$)|och$|parter)/i;
const KIND_ALONE = /^(?:(?:lokalt|lokal|idéburet|idéburen|offentligt|offentlig|avtal|överenskommelse|(?:lokalt\s)?partnerskap\p{Ll}*|samverkansavtal|samarbetsavtal|samverkan|om|iop|\(iop\)|[–-])\s*)+$/iu;
const CASE_NUMBER = /[\s,.;–-]*(?:(?:kommunens|vårt|regionens)\s+)?(?:(?:diarienummer|diarienr|dnr|ärendenr|ärende)\.?:?\s*\S.*|\p{Lu}{2,4}\s?\d{4}[/:-]\d+.*)$/iu;

/** What the agreement is called: its own name where one stands first, else its kind with "mellan X och Y" where that follows. A case number is no part of it. */
export function readTitle(doc: AgreementDocument): { title: string; source: TextSpan } | null {
  const first = doc.blocks.filter((block) => block.kind !== 'furniture').slice(0, 14);
  const at = first.findIndex((block, i) => block.text.length <= 200 && KIND.test(block.text) && !NOT_TITLE.test(block.text) && !isLetterhead(block) && (!/[.;]$/.test(block.text) || block.kind === 'heading' || (i === 0 && block.text.length <= 120)));
  if (at < 0) return first[0]?.kind === 'heading' && isOwnName(first[0]) ? titled([first[0]]) : null;
  const own = first.slice(0, at).find(isOwnName);
  return titled(own ? [own] : withWhatFollows(first.slice(at)));
}

/** Several lines under an organisation's name. */
const isLetterhead = (block: Block): boolean => block.lines.length > 1 && isOrganisationName(block.lines[0]!.text);

/** "Trygga helger i Ekmora": a line at the head that is no letterhead, address or case number. */
const isOwnName = ({ text: written, kind }: Block): boolean => {
  const text = written.replace(CASE_NUMBER, '');
  return kind !== 'row' && kind !== 'item' && text.length >= 4 && text.length <= 120 && /^[\p{Lu}"”“'«]/u.test(text) && !/[.:;]$|\d{5}|\d{3}\s?\d{2}\s|@/.test(text) && !NOT_TITLE.test(text) && !isOrganisationName(text) && !isUnitName(text);
};

/** The kind of agreement goes on with the names of the parties, on the same line or on lines of their own. */
function withWhatFollows(blocks: Block[]): Block[] {
  const parts = [blocks[0]!];
  for (const next of blocks.slice(1, 12)) {
    const words = parts.map((part) => part.text).join(' ');
    const namesParties = /^mellan(?:\s(?!vilka)|$)/i.test(next.text) || /(?:^|\s)(?:mellan|och|samt)$/i.test(words) || (/(?:^|\s)mellan(?:\s|$)/i.test(words) && /^(?:och|samt)(?:\s|$)/i.test(next.text));
    const isName = parts.length === 1 && KIND_ALONE.test(words) && (/^om\s/.test(next.text) || isOwnName(next)) && !isSectionName(next.text) && !(next.kind === 'heading' && beginsAsHeading(next.text));
    if (!(namesParties || isName) || next.text.length > 160 || next.text.endsWith('.') || /\d{6}/.test(next.text)) break;
    parts.push(next);
  }
  return parts;
}

function titled(parts: Block[]): { title: string; source: TextSpan } | null {
  const whole = parts.map((part) => part.text).join(' ');
  const title = whole.replace(CASE_NUMBER, '').replace(/(?:\s+mellan)?[\s.–-]+$|\s+mellan$/i, '');
  if (title === '' || title.length > 300) return null;
  const last = parts.at(-1)!;
  const [start, end] = [spanOf(parts[0]!), spanOf(last, 0, Math.max(1, last.text.length - (whole.length - title.length)))];
  return { title, source: { start: start.start, end: Math.max(end.end, start.start), line: start.line } };
}
