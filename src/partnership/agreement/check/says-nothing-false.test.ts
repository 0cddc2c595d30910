import { expect, test } from 'vitest';
import { read } from '../read/index.ts';
import { structure } from '../read/structure/index.ts';
import { check } from './index.ts';

/* What checks once said of agreements in which it was not so. */

const codesIn = (text: string): string[] => check({ doc: structure(text), reading: read(text) }).map(({ code }) => code);
const parties = 'Lindeby kommun, organisationsnummer 212000-9903, och Föreningen Kvällsljus, organisationsnummer 802990-1231, ingår detta avtal.\n';

test('a ticked box is not a blank', () => {
  expect(codesIn(`${parties}\n- [x] Ideell förening\n- [ ] Stiftelse\n`)).not.toContain('template-leftover');
  expect(codesIn(`${parties}\nKommunen betalar [xx kronor] om året.\n`)).toContain('template-leftover');
});

test('paragraphs are counted anew in each chapter', () => {
  const chapter = (number: number) => `${number} KAP. KAPITEL ${number}\n\n1 §  Parterna ska\n  a)  mötas, och\n  b)  tala.\n\n2 §  Kommunen ska\n  a)  städa, och\n  b)  låsa.\n`;
  expect(codesIn([1, 2, 3].map(chapter).join('\n\n'))).not.toContain('section-number-twice');
});

test('a contact with an address at a party is its contact', () => {
  const [municipality, association] = ['Skogsåker kommun, organisationsnummer 212000-9903', 'Föreningen Kvällsljus, organisationsnummer 802990-1231'];
  const people = (address: string) => `${municipality}, och ${association}, ingår detta avtal.\n\n## Kontaktpersoner\n\nFöreningen: Ali Berg, ali@kvallsljus.example.se\nBeredskapen: Eva Ek, ${address}\n`;
  expect(codesIn(people('eva.ek@kvallsljus.example.se'))).toContain('party-without-contact');
  expect(codesIn(people('eva.ek@skogsaker.example.se'))).not.toContain('party-without-contact');
});

test('what is promised each of two parties in its own name is not the same passage', () => {
  const promise = (name: string) => `Föreningen ska varje månad lämna en aktuell lista på alla unga som inte har svarat på brevet till ${name} kommun senast den femte.`;
  const three = 'Lindeby kommun, organisationsnummer 212000-9903, Asklunda kommun, organisationsnummer 212000-9911, och Föreningen Kvällsljus, organisationsnummer 802990-1231, ingår detta avtal.\n';
  expect(codesIn(`${three}\n${promise('Lindeby')}\n\n${promise('Asklunda')}\n`)).not.toContain('passage-repeated-differently');
});

test('the day a payment is due, just above the signatures, is no signature', () => {
  const text = `${parties}\nAvtalet gäller från och med den 1 maj 2026 till och med den 30 april 2028.\n\n| Utbetalas | Belopp | Villkor |\n|---|---|---|\n| 2026-05-15 | 40 000 kr | Undertecknat avtal |\n| 2028-03-15 | 25 000 kr | Godkänd slutrapport |\n\n## Underskrifter\n\nLindeby 2026-04-20\n\nMaria Holm\nKommundirektör, Lindeby kommun\n\nLindeby 2026-04-22\n\nSara Lund\nOrdförande, Föreningen Kvällsljus\n`;
  expect(codesIn(text)).not.toContain('signature-after-start');
});

test('an agreement that runs for so long ends, though nobody says from when', () => {
  for (const term of ['Avtalet löper på fem år.', 'Överenskommelsen ska gälla i fem år från undertecknandet.', 'Avtalstiden är tre år.', 'Partnerskapet sträcker sig över två år.', 'Avtalet tecknas på 18 månader.', 'Avtalet gäller från den 15 januari 2024 och tills någon av oss vill sluta.', 'Avtalet gäller till dess att någon av parterna säger upp det.']) {
    expect(codesIn(`${parties}\n## Avtalstid\n\n${term}\n`), term).not.toContain('period-without-end');
  }
  expect(codesIn(`${parties}\n## Avtalstid\n\nAvtalet gäller från och med den 1 februari 2025. Uppsägningstiden är tre månader.\n`)).toContain('period-without-end');
});

test('sums that a table states are said, and so is who pays', () => {
  const three = 'Region Västlinde, organisationsnummer 232100-9702, Lindeby kommun, organisationsnummer 212000-9903, och Föreningen Kvällsljus, organisationsnummer 802990-1231, ingår detta avtal, nedan regionen, kommunen och föreningen.\n';
  const shares = '## Bidrag\n\n| Bidrag kommunen | 420 000 |\n|---|---|\n| Bidrag regionen | 180 000 |\n';
  for (const paid of ['Kommunernas andelar för 2025 betalas den 1 september 2025.', 'Bidragen för 2025 betalas när alla tre har skrivit under.']) expect(codesIn(`${three}\n${shares}\n## Utbetalning\n\n${paid}\n`), paid).not.toContain('payment-without-amount');
  for (const paid of ['Regionen lämnar ett grundbidrag om 600 000 kronor per år att betalas ut den 15 maj 2025.', 'Regionen och kommunen lämnar tillsammans ett bidrag med 180 000 kronor, hälften från vardera. Bidraget betalas ut den 28 februari 2025.']) expect(codesIn(`${three}\n## Utbetalning\n\n${paid}\n`), paid).not.toContain('payment-without-payer');
  expect(codesIn(`${three}\n## Utbetalning\n\nBidraget på 180 000 kronor betalas ut den 28 februari 2025.\n`)).toContain('payment-without-payer');
});
