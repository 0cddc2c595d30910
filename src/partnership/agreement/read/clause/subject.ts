import type { PartyMention, PartyNames } from '../parties/names.ts';

/** One or more parties named together: "Kommunen och Föreningen", "Youngstivals medarbetare". */
export interface Subject {
  parties: string[];
  at: number;
  end: number;
  genitive: boolean;
}

const TOGETHER = /^\s*(?:\([^)]*\)\s*)?(?:,|,?\s*och|,?\s*samt|\/|&|tillsammans med|i samverkan med|i samråd med|gemensamt med|respektive)\s*(?:även\s+)?$/;

/** Parties that are named side by side are one subject; all of them together are "both". */
export function subjectsIn(text: string, names: PartyNames): Subject[] {
  const subjects: Subject[] = [];
  for (const mention of names.find(text)) {
    const last = subjects.at(-1);
    if (last && TOGETHER.test(text.slice(last.end, mention.at))) join(last, mention);
    else subjects.push({ parties: [mention.party], at: mention.at, end: mention.end, genitive: mention.genitive });
  }
  const all = new Set(names.parties.map((party) => party.name));
  for (const subject of subjects) {
    const distinct = [...new Set(subject.parties)];
    subject.parties = distinct.includes('both') || (distinct.length > 1 && distinct.length >= all.size) ? ['both'] : distinct;
  }
  return subjects;
}

function join(subject: Subject, mention: PartyMention): void {
  subject.parties.push(mention.party);
  subject.end = mention.end;
  subject.genitive = mention.genitive;
}
