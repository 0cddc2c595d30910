import { expect, test } from 'vitest';
import { contextOf } from './index.ts';
import { readPlaces } from './places.ts';
import { structure } from './structure/index.ts';
import { readTargetGroup } from './target-group.ts';
import { readTitle } from './title.ts';

test.each([
  ['Överenskommelse om läxhjälp\n\n1. Bakgrund\n\nBarn behöver hjälp.', 'Överenskommelse om läxhjälp'],
  ['Dnr KS 2024/12\nEkmora kommun\n\n# IOP Läxtaxi\n\nBarn behöver hjälp med läxorna.', 'IOP Läxtaxi'],
  ['Idéburet offentligt partnerskap\n\nmellan\n\nEkmora kommun\n\noch\n\nLäxtaxi\n\nBakgrund\n\nBarn behöver hjälp.', 'Idéburet offentligt partnerskap mellan Ekmora kommun och Läxtaxi'],
  ['LINDMORA KOMMUN\nKommunledningskontoret\nDnr KS 2025/0418\n\n\nVuxna i Lindmora\n\nÖverenskommelse om idéburet offentligt partnerskap\n\n1. Parter\n\nLindmora kommun', 'Vuxna i Lindmora'],
])('%s', (text, title) => expect(readTitle(structure(text))?.title).toBe(title));

test('who the work is for stands under its heading, or in a sentence that says it', () => {
  const group = (text: string) => readTargetGroup(contextOf(text))?.text ?? null;
  expect(group('Målgrupp\n\nUnga mellan 13 och 19 år som bor i Ekmora.\n\nEkonomi\n\nInga pengar betalas.')).toBe('Unga mellan 13 och 19 år som bor i Ekmora.');
  expect(group('Syfte\n\nAtt fler ska delta. Verksamheten riktar sig till unga i Ekmora.')).toBe('Verksamheten riktar sig till unga i Ekmora.');
  expect(group('Syfte\n\nAtt fler ska delta i föreningslivet.')).toBeNull();
});

test('places are named areas and squares, not parties', () => {
  expect(readPlaces(contextOf('Avtal mellan Ekmora kommun och Läxtaxi\n\nVandringarna sker i områden som Stationstorget, Ekbacken och centrum.')).map(({ name }) => name)).toEqual(['Stationstorget', 'Ekbacken', 'centrum']);
});

test('two places with a stroke between are two', () => {
  const names = (sentence: string) => readPlaces(contextOf(`Avtal mellan Ekmora kommun och Läxtaxi\n\n${sentence}`)).map(({ name }) => name);
  expect(names('Vandringarna går i stadsdelarna Gamlegården/Näsby och Hammar.')).toEqual(['Gamlegården', 'Näsby', 'Hammar']);
  expect(names('Verksamheten finns i området Öster / Väster.')).toEqual(['Öster', 'Väster']);
  expect(names('Lokalen ligger vid Gamlegården/Näsby.')).toEqual(['Gamlegården', 'Näsby']);
});
