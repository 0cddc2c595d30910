import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../../tests/support/small-agreement.ts';
import { readCommitments } from '../commitments.ts';

const KOMMUN = 'Björkviks kommun';
const LYKTAN = 'Föreningen Lyktan';
const duties = (body: string) => readCommitments(smallAgreement(`## Så arbetar vi\n\n${body}`)).map(({ party, text }) => [party, text]);

test('what the municipality’s offices and officers are to do, the municipality is to do', () => {
  expect(duties('Socialförvaltningen anvisar lokal. Biståndshandläggarna informerar om verksamheten. Rektorerna ser till att eleverna vet var den finns.').map(([party]) => party)).toEqual([KOMMUN, KOMMUN, KOMMUN]);
});

test('what the volunteers are to do, the association is to do', () => {
  expect(duties('Volontärerna följer med till vårdcentralen. Varje ledare deltar i handledning en gång i månaden.').map(([party]) => party)).toEqual([LYKTAN, LYKTAN]);
});

test('the coordinator acts for the party that employs him', () => {
  expect(duties('Föreningen anställer en samordnare på halvtid. Samordnaren bokar lokalerna.').at(-1)).toEqual([LYKTAN, 'Samordnaren bokar lokalerna.']);
});

test('a coordinator nobody is said to employ acts for nobody we can name', () => {
  expect(duties('Samordnaren ska boka lokalerna.')).toEqual([[null, 'Samordnaren ska boka lokalerna.']]);
});

test('the steering group is both, and that it meets is no commitment', () => {
  expect(duties('Styrgruppen möts fyra gånger per år. Styrgruppen går igenom redovisningarna.')).toEqual([['both', 'Styrgruppen går igenom redovisningarna.']]);
});

test('a part that cannot do its share is either of them', () => {
  expect(duties('Part som inte kan fullgöra sin del ska genast underrätta den andra.').map(([party]) => party)).toEqual(['both']);
});

test('the definite form of a word in its name is the association', () => {
  expect(duties('Lyktan lagar mat.').map(([party]) => party)).toEqual([LYKTAN]);
});

test('one from each party together are both', () => {
  expect(duties('Kommunens samordnare och föreningens ordförande stämmer av var fjortonde dag.').map(([party]) => party)).toEqual(['both']);
});

test('the one to whom something is done does not do it', () => {
  expect(duties('För utrustning ersätts föreningen mot kvitto. Kommunen informeras.')).toEqual([]);
});
