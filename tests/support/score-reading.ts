import type { Reading } from '../../src/partnership/agreement/model.ts';

/** Facts of an agreement as a person wrote them down from the text; what a reading is measured against. */
export interface Gold {
  parties?: { name?: string | null; orgnr?: string | null; unit?: string | null }[];
  period?: { start?: string | null; end?: string | null; start_precision?: string; end_precision?: string } | null;
  amounts_sek?: { amount: number | null }[];
  payments?: { date?: string | null; date_or_condition?: string | null; amount?: number | null; trigger?: string | null }[];
  budget_lines?: { label: string; amount: number | null }[];
  deadlines?: { date?: string | null; precision?: string }[];
  commitments?: { party?: string | null; text: string }[];
  goals?: { target?: number | string | null }[];
  contacts?: { name?: string | null; email?: string | null }[];
  signatories?: { name?: string | null }[];
  steering?: { frequency?: string | null; unanimity?: boolean | null } | null;
  notice_period?: string | null;
  repayment?: boolean;
}

/** How many facts the gold has, the reading has, and both have. */
export interface Tally {
  gold: number;
  read: number;
  hit: number;
}

export interface Difference {
  field: string;
  kind: 'missed' | 'invented';
  fact: unknown;
}

export interface Score {
  fields: Map<string, Tally>;
  party: { right: number; judged: number };
  differences: Difference[];
}

type Comparison = [field: string, gold: unknown[], read: unknown[], alike: (gold: never, read: never) => number, least: number];

const fold = (value: unknown): string => String(value ?? '').toLowerCase().replace(/[’'"”“!]/g, '').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();
const digits = (value: unknown): string => String(value ?? '').replace(/\D/g, '');
const longWords = (value: unknown): Set<string> => new Set(fold(value).match(/[a-zåäöé0-9]{3,}/g) ?? []);

/** 0 to 1: shared words over all words, or nine tenths of how much of the shorter text the longer one holds. */
export function likeness(a: unknown, b: unknown): number {
  const [one, other] = [longWords(a), longWords(b)];
  const shorter = Math.min(one.size, other.size);
  if (shorter === 0) return 0;
  const both = [...one].filter((word) => other.has(word)).length;
  const jaccard = both / (one.size + other.size - both);
  return shorter >= 4 ? Math.max(jaccard, (both / shorter) * 0.9) : jaccard;
}

/** Scores one reading against its gold, field by field; each gold fact is paired with at most one read fact, likest first. */
export function scoreReading(reading: Reading, gold: Gold): Score {
  const score: Score = { fields: new Map(), party: { right: 0, judged: 0 }, differences: [] };
  for (const [field, want, got, alike, least] of comparisons(reading, gold)) {
    const pairs = paired(want, got, alike, least);
    score.fields.set(field, { gold: want.length, read: got.length, hit: pairs.size });
    want.forEach((fact, i) => !pairs.has(i) && score.differences.push({ field, kind: 'missed', fact }));
    const used = new Set(pairs.values());
    got.forEach((fact, j) => !used.has(j) && score.differences.push({ field, kind: 'invented', fact }));
    if (field === 'commitments') judgeParties(pairs, want as { party?: string | null }[], got as Reading['commitments'], score);
  }
  return score;
}

function judgeParties(pairs: Map<number, number>, want: { party?: string | null }[], got: Reading['commitments'], score: Score): void {
  for (const [i, j] of pairs) {
    if (want[i]!.party == null) continue;
    const [right, read] = [fold(want[i]!.party), fold(got[j]!.party)];
    score.party.judged += 1;
    if (read === right || (right !== 'both' && read !== '' && (read.includes(right) || right.includes(read)))) score.party.right += 1;
  }
}

function paired(want: unknown[], got: unknown[], alike: (gold: never, read: never) => number, least: number): Map<number, number> {
  const options = want.flatMap((gold, i) => got.map((read, j) => ({ i, j, worth: alike(gold as never, read as never) })));
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of options.filter(({ worth }) => worth >= least).sort((a, b) => b.worth - a.worth)) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return pairs;
}

interface When {
  date?: string | null;
  precision?: string | null;
}

const known = ({ date, precision }: When): string => (date ? date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10) : '');

/** Dates agree as far as the less exact of the two goes, but not on the year alone unless both are years. */
function sameDate(a: When, b: When): number {
  const [x, y] = [known(a), known(b)];
  const shared = Math.min(x.length, y.length);
  if (shared === 0) return 0;
  return x === y || (shared >= 7 && x.slice(0, shared) === y.slice(0, shared)) ? 1 : 0;
}

const equal = (a: unknown, b: unknown): number => (a === b ? 1 : 0);
const once = <T>(values: T[]): T[] => [...new Set(values)];
const numbers = (values: unknown[]): number[] => values.filter((value) => typeof value === 'number');

function comparisons(reading: Reading, gold: Gold): Comparison[] {
  const parties = (gold.parties ?? []).filter((party) => party.name);
  const persons = <T extends { name?: string | null }>(all: T[]): T[] => [...new Map(all.map((party) => [fold(party.name), party])).values()];
  const bound = (date: string | null | undefined, precision: string | undefined): When[] => (date ? [{ date, precision: precision ?? 'day' }] : []);
  const noticeMonths = /\d+/.exec(gold.notice_period ?? '');
  const sameText = (a: { name?: string | null }, b: { name?: string | null }): number => equal(fold(a.name), fold(b.name));
  return [
    ['party names', persons(parties), persons(reading.parties), (a: { name: string }, b: { name: string }) => (fold(a.name).includes(fold(b.name)) || fold(b.name).includes(fold(a.name)) ? 1 : 0), 1],
    ['org numbers', once(parties.map((party) => digits(party.orgnr)).filter(Boolean)), once(reading.parties.map((party) => digits(party.orgNumber)).filter(Boolean)), equal, 1],
    ['party units', parties.filter((party) => party.unit), reading.parties.filter((party) => party.unit), (a: { unit: string }, b: { unit: string }) => likeness(a.unit, b.unit), 0.3],
    ['period start', bound(gold.period?.start, gold.period?.start_precision), reading.period?.start ? [reading.period.start] : [], sameDate, 1],
    ['period end', bound(gold.period?.end, gold.period?.end_precision), reading.period?.end ? [reading.period.end] : [], sameDate, 1],
    ['amounts', once(numbers((gold.amounts_sek ?? []).map((one) => one.amount))), once(reading.amounts.map((one) => one.sek)), equal, 1],
    ['payments', gold.payments ?? [], reading.payments, samePayment, 1],
    ['budget lines', (gold.budget_lines ?? []).filter((line) => line.amount != null), reading.budget, (a: { label: string; amount: number }, b: { label: string; sek: number }) => (Math.abs(a.amount) === Math.abs(b.sek) && likeness(a.label, b.label) >= 0.2 ? 1 : 0), 1],
    ['deadlines', (gold.deadlines ?? []).filter((one) => one.date), reading.deadlines.filter((one) => one.date), sameDate, 1],
    ['commitments', gold.commitments ?? [], reading.commitments, (a: { text: string }, b: { text: string }) => likeness(a.text, b.text), 0.5],
    ['numeric goals', numbers((gold.goals ?? []).map((goal) => goal.target)), numbers(reading.goals.map((goal) => goal.target)), equal, 1],
    ['contact names', (gold.contacts ?? []).filter((one) => one.name), reading.contacts.filter((one) => one.name), sameText, 1],
    ['contact emails', (gold.contacts ?? []).filter((one) => one.email), reading.contacts.filter((one) => one.email), (a: { email: string }, b: { email: string }) => equal(fold(a.email), fold(b.email)), 1],
    ['signatories', (gold.signatories ?? []).filter((one) => one.name), reading.signatories, sameText, 1],
    ['steering frequency', gold.steering?.frequency ? [1] : [], reading.steering?.frequency ? [1] : [], equal, 1],
    ['unanimity', gold.steering?.unanimity == null ? [] : [gold.steering.unanimity], reading.steering?.unanimity == null ? [] : [reading.steering.unanimity], equal, 1],
    ['notice', noticeMonths ? [Number(noticeMonths[0])] : [], reading.notice?.months == null ? [] : [reading.notice.months], equal, 1],
    ['repayment clause', gold.repayment ? [1] : [], reading.repayment ? [1] : [], equal, 1],
  ] as Comparison[];
}

function samePayment(gold: NonNullable<Gold['payments']>[number], read: Reading['payments'][number]): number {
  if ((gold.amount ?? null) !== (read.sek ?? null)) return 0;
  const date = gold.date ?? (/^\d{4}-/.test(gold.date_or_condition ?? '') ? gold.date_or_condition! : null);
  if (date) return equal(date, read.due.date);
  return gold.trigger ? equal(gold.trigger, read.due.event) : 1;
}

/** Sums of several agreements' scores. */
export function together(scores: Score[]): Score {
  const sum: Score = { fields: new Map(), party: { right: 0, judged: 0 }, differences: [] };
  for (const { fields, party, differences } of scores) {
    for (const [field, tally] of fields) {
      const so = sum.fields.get(field) ?? { gold: 0, read: 0, hit: 0 };
      sum.fields.set(field, { gold: so.gold + tally.gold, read: so.read + tally.read, hit: so.hit + tally.hit });
    }
    sum.party.right += party.right;
    sum.party.judged += party.judged;
    sum.differences.push(...differences);
  }
  return sum;
}

export const recall = ({ gold, hit }: Tally): number | null => (gold > 0 ? hit / gold : null);
export const precision = ({ read, hit }: Tally): number | null => (read > 0 ? hit / read : null);

/** Harmonic mean of recall and precision; 0 where one side has facts and none is shared; null where neither has any. */
export function f1(tally: Tally): number | null {
  if (tally.gold + tally.read === 0) return null;
  return (2 * tally.hit) / (tally.gold + tally.read);
}

/** Mean F1 of the fields that have facts. */
export function macroF1(score: Score): number {
  const values = [...score.fields.values()].map(f1).filter((value) => value !== null);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
