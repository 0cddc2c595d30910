import { expect, test } from 'vitest';
import { structure } from '../structure/index.ts';
import { readParties } from './index.ts';
import { partyNames } from './names.ts';

const parties = (text: string): string[] =>
  readParties(structure(text)).map((party) => [party.name, party.orgNumber, party.unit].filter(Boolean).join(' | '));

test.each([
  ['between, in the title', '# Överenskommelse mellan Ekmora kommun och Föreningen Läxtaxi\n\nParterna ska samarbeta om läxor.', ['Ekmora kommun', 'Föreningen Läxtaxi']],
  ['between, on lines of their own', 'Idéburet offentligt partnerskap\n\nmellan\n\nEkmora kommun\n\noch\n\nLäxtaxi\n\n1. Bakgrund\n\nBarn behöver hjälp.', ['Ekmora kommun', 'Läxtaxi']],
  ['in capitals', 'AVTAL MELLAN EKMORA KOMMUN OCH FÖRENINGEN LÄXTAXI\n\nEkmora kommun (org.nr 212000-9713) och Föreningen Läxtaxi (org.nr 802991-1172) har ingått detta avtal.', ['Ekmora kommun | 212000-9713', 'Föreningen Läxtaxi | 802991-1172']],
  ['with numbers and what they are called below', 'Mellan Ekmora kommun, org.nr 212000–9713, nedan kallad Kommunen, och Läxtaxi ideell förening, org. nr. 8029911172, nedan kallad Föreningen, träffas följande avtal.', ['Ekmora kommun | 212000-9713', 'Läxtaxi ideell förening | 802991-1172']],
  ['labelled', 'Partnerskap\n\nOffentlig part: Ekmora kommun, org.nr 212000-9713\nIdéburen part: Läxtaxi, org.nr 802991-1172', ['Ekmora kommun | 212000-9713', 'Läxtaxi | 802991-1172']],
  ['"Partner:" each', 'Partner: Ekmora kommun\n\nPartner: Läxtaxi\n\nSyfte\n\nBarn ska få hjälp.', ['Ekmora kommun', 'Läxtaxi']],
  ['in a letterhead', 'Ekmora kommun\nSocialförvaltningen\nRådhusgatan 2\n534 80 Ekmora\nOrganisationsnummer: 212000-9713\n\nLäxtaxi\nSkolvägen 7\n534 91 Ekmora\nOrg.nr: 802991-1172', ['Ekmora kommun | 212000-9713 | Socialförvaltningen', 'Läxtaxi | 802991-1172']],
  ['three, in a list', 'Parter\n\n- Ekmora kommun, 212000-9713\n- Region Västlinde, 232100-9702\n- Läxtaxi, 802991-1172\n\nSyfte\n\nBarn ska få hjälp.', ['Ekmora kommun | 212000-9713', 'Region Västlinde | 232100-9702', 'Läxtaxi | 802991-1172']],
  ['a board', 'Överenskommelse mellan socialnämnden i Ekmora kommun och Kvinnojouren Alma', ['Ekmora kommun | Socialnämnden', 'Kvinnojouren Alma']],
  ['a board in the genitive', 'Parter\n\nEkmora kommuns kommunstyrelse och Läxtaxi.\n\nSyfte\n\nBarn ska få hjälp.', ['Ekmora kommun | Kommunstyrelsen', 'Läxtaxi']],
  ['through a board', 'Avtal mellan Ekmora kommun genom kultur- och fritidsnämnden (org.nr 212000-9713) och Ekmora IF (org.nr 802991-1172)', ['Ekmora kommun | 212000-9713 | Kultur- och fritidsnämnden', 'Ekmora IF | 802991-1172']],
  ['a city and a congregation', 'Överenskommelse mellan Kvarnberga stad och Kvarnberga församling', ['Kvarnberga stad', 'Kvarnberga församling']],
  ['only as those who sign', 'Samverkan om läxhjälp\n\nParterna ska samarbeta om läxor för barn i området under hela året.\n\nUnderskrifter\n\nAnna Berg\nkommundirektör\nEkmora kommun\n\nErik Ek\nordförande\nFöreningen Läxtaxi', ['Ekmora kommun', 'Föreningen Läxtaxi']],
  ['in a table', 'Parter\n\n| | Part 1 | Part 2 |\n|---|---|---|\n| Namn | Ekmora kommun | Läxtaxi |\n| Org.nr | 212000-9713 | 802991-1172 |', ['Ekmora kommun | 212000-9713', 'Läxtaxi | 802991-1172']],
  ['in numbered rows, none of whose names says that it is an association', '## Parter\n\n| | Vem | Nummer | Gör |\n|---|---|---|---|\n| 1 | Ekmora kommun, kulturnämnden | 212000-9713 | betalar |\n| 2 | Grannarna Ekmora | 802991-1172 | driver |\n| 3 | Ekmora Bagare ek. för. | 769633-2043 | bakar |', ['Ekmora kommun | 212000-9713 | Kulturnämnden', 'Grannarna Ekmora | 802991-1172', 'Ekmora Bagare ek. för. | 769633-2043']],
  ['with the church a congregation is part of', '§ 1 Parter\n\nEkmora församling, Svenska kyrkan, organisationsnummer 252014-9309, Storgatan 1\n\nEkmora kommun, org.nr 212000-9713, Socialnämnden, 534 80 Ekmora', ['Ekmora församling | 252014-9309', 'Ekmora kommun | 212000-9713 | Socialnämnden']],
  ['with a hyphen that waits for its other half', 'Parter\n\nRegion Västlinde, org.nr 232100-9702\nNjur- och Allergiföreningen Ekmora, org.nr 802991-1172', ['Region Västlinde | 232100-9702', 'Njur- och Allergiföreningen Ekmora | 802991-1172']],
  ['on a street that sounds like one', '1. Parter\nEkmora kommun, org.nr 212000-9713 (kommunen)\nEkmora Scoutkår, org.nr 802991-1172, Scoutstigen\n7, 534 91 Ekmora (kåren)\n\n2. Mål\nFler barn ska bli scouter i Ekmora.', ['Ekmora kommun | 212000-9713', 'Ekmora Scoutkår | 802991-1172']],
])('parties are found %s', (_, text, expected) => expect(parties(text)).toEqual(expected));

test('one municipality with two units is one entry for each, each with its own place', () => {
  const text = '1. Parter\n\nEkmora kommun\nSocialförvaltningen\nOrg.nr 212000-9713\n534 80 Ekmora\n\nEkmora kommun\nKulturförvaltningen\nOrg.nr 212000-9713\n534 80 Ekmora\n\nLäxtaxi\nOrg.nr 802991-1172\n534 91 Ekmora';
  expect(parties(text)).toEqual(['Ekmora kommun | 212000-9713 | Socialförvaltningen', 'Ekmora kommun | 212000-9713 | Kulturförvaltningen', 'Läxtaxi | 802991-1172']);
  expect(readParties(structure(text)).map((party) => party.source.line)).toEqual([3, 8, 13]);
});

test('an organisation that is only mentioned is no party', () => {
  expect(parties('Avtal mellan Ekmora kommun och Läxtaxi\n\nBakgrund\n\nRädda Barnen och Polismyndigheten i Västlinde har sett behoven. Hultarps kommun har en liknande modell.')).toEqual(['Ekmora kommun', 'Läxtaxi']);
});

test('parties are known by name, kind, short name, unit and what they are called below, in the genitive too', () => {
  const doc = structure('Överenskommelse mellan Ekmora kommun, Socialförvaltningen, och Stiftelsen Läxtaxi, nedan kallad Taxin.');
  const names = partyNames(readParties(doc), doc);
  const found = (text: string) => names.find(text).map(({ party, genitive }) => `${party}${genitive ? ' (genitive)' : ''}`);
  expect(found('Kommunen och stiftelsen')).toEqual(['Ekmora kommun', 'Stiftelsen Läxtaxi']);
  expect(found('Kommunens ansvar, Läxtaxis åtaganden')).toEqual(['Ekmora kommun (genitive)', 'Stiftelsen Läxtaxi (genitive)']);
  expect(found('Taxin betalar och socialförvaltningen hjälper till')).toEqual(['Stiftelsen Läxtaxi', 'Ekmora kommun']);
  expect(found('Parterna ska; båda parter, vardera parten')).toEqual(['both', 'both', 'both']);
  expect(found('Kommunikation i kommuner, föreningslivet')).toEqual([]);
  expect([names.named('Kommunens'), names.named('Parternas'), names.named('Kommunens budget')]).toEqual(['Ekmora kommun', 'both', null]);
});

test.each([
  ['a name without legal form, after an address', 'Avtal\n\nEkmora kommun, org.nr 212000-9713, Storgatan 1, 534 80 Ekmora och Grannkraft Ekmora, org.nr 802991-1172, Skolvägen 7, 534 91 Ekmora.', ['Ekmora kommun | 212000-9713', 'Grannkraft Ekmora | 802991-1172']],
  ['a unit between number and the next name', 'Ekmora kommun (org.nr 212000-9713), genom gatukontoret, och Ekmora Hembygdsvänner (org.nr 802991-1172) är överens.', ['Ekmora kommun | 212000-9713 | Gatukontoret', 'Ekmora Hembygdsvänner | 802991-1172']],
  ['under capital letters', 'Avtalsparter:\nA) Region Västlinde, Kulturnämnden (org.nr 232100-9702)\nB) Föreningen Bygdens Hus (org.nr 802991-1172)', ['Region Västlinde | 232100-9702 | Kulturnämnden', 'Föreningen Bygdens Hus | 802991-1172']],
  ['one branch under its full and its short name', 'Överenskommelse mellan Ekmora kommun och Svenska Röda Korsets lokalförening i Ekmora\n\nEkmora kommun (organisationsnummer 212000-9713) och Röda Korset Ekmora (organisationsnummer 802991-1172) kommer överens om följande.', ['Ekmora kommun | 212000-9713', 'Röda Korset Ekmora | 802991-1172']],
])('%s', (_, text, expected) => expect(parties(text)).toEqual(expected));

test('a phrase that begins and ends with a party is not its name', () => {
  const doc = structure('Överenskommelse mellan Ekmora kommun och Föreningen Läxtaxi.');
  const names = partyNames(readParties(doc), doc);
  expect([names.named('Föreningen får sälja kaffe. Tillstånd söks av föreningen'), names.named('Kommunen och kommunen')]).toEqual([null, 'Ekmora kommun']);
});

test.each([
  ['(i fortsättningen *Hjälpen*)', 'Hjälpen'],
  ['(härefter "Utföraren")', 'Utföraren'],
  ['(nedan Huset)', 'Huset'],
  [', fortsättningsvis Huset', 'Huset'],
])('a short name is given in many ways: %s', (called, short) => {
  const doc = structure(`Mellan Ekmora kommun, org.nr 212000-9713, och Grannkraft Ugglan, org.nr 802991-1172${called}, träffas följande avtal.`);
  expect(partyNames(readParties(doc), doc).find(`${short} ordnar lokalen`).map(({ party }) => party)).toEqual(['Grannkraft Ugglan']);
});

test('who write as "vi i", and a list of parties whose short names stand between', () => {
  expect(parties('Löfte\n\nVi i Ekmora kommun (org.nr 212000-9713) och vi i Hela Byn Ekmora, ideell förening (org.nr 802991-1172), lovar varandra detta.')).toEqual(['Ekmora kommun | 212000-9713', 'Hela Byn Ekmora | 802991-1172']);
  expect(parties('Avtal\n\nParter: Ekmora kommun, 212000-9713 (”Värden”), Kulturhuset Ugglan, 802991-1172 (”Gästen”).')).toEqual(['Ekmora kommun | 212000-9713', 'Kulturhuset Ugglan | 802991-1172']);
});

test('who write to each other in a letter with a head, and a unit after a number or on the line before the next party', () => {
  expect(parties('Från: Petra Sand\nTill: Sällskapet Klang\n\nVi (Ekmora kommun, 212000-9713) och ni (Sällskapet Klang, 802991-1172) samarbetar om sång för äldre i hela kommunen.')).toEqual(['Ekmora kommun | 212000-9713', 'Sällskapet Klang | 802991-1172']);
  expect(parties('Partnerskapet har ingåtts mellan Region Västlinde (org.nr 232100-9702) genom regionstyrelsen och Föreningen Läxtaxi (org.nr 802991-1172).')).toEqual(['Region Västlinde | 232100-9702 | Regionstyrelsen', 'Föreningen Läxtaxi | 802991-1172']);
  expect(parties('Parter\n\nA. Ekmora kommun, 212000-9713, socialförvaltningen\nB. Stiftelsen Läxtaxi, 802991-1172')).toEqual(['Ekmora kommun | 212000-9713 | Socialförvaltningen', 'Stiftelsen Läxtaxi | 802991-1172']);
});

test('a board whose legal person stands in a bracket with its number', () => {
  expect(parties('Kommunstyrelsen i Ekmora (Ekmora kommun, 212000-9713) och Ekmora Ryttarförening (802991-1172) har träffat följande överenskommelse.')).toEqual(['Ekmora kommun | 212000-9713', 'Ekmora Ryttarförening | 802991-1172']);
});

test('a letterhead in two columns, the right one going on below the left one', () => {
  const far = ' '.repeat(40);
  expect(parties(`${'Ekmora kommun'.padEnd(40)}Ekmora pastorat\n${'Rådhusgatan 10'.padEnd(40)}Org.nr 252004-0011\nOrg.nr 212000-9713\n${far}Föreningen Läxtaxi\n${far}Magasinsgatan 8\n${far}Org.nr 802991-1172\n\nAVTAL OM LÄXHJÄLP\n\n1. Bakgrund\n\nBarn i Ekmora behöver hjälp med läxorna.`).toSorted()).toEqual(['Ekmora kommun | 212000-9713', 'Ekmora pastorat | 252004-0011', 'Föreningen Läxtaxi | 802991-1172']);
});
