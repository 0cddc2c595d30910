import * as m from '#messages';
import type { KitItem } from './model.ts';
import { kitName } from './words.ts';

const SWEDISH = { locale: 'sv' } as const;

interface Late {
  group: string;
  things: (Pick<KitItem, 'kind' | 'number'> & { dueOn: string })[];
  /** Null where the house does not know how people reach it. */
  address: string | null;
}

/** The letter to a group's leaders about what should have been back: the things and their days, and nobody's name. */
export const kitLetter = ({ group, things, address }: Late): { subject: string; text: string } => ({
  subject: m.kit_letter_subject({ count: things.length, group }, SWEDISH),
  text: [
    m.kit_letter_late({ group }, SWEDISH),
    things.map((thing) => m.kit_letter_thing({ name: kitName(thing, SWEDISH), day: thing.dueOn }, SWEDISH)).join('\n'),
    ...(address ? [m.walks_letter_where({ address }, SWEDISH)] : []),
  ].join('\n\n'),
});
