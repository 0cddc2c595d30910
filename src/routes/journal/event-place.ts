import type { HistoryEntry } from '#platform/journal/history.ts';

/** The path to what an entry is about: the fact, the duty, the part of the partnership's page. Null where it has no page. */
export function eventPlace({ what, agreementId, facts }: Pick<HistoryEntry, 'what' | 'agreementId' | 'facts'>): string | null {
  if (agreementId === null) return null;
  const [room] = what.split('.');
  const partnership = `/partnerships/${agreementId}`;
  if (room === 'agreement') return `${partnership}/agreement${typeof facts.factId === 'string' ? `#fact-${facts.factId}` : ''}`;
  if (room === 'commitments') return `${partnership}#${typeof facts.dutyId === 'string' ? `duty-${facts.dutyId}` : 'duties'}`;
  return Object.hasOwn(PARTS, room) ? partnership + PARTS[room] : null;
}

const PARTS: Record<string, string> = { money: '#money', people: '#contacts' };
