import type { Party } from '../../model.ts';
import type { AgreementDocument } from '../document.ts';
import { matchesIn } from '../lex/matches.ts';
import { remembered } from '../remembered.ts';
import { aliasesOf, type Alias } from './aliases.ts';
import { foldedName } from './merging.ts';

/** A place in a text where a party is named: by name, by alias ("Föreningen"), by unit, or all of them ("Parterna"). */
export interface PartyMention {
  at: number;
  /** After the genitive's ending, where it has one. */
  end: number;
  /** The party's name as in `Reading.parties`, or "both" when all parties are meant. */
  party: string;
  /** The unit that was named, when it was a unit. */
  unit: string | null;
  /** "Kommunens", "Matbankens": the possessive form. */
  genitive: boolean;
}

/** What the parties are called throughout an agreement. */
export interface PartyNames {
  parties: Party[];
  /** Every mention in the text, left to right, never overlapping. */
  find(text: string): PartyMention[];
  /** The party that the whole phrase names, possessive or not; "both" for all of them; null when it names none. */
  named(phrase: string): string | null;
}

const ALL =
  '(?:samtliga|alla|båda|bägge|de båda|respektive|vardera|varje|medverkande|ingående|de|var och en av|ömsesidigt|de samverkande|samverkande|deltagande)\\s+(?:avtals|samverkans)?part(?:er(?:na)?|en|ners?|nerna)?s?|(?:avtals|samverkans)?parterna(?:s)?|partnerna(?:s)?|samverkansparterna(?:s)?|part\\s+och\\s+part';

/** The parties' names, aliases and kinds, found in any text of the agreement. */
export function partyNames(parties: Party[], doc: AgreementDocument): PartyNames {
  const aliases = aliasesOf(parties, doc);
  const byWords = new Map<string, Alias>(aliases.map((alias) => [foldedName(alias.words), alias]));
  const pattern = patternOf(aliases.map((alias) => alias.words));
  const find = remembered((text: string): PartyMention[] => {
    const mentions: PartyMention[] = [];
    for (const match of matchesIn(pattern, text)) {
      const [all, phrase, ending, everyone] = match as unknown as [string, string | undefined, string | undefined, string | undefined];
      const place = { at: match.index, end: match.index + all.length };
      if (everyone !== undefined) mentions.push({ ...place, party: 'both', unit: null, genitive: everyone.endsWith('nas') });
      else {
        const alias = byWords.get(foldedName(phrase!));
        if (!alias || (alias.exactCase && phrase !== alias.words)) continue;
        mentions.push({ ...place, party: alias.party, unit: alias.unit, genitive: ending !== '' });
      }
    }
    return mentions;
  });
  return { parties, find, named: (phrase) => wholeName(phrase, find) };
}

/** One pattern for all aliases, longest first, so that a text is searched once. */
function patternOf(words: string[]): RegExp {
  const phrases = [...new Set(words)].sort((a, b) => b.length - a.length).map((phrase) => escape(phrase).replace(/ /g, '\\s+'));
  const named = phrases.length > 0 ? `(${phrases.join('|')})(:?s|)` : '((?!))(s|)';
  return new RegExp(`(?<![\\p{L}\\d@_-]|\\.(?=\\p{L}))(?:${named}|(${ALL}))(?![\\p{L}\\d@]|-\\p{Ll}|\\.\\p{Ll}{2,3}(?!\\p{L}))`, 'giu');
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function wholeName(phrase: string, find: (text: string) => PartyMention[]): string | null {
  const words = phrase.trim().replace(/[:.,]+$/, '');
  const mentions = find(words);
  const parties = new Set(mentions.map((mention) => mention.party));
  const [first] = mentions;
  if (!first || parties.size !== 1 || first.at !== 0) return null;
  return /^[\s,/()&–-]*$/.test(words.slice(first.end).replace(/\s(?:och|samt)\s/g, ' ')) || mentions.at(-1)!.end === words.length ? first.party : null;
}
