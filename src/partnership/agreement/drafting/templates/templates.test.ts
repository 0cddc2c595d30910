import { expect, test } from 'vitest';
import { composed } from '../composed.ts';
import type { DraftContent } from '../model.ts';
import { emptyFields, remarksOn } from '../remarks.ts';
import { read } from '../../read/index.ts';
import { fromTemplate, TEMPLATE_NAMES, type TemplateName } from './index.ts';

const PARTIES = [
  { organisationId: 'b', name: 'Föreningen Lyktan', orgNumber: '802996-6150', sector: 'civil' },
  { organisationId: 'a', name: 'Björkviks kommun', orgNumber: '212000-1355', sector: 'public' },
] as const;

/** What a writer fills in, by what a field's name ends with; each person is somebody else. */
const TYPED: [RegExp, (count: number) => string | number][] = [
  [/^start$/, () => '2027-01-01'],
  [/^slut$/, () => '2028-12-29'],
  [/^dialog$/, () => '2028-06-01'],
  [/^bidrag$/, () => 300_000],
  [/^bankgiro$/, () => '5731-9048'],
  [/-dag$/, (count) => ['2027-03-01', '2027-06-01', '2027-09-01', '2028-03-01', '2028-06-02', '2029-01-31'][count]],
  [/^betalning-\d+$|-belopp$/, () => 100_000],
  [/-antal$/, () => 70],
  [/-namn$/, (count) => ['Anna Berg', 'Bo Ek', 'Cecilia Dal', 'David Fors'][count]],
  [/-(?:roll|titel)$/, (count) => ['samordnare', 'verksamhetsledare', 'kommundirektör', 'ordförande'][count]],
  [/-epost$/, (count) => `person${count}@example.se`],
  [/-telefon$/, (count) => `070-174067${count}`],
  [/^mal/, () => 'unga som deltar säger att de känner sig trygga'],
];

function filledIn(template: TemplateName): DraftContent {
  let id = 0;
  const counts = new Map<RegExp, number>();
  const begun = fromTemplate(template, { title: '', parties: PARTIES }, () => `clause-${(id += 1)}`);
  const valueOf = (slug: string) => {
    const [pattern, value] = TYPED.find(([one]) => one.test(slug)) ?? [/./, () => 'ge unga någonstans att ta vägen'];
    const count = counts.get(pattern) ?? 0;
    counts.set(pattern, count + 1);
    return value(count);
  };
  return { ...begun, fields: begun.fields.map((field) => ({ ...field, value: field.value ?? valueOf(field.slug) })) };
}

test.each(TEMPLATE_NAMES)('what is agreed in %s is what a reader finds in its text', (name) => {
  const content = filledIn(name);
  const { text, reading } = composed(content);
  const found = read(text);
  const days = (of: typeof reading) => [...of.deadlines.map(({ date }) => date), ...of.payments.map(({ due }) => due.date), ...(of.extension?.steps ?? []).map(({ date }) => date)].filter((date) => date !== null);
  expect(found.parties.map((party) => [party.name, party.orgNumber])).toEqual(reading.parties.map((party) => [party.name, party.orgNumber]));
  expect([found.period?.start?.date, found.period?.end?.date]).toEqual(['2027-01-01', '2028-12-29']);
  expect([...new Set(days(found))].sort()).toEqual([...new Set(days(reading))].sort());
  expect(found.payments.map(({ sek, due }) => [sek, due.date, due.event])).toEqual(reading.payments.map(({ sek, due }) => [sek, due.date, due.event]));
  expect(found.amounts.map(({ sek }) => sek)).toEqual(expect.arrayContaining(reading.amounts.map(({ sek }) => sek)));
  for (const { party, text: words } of reading.commitments) expect(found.commitments.some((one) => one.party === party && one.text.includes(words)), words).toBe(true);
  expect(found.signatories.map((person) => person.name)).toEqual(reading.signatories.map((person) => person.name));
  expect(found.notice?.months).toBe(reading.notice?.months);
  expect(found.steering).toMatchObject({ minMeetings: reading.steering?.minMeetings, unanimity: true, convener: 'Björkviks kommun' });
});

test.each(TEMPLATE_NAMES)('the checks have nothing grave to say of %s when it is filled in', (name) => {
  const content = filledIn(name);
  const remarks = remarksOn(content);
  const said = [...remarks.byClause.values(), remarks.ofWhole].flat();
  expect(said.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(said.map(({ code }) => code)).not.toContain('template-leftover');
  expect(remarks.loose).toEqual([]);
  expect(emptyFields(content)).toEqual([]);

  const blank = { ...content, fields: content.fields.map((field) => (field.slug === 'slut' ? { ...field, value: null } : field)) };
  expect(emptyFields(blank).map(({ slug }) => slug)).toEqual(['slut']);
  expect(composed(blank).text).toContain('till och med den [fyll i datum].');
  expect(composed(blank).reading.period).toMatchObject({ start: { date: '2027-01-01' }, end: null });
});

test('what the checks say goes away when it has been put right, and a blank that the writer made is pointed at', () => {
  const content = filledIn('without-money');
  const [parties] = content.clauses;
  const saidOf = (one: DraftContent) => remarksOn(one).byClause.get(parties.id)!.map(({ code }) => code);
  expect(saidOf({ ...content, fields: content.fields.map((field) => (field.slug === 'forening-nummer' ? { ...field, value: null } : field)) })).toEqual(['organisation-number-missing']);
  expect(saidOf(content)).toEqual([]);
  expect(saidOf({ ...content, clauses: content.clauses.map((one) => (one === parties ? { ...one, body: `${one.body}\n\n[ange adress]` } : one)) })).toEqual(['template-leftover']);
});

test('a day that is written into the text beside the fields is pointed at', () => {
  const content = filledIn('without-money');
  const [clause] = content.clauses;
  const written = { ...content, clauses: content.clauses.map((one) => (one === clause ? { ...one, body: `${one.body}\n\nVästarna lämnas tillbaka den 3 maj 2028.` } : one)) };
  expect(remarksOn(written).loose).toEqual([{ clauseId: clause.id, words: 'den 3 maj 2028' }]);
});
