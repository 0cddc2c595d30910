import * as m from '#messages';
import type { FactKind, FactView } from '#pure/agreement';

/** Facts that belong together on the page, in the order in which they are looked at. */
export interface FactGroup {
  key: string;
  heading: () => string;
  facts: FactView[];
}

const GROUPS: { key: string; heading: () => string; kinds: FactKind[] }[] = [
  { key: 'parties', heading: m.group_parties, kinds: ['title', 'party', 'period'] },
  { key: 'money', heading: m.group_money, kinds: ['amount', 'budget'] },
  { key: 'payments', heading: m.group_payments, kinds: ['payment'] },
  { key: 'dates', heading: m.group_dates, kinds: ['deadline'] },
  { key: 'commitments', heading: m.group_commitments, kinds: ['commitment'] },
  { key: 'goals', heading: m.group_goals, kinds: ['goal', 'target-group', 'place'] },
  { key: 'governance', heading: m.group_governance, kinds: ['steering', 'notice', 'repayment', 'extension'] },
  { key: 'people', heading: m.group_people, kinds: ['contact', 'signatory'] },
];

/**
 * Every fact once: what the reader was unsure of first, the rest by what it is about. A fact stays where it stands when
 * it is decided, so that nothing moves under the hand of somebody who is working through the list.
 */
export function groupsOf(facts: FactView[]): FactGroup[] {
  const unsure = facts.filter(({ certainty }) => certainty === 'unsure');
  const rest = facts.filter(({ certainty }) => certainty !== 'unsure');
  return [
    { key: 'unsure', heading: m.group_unsure, facts: unsure },
    ...GROUPS.map(({ key, heading, kinds }) => ({ key, heading, facts: kinds.flatMap((kind) => rest.filter((fact) => fact.kind === kind)) })),
  ].filter(({ facts }) => facts.length > 0);
}

export const isDecided = ({ verdict }: FactView): boolean => verdict !== 'undecided';
