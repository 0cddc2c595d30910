import type { FactKind } from './facts.ts';

/** Fields of facts in which a person writes freely, dotted. Contact persons and signatories are named on purpose: they are none. */
const FREE: Partial<Record<FactKind, readonly string[]>> = {
  title: ['text'],
  amount: ['what', 'per'],
  budget: ['label'],
  payment: ['payer', 'payee'],
  deadline: ['what', 'responsible'],
  commitment: ['text'],
  goal: ['text', 'unit', 'share.of', 'share.at'],
  steering: ['frequency'],
  notice: ['when'],
  repayment: ['who', 'when', 'text'],
  extension: ['text', 'steps'],
  place: ['name'],
  'target-group': ['text'],
};

/** What stands in a fact's free fields in somebody's own words, by field: words of the agreement's text are the agreement's own, and what stood there before is not theirs. */
export function ownWords({ kind, value, before = {} }: { kind: FactKind; value: Record<string, unknown>; before?: Record<string, unknown> }, agreementText: string): Record<string, string> {
  const text = bare(agreementText);
  const written = (FREE[kind] ?? []).map((path) => [path, wordsAt(value, path)] as const);
  return Object.fromEntries(written.filter(([path, words]) => words !== wordsAt(before, path) && !text.includes(bare(words))));
}

/** The names of the parties: of organisations, not of private persons. */
export const partyNames = (facts: { kind: FactKind; value: Record<string, unknown> }[]): string[] =>
  facts.flatMap(({ kind, value }) => (kind === 'party' && typeof value.name === 'string' ? [value.name] : []));

/** A field's words; a list has one step a line, as its form shows it. */
function wordsAt(value: Record<string, unknown>, path: string): string {
  const leaf = path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);
  if (Array.isArray(leaf)) return leaf.map(({ what }: { what: string }) => what).join('\n');
  return typeof leaf === 'string' ? leaf : '';
}

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
