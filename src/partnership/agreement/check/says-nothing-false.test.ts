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
