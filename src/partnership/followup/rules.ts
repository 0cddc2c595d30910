import type { CaseSeries, Content, PublicRecord, Registration, Submission } from './model.ts';

/** A party as far as its documents are concerned. */
interface KeepingParty {
  id: string;
  name: string;
  sector: 'public' | 'civil' | null;
}

/**
 * At which parties a submission is an official document. At a public party that received it, from the moment it came in; at
 * one that wrote it, from the moment it was sent out.
 * @lagrum Tryckfrihetsförordningen 2 kap. 9–10 §§
 */
export const recordsOf = (submission: Submission, parties: KeepingParty[], registrations: Registration[]): PublicRecord[] =>
  parties
    .filter(({ sector }) => sector === 'public')
    .map(({ id, name }) => ({
      organisation: { id, name },
      how: id === submission.organisation.id ? 'drawn-up' : 'received',
      since: submission.handedInAt,
      registration: registrations.find(({ submissionId, organisationId }) => submissionId === submission.id && organisationId === id) ?? null,
    }));

/** What is missing before a draft can be handed in, by field: a name, and something to read. */
export const lackingIn = ({ title, body, files }: Pick<Content, 'title' | 'body' | 'files'>): ('title' | 'body')[] => [
  ...(title === '' ? (['title'] as const) : []),
  ...(body.trim() === '' && files.length === 0 ? (['body'] as const) : []),
];

/** True of a number that the series has still to give: a registrar who typed it would see it given again. */
export function isStillToBeDrawn(caseNumber: string, { prefix, year, next }: CaseSeries): boolean {
  const match = /^(.+) (\d{4})\/(\d+)$/.exec(caseNumber);
  if (!match || match[1].toLowerCase() !== prefix.toLowerCase()) return false;
  const itsYear = Number(match[2]);
  return itsYear > year || (itsYear === year && Number(match[3]) >= next);
}
