import type { Steering } from '../../model.ts';
import type { ReadingContext } from '../context.ts';
import type { Block, Section } from '../document.ts';
import { maySay } from '../may-say.ts';
import { peopleIn } from '../people.ts';
import { spanOf } from '../span.ts';
import { topicsOf } from '../topic.ts';

type Member = Steering['members'][number];

const SEATED = /styrgrupp|ledningsgrupp|samverkansgrupp|partnerskapsgrupp|partnerskapsråd|samordningsgrupp|\bingår\b|ledamöter|ledamot|ordinarie|representera/i;
const CONTACT = /kontakt|e-post|telefon|@|föredrag|protokoll|underteckna/i;

/** Who sits in the group, each with the party whose name stands beside or above. */
export function membersOf(ctx: ReadingContext): Member[] {
  const topics = topicsOf(ctx.doc);
  const found: Member[] = [];
  const maySeat = maySay(ctx.doc, SEATED);
  const isSeated = (block: Block) => maySeat(block) && SEATED.test(block.text);
  let isInside = false;
  ctx.doc.sections.forEach((section, at) => {
    const isPartyOnly = section.heading !== null && ctx.parties.named(section.heading.text.trim()) !== null;
    isInside = topics[at] === 'steering' || (isInside && isPartyOnly);
    if (topics[at] === 'signatures' || topics[at] === 'contacts' || topics[at] === 'background') return;
    if (isInside || section.blocks.some(isSeated)) found.push(...membersIn(section, isInside, isSeated, ctx));
  });
  return [...new Map(found.map((member) => [member.name.toLowerCase(), member])).values()];
}

function membersIn(section: Section, isWhole: boolean, isSeated: (block: Block) => boolean, ctx: ReadingContext): Member[] {
  let above: string | null = section.heading ? (ctx.parties.named(section.heading.text.trim()) ?? null) : null;
  return section.blocks.flatMap((block) => {
    const alone = ctx.parties.named(block.text.replace(/:$/, '').trim());
    if (alone) {
      above = alone;
      return [];
    }
    if (!isWhole && !isSeated(block)) return [];
    return CONTACT.test(block.text) ? [] : membersInBlock(block, above, ctx);
  });
}

/** Names of a block; a party in brackets after a name, or named before it, is whom the member stands for. */
function membersInBlock(block: Block, above: string | null, ctx: ReadingContext): Member[] {
  const mentions = ctx.parties.find(block.text).filter((mention) => mention.party !== 'both');
  return peopleIn(block.text, ctx.parties).map((person) => {
    const bracketed = mentions.find((mention) => mention.at >= person.end && mention.at - person.end < 60 && /^[^.;]*?\((?:[^)]*, ?)?$|^, (?:[^,.;()]{2,40}, )?$/.test(block.text.slice(person.end, mention.at)));
    const before = mentions.findLast((mention) => mention.end <= person.at);
    return { name: person.name, party: bracketed?.party ?? before?.party ?? above, source: spanOf(block, person.at, person.end) };
  });
}
