import { SUBMISSION_KINDS, type SubmissionKind } from '#pure/followup';

/** What the list is narrowed to by its address: one kind, one organisation, or neither. A word we do not know narrows nothing. */
export function filterFrom(url: URL): { kinds?: SubmissionKind[]; organisationId?: string } {
  const kind = SUBMISSION_KINDS.find((known) => known === url.searchParams.get('kind'));
  return { kinds: kind && [kind], organisationId: url.searchParams.get('from') ?? undefined };
}

/** The query of the list with one of its choices changed, as `?kind=final-report&from=…`; empty where nothing is narrowed. */
export function queryWith(now: { kind: string | null; from: string | null }, change: Partial<{ kind: string | null; from: string | null }>): string {
  const chosen = Object.entries({ ...now, ...change }).filter((entry): entry is [string, string] => entry[1] !== null);
  return chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : '';
}
