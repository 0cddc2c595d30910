import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../tests/support/small-agreement.ts';
import { readExtension } from './extension.ts';
import { readNotice } from './notice.ts';
import { readRepayment } from './repayment.ts';
import { readSteering } from './steering.ts';

test.each([
  ['Uppsägningstiden är tre månader.', 3],
  ['Vardera parten kan säga upp avtalet med sex (6) månaders uppsägningstid.', 6],
  ['Båda kan avbryta samarbetet med en månads varsel.', 1],
  ['Avtalet sägs upp senast 4 månader före avtalstidens utgång.', 4],
  ['Uppsägningstiden är 30 dagar.', null],
])('notice: %s', (text, months) => {
  expect(readNotice(smallAgreement(`## Uppsägning\n\n${text}`))?.months).toBe(months);
});

test('an agreement that says nothing of notice, repayment, extension or a group has none', () => {
  const ctx = smallAgreement('## Samarbete\n\nKommunen upplåter lokal.');
  expect([readNotice(ctx), readRepayment(ctx), readExtension(ctx), readSteering(ctx)]).toEqual([null, null, null, null]);
});

test('repayment says who and when', () => {
  expect(readRepayment(smallAgreement('## Återbetalning\n\nOm bidraget inte används för avsett ändamål ska föreningen återbetala motsvarande belopp.'))).toMatchObject({
    who: 'Föreningen Lyktan',
    when: 'Om bidraget inte används för avsett ändamål',
  });
});

test('the steps towards an extension have their days', () => {
  const extension = readExtension(smallAgreement('## Förlängning\n\nAvtalet kan förlängas. Dialog om förlängning sker senast september 2025. Beslut tas senast utgången av november 2025.'));
  expect(extension?.steps.map(({ date, precision }) => [date, precision])).toEqual([['2025-09-30', 'month'], ['2025-11-30', 'month']]);
});

test('a group meets as often as the agreement says, and decides as it says', () => {
  const text = '## Styrgrupp\n\nStyrgruppen består av Karin Ek (kommunen) och Lars Ahl (föreningen). Den sammankallas av kommunen och sammanträder minst fyra gånger under avtalsperioden. Beslut fattas i enighet.';
  expect(readSteering(smallAgreement(text))).toMatchObject({
    frequency: 'minst fyra gånger under avtalsperioden',
    minMeetings: 4,
    perYear: false,
    unanimity: true,
    convener: 'Björkviks kommun',
    members: [{ name: 'Karin Ek', party: 'Björkviks kommun' }, { name: 'Lars Ahl', party: 'Föreningen Lyktan' }],
  });
});

test('a majority is no unanimity, and a silent agreement is neither', () => {
  expect(readSteering(smallAgreement('## Styrgrupp\n\nStyrgruppen träffas varje kvartal. Beslut fattas med enkel majoritet.'))).toMatchObject({ unanimity: false, recurrence: 'quarterly' });
  expect(readSteering(smallAgreement('## Styrgrupp\n\nStyrgruppen träffas varje kvartal.'))?.unanimity).toBeNull();
});

test.each([
  ['Vill någon av oss sluta säger vi till 3 mån innan.', 3],
  ['Båda parter har rätt att frånträda avtalet med två månaders framförhållning.', 2],
  ['Den som vill avsluta samarbetet meddelar detta minst ett halvår i förväg.', 6],
])('%s', (sentence, months) => {
  expect(readNotice(smallAgreement(`## Om det skaver\n\n${sentence}`))?.months).toBe(months);
});

test.each([
  ['Medel som inte förbrukats ska återlämnas till kommunen.', true],
  ['Pengar som blir över lämnas tillbaka.', true],
  ['Nycklarna lämnas tillbaka.', false],
])('%s', (sentence, isRepayment) => {
  expect(readRepayment(smallAgreement(`## Övrigt\n\n${sentence}`)) !== null).toBe(isRepayment);
});

test('striving for agreement, or disagreement, is no rule of unanimity', () => {
  expect(readSteering(smallAgreement('## Styrgrupp\n\nStyrgruppen träffas varje månad. Den strävar efter samförstånd.'))?.unanimity).toBeNull();
  expect(readSteering(smallAgreement('## Styrgrupp\n\nStyrgruppen träffas varje månad. Vid oenighet har ordföranden utslagsröst.'))?.unanimity).toBe(false);
});

test.each([
  ['Vid gruppens möten gäller att alla ska vara överens.', true],
  ['Gruppen måste vara ense för att något ska vara beslutat.', true],
  ['Beslut fattas i samförstånd.', true],
  ['Beslut kräver konsensus.', true],
  ['Samtliga ledamöter måste säga ja.', true],
  ['Gruppen beslutar tillsammans.', true],
  ['Vid lika röstetal avgör kommunens mening.', false],
  ['Flest röster vinner.', false],
  ['Är gruppen inte överens avgör ordföranden.', false],
])('how a group decides: %s', (sentence, unanimity) => {
  expect(readSteering(smallAgreement(`## Styrgrupp\n\nStyrgruppen träffas varje månad. ${sentence}`))?.unanimity).toBe(unanimity);
});

test.each([
  ['Arbetsgruppen ses två veckor efter varje lov.', 'två veckor efter varje lov'],
  ['Arbetsgruppen möts i mars och oktober.', 'i mars och oktober'],
  ['Ett husråd med två personer från vardera parten sammanträder en gång per termin.', 'en gång per termin'],
])('how often: %s', (sentence, frequency) => {
  expect(readSteering(smallAgreement(`## Så leder vi\n\n${sentence}`))?.frequency).toBe(frequency);
});

test.each([
  ['## Uppsägning\n\n3 månader.', 3],
  ['## Om det kniper\n\nDen som vill gå ur säger till två månader innan.', 2],
  ['## Arbetet\n\nFöreningen lämnar schemat tre veckor före varje lov.\n\n## Tid\n\nAvtalet kan sägas upp med fyra månaders uppsägningstid.', 4],
])('notice in few words: %s', (body, months) => {
  expect(readNotice(smallAgreement(body))?.months).toBe(months);
});

test('what one is to do who wants to leave is told under a heading that says so', () => {
  expect(readNotice(smallAgreement('## Om någon vill sluta\n\nDå ska man säga det fyra månader innan.'))?.months).toBe(4);
  expect(readNotice(smallAgreement('## Möten\n\nDå ska man säga det fyra månader innan.'))).toBeNull();
});

test('what is not used goes back, though no word for money is said', () => {
  expect(readRepayment(smallAgreement('## Pengar\n\nDet som föreningen inte använder ska föreningen lämna tillbaka.'))).not.toBeNull();
  expect(readRepayment(smallAgreement('## Nycklar\n\nNycklarna lämnas tillbaka i december.'))).toBeNull();
});

test('where somebody decides when the group cannot agree, it need not agree', () => {
  expect(readSteering(smallAgreement('## Styrgrupp\n\nStyrgruppen träffas varje månad. Kan gruppen inte komma överens bestämmer miljöchefen.'))?.unanimity).toBe(false);
});

test.each([
  ['varannan månad', 6], ['vartannan månad', 6], ['en gång varannan månad', 6], ['var fjärde månad', 3], ['var sjätte vecka', 8], ['var åttonde vecka', 6], ['var tredje månad', null], ['varannan vecka', null],
])('meetings %s are counted by the year where no name says how often', (said, expected) => {
  const steering = readSteering(smallAgreement(`## Styrgrupp\n\nStyrgruppen har fyra ledamöter. Styrgruppen träffas ${said}.`))!;
  expect([steering.minMeetings, steering.perYear]).toEqual([expected, expected !== null]);
});

test('the place of the steering group is the sentence that says how often it meets', () => {
  const ctx = smallAgreement('## Styrgrupp\n\nParterna bildar en styrgrupp med tre ledamöter från vardera. Styrgruppen träffas varannan månad.');
  const { source } = readSteering(ctx)!;
  expect(ctx.doc.text.slice(source.start, source.end)).toBe('Styrgruppen träffas varannan månad.');
  const silent = smallAgreement('## Styrgrupp\n\nParterna bildar en styrgrupp. Den är enig.');
  const at = readSteering(silent)!.source;
  expect(silent.doc.text.slice(at.start, at.end)).toBe('Parterna bildar en styrgrupp.');
});
