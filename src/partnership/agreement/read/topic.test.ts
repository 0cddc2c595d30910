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
  ['Så delar vi på arbetet', 'commitments'],
  ['Vad gör klubben?', 'commitments'],
  ['Det här gör kommunen', 'commitments'],
  ['Hemvärnets del', 'commitments'],
  ['Tillsammans', 'commitments'],
  ['Vad vi lovar varandra', 'commitments'],
  ['Vad hoppas vi nå?', 'goals'],
  ['Vart vi vill', 'goals'],
  ['Vad kostar det?', 'economy'],
  ['Om pengar blir över', 'repayment'],
  ['Hur länge gäller avtalet?', 'period'],
  ['Kan man hoppa av?', 'termination'],
  ['Hur följer vi upp?', 'follow-up'],
  ['Vem bestämmer?', 'steering'],
  ['Vilka är vi?', 'parties'],
  ['Frågor?', 'contacts'],
  ['Här når du oss', 'contacts'],
  ['Undertecknat', 'signatures'],
  ['Om vi inte är överens', 'dispute'],
  ['Trädgården', 'other'],
] as const)('%s is about %s', (heading, topic) => {
  expect(topicOf(heading)).toBe(topic);
});

test('an extract of minutes before the agreement tells of the case and binds nobody', () => {
  for (const heading of ['Kultur- och fritidsnämndens beslut', 'Sammanfattning av ärendet', 'Beslutet skickas till', 'Kommunstyrelsens förslag till beslut', 'Beslutsunderlag']) expect(topicOf(heading), heading).toBe('background');
  for (const heading of ['Beslut i styrgruppen', 'Hur vi fattar beslut']) expect(topicOf(heading), heading).not.toBe('background');
});
