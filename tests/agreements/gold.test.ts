import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// The gold files are written by hand; these tests catch slips of the pen, not of judgement.

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder);
const names = files.filter((file) => file.endsWith('.gold.json')).map((file) => file.replace('.gold.json', ''));

interface Gold {
  parties: { name: string; orgnr: string | null; unit: string | null }[];
  period: { start: string | null; end: string | null };
  amounts_sek: { amount: number; what: string }[];
  payments: { amount: number | null; trigger: string | null; split: { payer: string; amount: number }[] }[];
  budget_lines: { label: string; amount: number }[];
  deadlines: { date: string | null; what: string }[];
  commitments: { party: string | null; text: string }[];
  softer: { text: string }[];
  contacts: { name: string | null; email: string | null; phone: string | null }[];
  signatories: { name: string | null }[];
  steering: { members: { name: string }[] };
  goals: { text: string; target: number | string | null }[];
  inconsistencies: { what: string }[];
}

/** One line, with page furniture, hyphenation and layout gone: the form gold facts are looked up in. */
function flatten(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/Sida \d|^\s*Dnr |^\s*\d+ ?\(\d+\)\s*$/.test(line))
    .join('\n')
    .replace(/-\s*\n\s*/g, '')
    .replace(/[*|_#]/g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** The ways Swedish texts write this sum. */
function writings(sek: number): RegExp {
  const grouped = String(sek).replace(/\B(?=(\d{3})+$)/g, '[ .\u00a0]?');
  const decimal = (unit: number): string => String(sek / unit).replace('.', ',');
  const thousands = String(Math.round(sek / 1000)).replace(/\B(?=(\d{3})+$)/g, '[ .\u00a0]?');
  const whole = sek % 1000 === 0 ? `|${thousands}` : '';
  const ore = Number.isInteger(sek) ? '' : `|${decimal(1)}0?`;
  return new RegExp(`(^|[^\\d,])(${grouped}|${decimal(1_000_000)}0?${whole}|${decimal(1000)}${ore})(?![\\d])`);
}

const ones = ['', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'tretton', 'fjorton', 'femton', 'sexton', 'sjutton', 'arton', 'nitton'];
const tens = ['', '', 'tjugo', 'trettio', 'fyrtio', 'femtio', 'sextio', 'sjuttio', 'åttio', 'nittio'];

/** The number in Swedish words run together, below a million. */
function inWords(number: number): string {
  if (number >= 1000) return `${inWords(Math.floor(number / 1000))}tusen${inWords(number % 1000)}`;
  if (number >= 100) return `${ones[Math.floor(number / 100)]}hundra${inWords(number % 100)}`;
  return ones[number] ?? `${tens[Math.floor(number / 10)]}${ones[number % 10]}`;
}

const numberWords = new Set(['noll', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'ett', 'en', 'femton', 'tjugo', 'trettio', 'hundra']);
const passesCheckDigit = (number: string): boolean =>
  [...digits(number)].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) * (place % 2 ? 2 : 1);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0) % 10 === 0;

const triggers = [null, 'signed_by_all', 'interim_report_received', 'final_report_received', 'interim_report_approved', 'final_report_approved', 'claim_received', 'invoice_received', 'start'];

it('every agreement has its gold and every gold its agreement', () => {
  const texts = files.filter((file) => /\.(txt|md)$/.test(file) && file !== 'README.md').map((file) => file.replace(/\.(txt|md)$/, ''));
  expect(texts.sort()).toEqual([...names].sort());
});

describe.each(names)('the gold of %s', (name) => {
  const source = files.find((file) => file === `${name}.txt` || file === `${name}.md`) ?? '';
  const raw = readFileSync(new URL(source, folder), 'utf8');
  const text = flatten(raw);
  const squeezed = text.replace(/\s/g, '');
  const numbers = digits(text.replace(/[–\-\s]/g, ''));
  const gold = JSON.parse(readFileSync(new URL(`${name}.gold.json`, folder), 'utf8')) as Gold;
  const planted = gold.inconsistencies.map(({ what }) => what).join(' ');

  it('names only people and parties that the text names', () => {
    const people = [...gold.contacts, ...gold.signatories, ...gold.steering.members].flatMap(({ name: person }) => person ?? []);
    const missing = [...people, ...gold.parties.map((party) => party.name)].filter((person) => person.toLowerCase().split(/[\s-]+/).some((part) => !squeezed.includes(part)));
    expect(missing).toEqual([]);
  });

  it('has organisation numbers of the text, with right check digits unless a wrong one is planted', () => {
    const written = gold.parties.flatMap((party) => party.orgnr ?? []);
    expect(written.filter((number) => !numbers.includes(digits(number)))).toEqual([]);
    expect(written.filter((number) => !passesCheckDigit(number) && !planted.includes(number))).toEqual([]);
  });

  it('has sums of the text', () => {
    const sums = [...gold.amounts_sek.map((item) => item.amount), ...gold.budget_lines.map((line) => Math.abs(line.amount)), ...gold.payments.flatMap((payment) => payment.amount ?? [])];
    expect(sums.filter((sek) => !writings(sek).test(text) && !squeezed.includes(inWords(sek)))).toEqual([]);
  });

  it('counts each payment and budget line among the amounts', () => {
    const known = new Set(gold.amounts_sek.map((item) => item.amount));
    const used = [...gold.payments.flatMap((payment) => [payment.amount, ...payment.split.map((part) => part.amount)]), ...gold.budget_lines.map((line) => Math.abs(line.amount))];
    expect(used.filter((sek) => sek !== null && sek !== 0 && !known.has(sek))).toEqual([]);
  });

  it('has addresses and telephone numbers of the text', () => {
    const missing = gold.contacts.filter(({ email, phone }) => (email && !squeezed.includes(email) && !raw.replace(/\s/g, '').toLowerCase().includes(email)) || (phone && !numbers.includes(digits(phone))));
    expect(missing).toEqual([]);
  });

  it('has duties in words of the text', () => {
    const known = new Set(text.match(/[a-zåäöé0-9]+/g));
    const strange = [...gold.commitments, ...gold.softer, ...gold.goals].filter((item) => {
      const words = item.text.toLowerCase().match(/[a-zåäöé0-9]{3,}/g) ?? [];
      return words.filter((word) => known.has(word)).length < 0.8 * words.length;
    });
    expect(strange).toEqual([]);
  });

  it('has goal numbers of the text', () => {
    const spoken = (target: number): boolean => writings(target).test(text) || squeezed.includes(inWords(target)) || (target <= 100 && [...numberWords].some((word) => text.includes(word)));
    expect(gold.goals.filter(({ target }) => typeof target === 'number' && !spoken(target))).toEqual([]);
  });

  it('has real dates in order and known triggers', () => {
    const dates = [gold.period.start, gold.period.end, ...gold.deadlines.map((deadline) => deadline.date)].flatMap((date) => date ?? []);
    expect(dates.filter((date) => new Date(date).toISOString().slice(0, 10) !== date)).toEqual([]);
    if (gold.period.start && gold.period.end) expect(gold.period.start < gold.period.end).toBe(true);
    expect(gold.payments.filter(({ trigger }) => !triggers.includes(trigger))).toEqual([]);
  });

  it('gives each duty to a party, to both or to nobody', () => {
    const parties = new Set([...gold.parties.map((party) => party.name), 'both', null]);
    expect(gold.commitments.filter(({ party }) => !parties.has(party))).toEqual([]);
  });

  it('plants two to five faults', () => {
    expect(gold.inconsistencies.length).toBeGreaterThanOrEqual(2);
    expect(gold.inconsistencies.length).toBeLessThanOrEqual(5);
  });
});
