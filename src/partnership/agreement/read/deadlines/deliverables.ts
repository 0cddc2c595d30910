import type { Deadline } from '../../model.ts';
import type { ReadingContext } from '../context.ts';
import type { Block, Section } from '../document.ts';
import { measuresIn } from '../goals/measure.ts';
import { spanOf } from '../span.ts';
import { dayOfRelative, whensIn, type When } from '../when.ts';

const ACTOR = /styrgrupp|ledningsgrupp|samverkansgrupp|arbetsgrupp|parterna/i;
const MADE = /(?<!\p{L})ha (?:\S+ ){0,3}?\p{L}+(?:at|it|ts|tts|ats|its)(?!\p{L})/u;

/** A goal that is a piece of work of a group's, under "Vid slutet av perioden ska:", is due on that day. */
export function deliverablesIn(section: Section, ctx: ReadingContext): Deadline[] {
  let lead = section.heading ? endIn(section.heading) : null;
  return section.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') {
      lead = endIn(block);
      return [];
    }
    const day = lead?.relative ? dayOfRelative(lead.relative, ctx.period) : null;
    if (!day || block.kind !== 'item' || !isWork(block)) return [];
    return [{ ...day, recurrence: null, relative: lead!.relative, what: block.text.replace(/[.,;]$/, ''), responsible: null, certainty: 'likely' as const, source: spanOf(block) }];
  });
}

/** The distance from the agreement's end that a line before a list tells. */
const endIn = (block: Block): When | null => (/:$|\bska$/.test(block.text) ? (whensIn(block.text).find((when) => when.relative !== null) ?? null) : null);

const isWork = (block: Block): boolean => ACTOR.test(block.text) && MADE.test(block.text) && measuresIn(block.text).length === 0;
