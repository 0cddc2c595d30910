import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMention, literally, type Passage } from './passages.ts';

/** A party's name is written with capitals in one place and without in another. */
export const partyNameVaries: Check<{ name: string; variant: string; count: number }> = {
  code: 'party-name-varies',
  severity: 'note',
  say: m.check_party_name_varies,
  find: ({ doc, reading }) =>
    [...new Set(reading.parties.map(({ name }) => name))].flatMap((name) => {
      const variants = everyMention(doc, name, anyCase(name)).filter((passage) => differs(passage, name));
      const [first] = variants;
      if (!first) return [];
      return [{ span: first.span, facts: { name, variant: first.match[0], count: variants.length } }];
    }),
};

const anyCase = (name: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}@/.:])${literally(name)}(?=s?(?![\\p{L}\\p{N}]))`, 'giu');

/** Headings in capitals are typography, and a capital may open a sentence. */
function differs({ block, match }: Passage, name: string): boolean {
  const [written] = match;
  if (written === name || written === written.toUpperCase() || name === name.toUpperCase()) return false;
  return !(match.index === 0 && block.text.slice(1, name.length) === name.slice(1));
}
