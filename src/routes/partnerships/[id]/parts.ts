import * as m from '#messages';
import type { PageData } from './$types';

/** The parts of the page that have something in them, for its menu. */
export function partsOf({ facts, terms, people, findings }: PageData): { id: string; words: () => string }[] {
  const has = (...kinds: string[]) => facts.some(({ kind }) => kinds.includes(kind));
  return [
    { id: 'duties', words: m.part_duties, shown: true },
    { id: 'commitments', words: m.part_commitments, shown: has('commitment') },
    { id: 'goals', words: m.part_goals, shown: has('goal') },
    { id: 'money', words: m.part_money, shown: terms !== null && terms.payments.length + terms.budget.length > 0 },
    { id: 'contacts', words: m.part_contacts, shown: people.contacts.length > 0 || has('signatory') },
    { id: 'findings', words: m.part_findings, shown: findings.length > 0 },
    { id: 'document', words: m.part_document, shown: true },
  ].filter(({ shown }) => shown);
}
