import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../../tests/support/small-agreement.ts';
import { clausesOf } from './clause.ts';

const { parties } = smallAgreement('');
const KOMMUN = 'Björkviks kommun';
const LYKTAN = 'Föreningen Lyktan';
const bound = (text: string) => clausesOf(text, parties).map((clause) => [...clause.parties, clause.modality]);

test.each([
  ['Kommunen ska upplåta lokalen.', [[KOMMUN, 'shall']]],
  ['Därutöver ska föreningen hålla öppet.', [[LYKTAN, 'shall']]],
  ['Senast 2026-01-31 lämnar föreningen en rapport.', [[LYKTAN, 'shall']]],
  ['Föreningens medarbetare kommer, genom uppsökande arbete, att stödja unga.', [[LYKTAN, 'shall']]],
  ['Kommunen och föreningen avsätter tid.', [['both', 'shall']]],
  ['Båda parter ansvarar för dialogen.', [['both', 'shall']]],
  ['Dokumentationen sköts av kommunen.', [[KOMMUN, 'shall']]],
  ['Det åligger föreningen att teckna försäkring.', [[LYKTAN, 'shall']]],
  ['Föreningen bör sprida information.', [[LYKTAN, 'should']]],
  ['Kommunen kan bidra med lokal.', [[KOMMUN, 'may']]],
  ['Kommunen får inte lämna ut uppgifter.', [[KOMMUN, 'shall']]],
  ['Föreningens resurser består av ideell tid.', [[LYKTAN, 'shall']]],
])('%s', (text, expected) => {
  expect(bound(text)).toEqual(expected);
});

test.each(['Om föreningen lämnar rapporten i tid', 'så att kommunen får en bild av läget', 'Stöd till föreningen', 'Föreningen är en ideell förening', 'Brister föreningen i sina åtaganden'])(
  'nobody is bound by "%s"',
  (text) => {
    expect(bound(text)).toEqual([]);
  },
);
