import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../tests/support/small-agreement.ts';
import { readAmounts } from './amounts.ts';
import { readGoals } from './goals.ts';

const numbers = (body: string) => readGoals(smallAgreement(body)).flatMap(({ target }) => target ?? []);

test('a counted goal has its number, what it counts, and by when', () => {
  const goals = readGoals(smallAgreement('## Mål\n\nVid avtalstidens slut ska:\n\n- ca. 70 personer ha guidats\n- minst två föreläsningar ha hållits'));
  expect(goals.map(({ target, unit, approx, by }) => [target, unit, approx, by])).toEqual([[70, 'personer', true, '2025-12-31'], [2, 'föreläsningar', false, '2025-12-31']]);
});

test('shares are no counts', () => {
  const goals = readGoals(smallAgreement('## Mål\n\n- Två tredjedelar av deltagarna ska bo i Björkvik\n- Minst 40 % kvinnor\n- Jämn könsfördelning\n- Åtta av tio ska känna sig trygga'));
  expect(goals.map(({ target, share }) => [target, share?.at])).toEqual([[null, '2/3'], [null, '40 %'], [null, '50/50'], [null, '8/10']]);
});

test('an age, a year and a time limit are not what a goal counts', () => {
  const goals = readGoals(smallAgreement('## Mål\n\n- Unga från 16 år ska få svar inom tio arbetsdagar under 2025'));
  expect(goals.map(({ target }) => target)).toEqual([null]);
});

test('a result with a number is a goal wherever it stands', () => {
  const goals = readGoals(smallAgreement('## Verksamheten\n\nUnder perioden ska 100 par ha matchats. Föreningen ansvarar för 12 lokaler.'));
  expect(goals.map(({ target }) => target)).toEqual([100]);
});

test.each([
  ['- ett tjugotal besökare per kväll', [20]],
  ['- Trehundrafemtio (350) anhöriga har haft kontakt', [350]],
  ['- Barn från samtliga sju skolor har provat på', []],
  ['- 12 besök av ungdomar i åldern 13–16 år', [12]],
])('%s', (goal, expected) => {
  expect(readGoals(smallAgreement(`## Mål\n\n${goal}`)).flatMap(({ target }) => (target === null ? [] : [target]))).toEqual(expected);
});

test('a goal with a number for each year has each of them, and none is money', () => {
  const ctx = smallAgreement('## Mål\n\n| Mål | 2023/24 | 2024/25 |\n|---|--:|--:|\n| Antal barn i orkester | 40 | 60 |');
  expect(readGoals(ctx).map(({ target }) => target)).toEqual([40, 60]);
  expect(readAmounts(ctx)).toEqual([]);
});

test('what was so before the agreement is no goal', () => {
  const rows = '| Mål | Nuläge | 2025 |\n|---|---|---|\n| Antal ledare | 3 | 8 |';
  expect(readGoals(smallAgreement(`## Dit vi vill\n\n${rows}`)).map(({ target }) => target)).toEqual([8]);
});

test.each([
  ['Vi siktar på 300 turer om året.', [300]],
  ['Vi hoppas att 25 familjer kommer.', [25]],
  ['Vi tänker oss att 40 barn ska vara med.', [40]],
  ['Minst 60 barn per läsår ska fullfölja kursen.', [60]],
  ['Minst två ledare ska finnas vid varje träff.', []],
  ['Föreningen ska lämna 4 rapporter.', []],
])('outside a section about goals: %s', (sentence, expected) => {
  expect(readGoals(smallAgreement(`## Simskolan\n\n${sentence}`)).flatMap(({ target }) => (target === null ? [] : [target]))).toEqual(expected);
});

test('one in so many is a share', () => {
  expect(readGoals(smallAgreement('## Mål\n\n- En av tre ledare är under 30 år')).map(({ target, share }) => [target, share?.at])).toEqual([[null, '1/3']]);
});

test('a number over how much counts, how often beside how many does not', () => {
  expect(numbers('## Målbild\n\n- 900 meter stängsel\n- 300 elever har varit med')).toEqual([900, 300]);
  expect(numbers('## Mål\n\nVid periodens slut har 60 familjer fått hjälp minst tio gånger.')).toEqual([60]);
  expect(numbers('## Mål\n\nBarnen ska kunna simma 200 meter.')).toEqual([]);
  expect(numbers('## Mål\n\n1. Minst 40 träffar per år\n2. 250 deltagare')).toEqual([40, 250]);
  expect(numbers('## Förväntat resultat\n\nArbetet beräknas nå 350 personer.')).toEqual([350]);
});

test.each([
  '## Mål\n\nUnder avtalstiden ska\n\n- 45 personer ha påbörjat arbetsträning\n- minst 15 ha gått vidare till arbete',
  'Vad vi vill uppnå\n\nFram till sista juni 2025 vill vi att\n\n* 45 vuxna har deltagit\n* 15 par har matchats',
  'Målgrupp och mål\n\nVi vänder oss till alla över 18 år.\n\nMålen för säsongen är\n- att minst 45 gäster ska få kontakt med vården även vid minus 10 grader, och\n- att 15 kvinnor får eget boende.',
  'Målsättning\n\nVid avtalets slut har\n\n- 45 ledare gått kursen\n- 15 barn provat på',
  'Samverkan\n\nParterna möts varje kvartal.\n\nMål för avtalstiden är att gruppen ska ha 45 deltagare vid utgången av 2025 och 15 ledare.',
  'Verksamhet\n\nMålen för perioden: 45 deltagare och 15 träffar per år.',
])('goals under a line that leads to them: %j', (body) => {
  const goals = readGoals(smallAgreement(body));
  expect(goals.map(({ target }) => target)).toEqual([45, 15]);
});

test('how long something is that is to be made counts', () => {
  expect(numbers('## Mål\n\nVid periodens slut ska 18 kilometer vandringsled vara märkt.')).toEqual([18]);
  expect(numbers('## Mål\n\nBarnen ska kunna simma 200 meter crawl.')).toEqual([]);
});

test('a share is of what the words say, not of whose it is', () => {
  const of = (goal: string) => readGoals(smallAgreement(`## Mål\n\n- ${goal}`)).map(({ share }) => share?.of);
  expect(of('Två tredjedelar av partnerskapets deltagare ska vara kvinnor.')).toEqual(['partnerskapets deltagare']);
  expect(of('80 % av alla deltagare är nöjda.')).toEqual(['alla deltagare']);
  expect(of('Hälften av kommunens skolor är med.')).toEqual(['kommunens skolor']);
  expect(of('2/3 av de kvinnor som kommer får arbete.')).toEqual(['de kvinnor']);
  expect(of('Minst 75 procent av eleverna går i mål.')).toEqual(['eleverna']);
});
