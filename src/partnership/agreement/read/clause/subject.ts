import { matchesIn } from '../lex/matches.ts';
import { withoutOverlap } from '../lex/overlap.ts';
import { NO_ONE } from './roles.ts';
import { remembered } from '../remembered.ts';
import type { PartyMention, PartyNames } from '../parties/names.ts';

/** One or more parties named together: "Kommunen och Föreningen", "Youngstivals medarbetare". */
export interface Subject {
  parties: string[];
  at: number;
  end: number;
  genitive: boolean;
}

const TOGETHER = /^\s*(?:\([^)]*\)\s*)?(?:,|,?\s*och|,?\s*samt|\/|&|tillsammans med|i samverkan med|i samråd med|gemensamt med|respektive)\s*(?:(?:även|dess|deras|sina)\s+)?$/;

/** "Kommunens samordnare och föreningens ordförande": the word between two genitives. */
const EACH_ITS = /^\s[\p{L}-]+(?:\s[\p{L}-]+)?\s(?:och|samt)\s$/u;

/** All parties without a name: "alla medverkande partner", "vi". */
const EVERYONE = /(?<!\p{L})(?:(?:alla|samtliga|båda|bägge|respektive|vardera|varje|medverkande)\s+(?:["”][^"”]{2,30}["”]\s|\p{L}+de\s)?part(?:er(?:na)?|ners?|en)?|(?:vi )?alla (?:två|tre|fyra|fem|sex)|(?<=^|[.:;]\s)(?:båda|bägge|alla (?:två|tre|fyra|fem|sex))(?=\s\p{Ll}+r\s)|vi)(?!\p{L})/giu;

/** Parties that are named side by side are one subject; all of them together are "both", some but not all of them nobody in particular. */
export const subjectsIn = (text: string, names: PartyNames): readonly Subject[] => reader(names)(text);

const reader = remembered((names: PartyNames) => {
  const all = new Set(names.parties.map((party) => party.name)).size;
  return remembered((text: string) => readSubjects(text, names, all));
});

function readSubjects(text: string, names: PartyNames, all: number): Subject[] {
  const subjects: Subject[] = [];
  for (const mention of withoutOverlap([...names.find(text), ...everyoneIn(text)])) {
    const last = subjects.at(-1);
    if (last && !last.genitive && last.parties.at(-1) === mention.party && text.slice(last.end, mention.at) === ' ') join(last, mention);
    else if (last?.genitive && mention.genitive && EACH_ITS.test(text.slice(last.end, mention.at))) join(last, mention);
    else if (last && TOGETHER.test(text.slice(last.end, mention.at))) join(last, mention);
    else subjects.push({ parties: [mention.party], at: mention.at, end: mention.end, genitive: mention.genitive });
  }
  for (const subject of subjects) {
    const distinct = [...new Set(subject.parties)].filter((party) => party !== NO_ONE);
    subject.parties = distinct.includes('both') || (distinct.length > 1 && distinct.length >= all) ? ['both'] : distinct.length === 1 ? distinct : [];
  }
  return subjects;
}

const everyoneIn = (text: string): PartyMention[] =>
  matchesIn(EVERYONE, text).map((match) => ({ at: match.index, end: match.index + match[0].length, party: 'both', unit: null, genitive: false }));

function join(subject: Subject, mention: PartyMention): void {
  subject.parties.push(mention.party);
  subject.end = mention.end;
  subject.genitive = mention.genitive;
}
