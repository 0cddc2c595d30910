import { expect, test } from 'vitest';
import { topicOf } from './topic.ts';

test.each([
  ['Kommunens åtaganden', 'commitments'],
  ['Föreningen förbinder sig att', 'commitments'],
  ['Uppföljning och utvärdering', 'follow-up'],
  ['Värdegrund', 'values'],
  ['Budget 2025', 'budget'],
  ['Utbetalning', 'payments'],
  ['Finansiering', 'economy'],
  ['Omförhandling och återbetalningsskyldighet', 'repayment'],
  ['Uppsägning', 'termination'],
  ['Avtalstid', 'period'],
  ['Bakgrund och syfte', 'background'],
  ['Syfte och mål', 'goals'],
  ['Vid avtalstidens slut ska', 'goals'],
  ['Målgrupp', 'target-group'],
  ['Tvist', 'dispute'],
  ['Underskrifter', 'signatures'],
  ['Rapportering och revision', 'follow-up'],
  ['Samrådsgrupp', 'steering'],
  ['Ekonomiska åtaganden', 'economy'],
  ['Ändringar i huvudavtalet', 'other'],
  ['Trädgården', 'other'],
] as const)('%s is about %s', (heading, topic) => {
  expect(topicOf(heading)).toBe(topic);
});
