import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../tests/support/small-agreement.ts';
import { contextOf } from './index.ts';
import { readCommitments } from './commitments.ts';

const KOMMUN = 'Björkviks kommun';
const LYKTAN = 'Föreningen Lyktan';
const duties = (body: string) => readCommitments(smallAgreement(body)).map(({ party, text }) => [party, text]);

test('items under a party’s name bind that party', () => {
  expect(duties('## Kommunens åtaganden\n\n- Utse en kontaktperson\n- Tillhandahålla lokal\n\n## Föreningen åtar sig att\n\n- bemanna mötesplatsen')).toEqual([
    [KOMMUN, 'Utse en kontaktperson'],
    [KOMMUN, 'Tillhandahålla lokal'],
    [LYKTAN, 'bemanna mötesplatsen'],
  ]);
});

test('a line before a list says whom its items bind', () => {
  expect(duties('## Åtaganden\n\nKommunen ska:\n\n- upplåta lokal\n\nFöreningen ska:\n\n- hålla öppet')).toEqual([[KOMMUN, 'upplåta lokal'], [LYKTAN, 'hålla öppet']]);
});

test('running text binds the subject of each sentence', () => {
  expect(duties('## Samarbete\n\nKommunen ansvarar för lokalen. Därutöver ska föreningen utbilda volontärer. Dokumentationen sköts av kommunen.')).toEqual([
    [KOMMUN, 'Kommunen ansvarar för lokalen.'],
    [LYKTAN, 'Därutöver ska föreningen utbilda volontärer.'],
    [KOMMUN, 'Dokumentationen sköts av kommunen.'],
  ]);
});

test('a sentence about two parties is two commitments', () => {
  expect(duties('## Samarbete\n\nKommunen bekostar lokalen och föreningen ansvarar för städning.')).toEqual([[KOMMUN, 'Kommunen bekostar lokalen'], [LYKTAN, 'föreningen ansvarar för städning.']]);
});

test('the parties together, and each of them, are both', () => {
  expect(duties('## Samarbete\n\nParterna ska informera varandra. Kommunen och föreningen avsätter tid för möten. Vardera parten bär sina kostnader.').map(([party]) => party)).toEqual(['both', 'both', 'both']);
});

test('a party named in a subordinate clause or as an object is not the one who is bound', () => {
  expect(duties('## Samarbete\n\nKommunen ser till att föreningen får nycklar och ger föreningen tillgång till lokalen.')).toEqual([[KOMMUN, 'Kommunen ser till att föreningen får nycklar och ger föreningen tillgång till lokalen.']]);
});

test('what a party must not do binds it; what it may do does not', () => {
  expect(duties('## Samarbete\n\nFöreningen får inte ta ut avgifter. Föreningen får sälja kaffe. Kommunen kan erbjuda utbildning.')).toEqual([[LYKTAN, 'Föreningen får inte ta ut avgifter.']]);
});

test('background, purpose, values, goals, the term and disputes bind nobody', () => {
  const body = [
    '## Bakgrund\n\nFöreningen arbetar för ungas hälsa. Kommunen har länge stött den.',
    '## Syfte\n\nPartnerskapet ska stärka unga. Parterna ska bidra till ökad trygghet.',
    '## Värdegrund\n\n- Verksamheten ska vara öppen för alla',
    '## Mål\n\n- 70 personer ska ha fått stöd',
    '## Tvist\n\nTvister ska lösas i dialog mellan parterna.',
  ];
  expect(duties(body.join('\n\n'))).toEqual([]);
});

test('a proposal is weaker than a duty', () => {
  const [commitment] = readCommitments(smallAgreement('## Uppföljning\n\nParterna ska följa upp arbetet, förslagsvis en gång i månaden.'));
  expect(commitment?.modality).toBe('should');
});

test('columns under the parties’ names bind each its party', () => {
  expect(duties('## Åtaganden\n\n| Kommunen | Föreningen |\n|---|---|\n| upplåter lokal | håller öppet |')).toEqual([[KOMMUN, 'upplåter lokal'], [LYKTAN, 'håller öppet']]);
});

test('a list of duties that names nobody we know binds nobody in particular', () => {
  expect(duties('## Vaktlagets åtaganden\n\n- skriva i vaktboken efter varje pass')).toEqual([[null, 'skriva i vaktboken efter varje pass']]);
});

test('a duty may be laid on a party with the words åligger and ankommer', () => {
  expect(duties('## Samarbete\n\nDet åligger föreningen att bemanna varje natt. På kommunen ankommer att anvisa en lokal.').map(([party]) => party)).toEqual([LYKTAN, KOMMUN]);
});

test('the one after “av” does what a passive tells, also through its office', () => {
  expect(duties('## Samarbete\n\nResultatet analyseras av kommunens folkhälsoenhet. Chattloggar raderas av föreningen efter 14 dagar.').map(([party]) => party)).toEqual([KOMMUN, LYKTAN]);
});

test('a table that ticks the parties’ columns gives each its tasks', () => {
  expect(duties('## Vem gör vad?\n\n| Uppgift | Kommunen | Föreningen |\n|---|---|---|\n| Köpa in virke | x | |\n| Måla ledmarkeringar | | x |')).toEqual([[KOMMUN, 'Köpa in virke'], [LYKTAN, 'Måla ledmarkeringar']]);
});

test('numbered clauses of several sentences are read as prose', () => {
  expect(duties('## Villkor\n\n1. Föreningen står för två föreställningar. Föreningen tar med eget ljud.\n2. Kommunen ordnar bussar. Kommunen betalar inträdet.').map(([party]) => party)).toEqual([LYKTAN, LYKTAN, KOMMUN, KOMMUN]);
});

test('questions, contacts and the parties’ own numbers are no duties', () => {
  expect(duties('## Samarbete\n\nHur håller vi ihop det? Kommunen, 212000-9999, har sitt säte i Björkvik.')).toEqual([]);
});

test('a count to reach is a goal, not a duty', () => {
  expect(duties('## Mål\n\nFöreningen ska genomföra 80 vandringar. Kommunen ansvarar för mätningen.')).toEqual([[KOMMUN, 'Kommunen ansvarar för mätningen.']]);
});

test('a table, an item or a line that names who is responsible binds that party', () => {
  expect(duties('## Plan\n\n| Aktivitet | Ansvarig | När |\n|---|---|---|\n| Starta språkcafé | Föreningen | mars 2025 |\n| Gemensam uppföljning | Kommunen och föreningen | oktober |')).toEqual([[LYKTAN, 'Starta språkcafé'], ['both', 'Gemensam uppföljning']]);
  expect(duties('## Aktiviteter\n\n- Språkcafé varje tisdag (ansvarig: föreningen)\n- Lokal och fika (ansvarig: kommunen)')).toEqual([[LYKTAN, 'Språkcafé varje tisdag'], [KOMMUN, 'Lokal och fika']]);
  expect(duties('## Åtaganden\n\nKommunen: upplåter lokal och städar.\n\nFöreningen: bemannar och för statistik.').map(([party]) => party)).toEqual([KOMMUN, LYKTAN]);
});

test.each([
  ['Det är föreningen som ansvarar för brandskyddet.', [LYKTAN]],
  ['Det är kommunens ansvar att snöröja gården.', [KOMMUN]],
  ['Från kommunens sida avsätts en tjänst på 20 procent.', [KOMMUN]],
  ['Till föreningens uppgifter hör att föra statistik.', [LYKTAN]],
  ['Parterna är överens om att föreningen ska hålla öppet på lov.', [LYKTAN]],
  ['Föreningen följer kommunens miljöprogram.', [LYKTAN]],
  ['Lokalen får endast användas till partnerskapets aktiviteter.', [null]],
  ['Föreningen har rutiner för oro för barn.', [LYKTAN]],
  ['Föreningen har 740 medlemmar i kommunen.', []],
  ['Kommunen skulle även kunna bjuda på en middag.', []],
])('%s', (sentence, parties) => {
  expect(duties(`## Samverkan i vardagen\n\n${sentence}`).map(([party]) => party)).toEqual(parties);
});

test('sentences that go on from a party’s name are its duties', () => {
  expect(duties('## Så här gör vi\n\nFöreningen: Spolar isen varje morgon. Lånar ut hjälmar till barn.')).toEqual([
    [LYKTAN, 'Spolar isen varje morgon.'],
    [LYKTAN, 'Lånar ut hjälmar till barn.'],
  ]);
});

test('running text goes on telling what is done, of whom it began with', () => {
  expect(duties('## Bussen\n\nFöreningen kör bussen varje fredag. Resan är gratis. Minst en ledare är på plats hela kvällen. Ingen tillfrågas om namn. De ringer om någon saknas. Den som är sen får vänta. Vi siktar på 90 resor.').map(([party, text]) => [party, text?.split(' ')[0]])).toEqual([
    [LYKTAN, 'Föreningen'],
    [LYKTAN, 'Resan'],
    [LYKTAN, 'Minst'],
    [LYKTAN, 'Ingen'],
    [LYKTAN, 'De'],
  ]);
});

test('a text that tells of no duties does not begin to with a passive', () => {
  expect(duties('## Om platsen\n\nTorget ligger vid ån. Det besöks av många. Här säljs frukt på lördagar.')).toEqual([]);
});

test.each([
  ['Kommunen äger bussen och står för försäkringen.', [KOMMUN]],
  ['Kommunen bjuder på fika, försäkrar volontärerna och städar.', [KOMMUN]],
  ['Till föreningen hör också att vattna blommorna.', [LYKTAN]],
  ['Föreningen äger inte upplåta lokalen åt någon annan.', [LYKTAN]],
  ['Kommunens bidrag är 90 000 kr år 2025.', [KOMMUN]],
  ['Båda ställer upp med en person på vårdagen.', ['both']],
  ['Den som får veta om hot underrättar den andra samma dag.', ['both']],
  ['Bidraget rekvireras av föreningen i mars.', [LYKTAN]],
  ['Föreningen för noga bok över nycklarna.', [LYKTAN]],
  ['Det är också föreningen som tänder ljusen.', [LYKTAN]],
  ['Vid lika röstetal avgör kommunen.', []],
  ['Vi räknar med ungefär femtio besökare.', []],
])('%s', (sentence, parties) => {
  expect(duties(`## Samverkan i vardagen\n\n${sentence}`).map(([party]) => party)).toEqual(parties);
});

test('a report, a talk of going on and money left over are owed though nobody is named', () => {
  expect(duties('## Redovisning\n\nSlutrapport ska vara kommunen tillhanda den 30 april 2026.\n\n## Tid\n\nBeslut om förlängning fattas senast tre månader före utgången.\n\n## Pengar\n\nBidrag som inte har gått åt lämnas tillbaka.').map(([party]) => party)).toEqual([LYKTAN, 'both', LYKTAN]);
});

test('money used amiss and leaving early are clauses of their own', () => {
  expect(duties('## Återbetalning\n\nHar bidraget använts till annat ändamål ska föreningen betala tillbaka det.\n\n## Uppsägning\n\nDen som vill hoppa av säger till tre månader innan.')).toEqual([]);
});

test('the one who calls the group is bound through whom they work for', () => {
  expect(duties('## Styrgrupp\n\nI gruppen sitter Karin Ek (kommunen) och diakon Lars Ahl från föreningen.\n\n## Möten\n\nKarin Ek sammankallar. Diakonen för protokoll.')).toEqual([[KOMMUN, 'Karin Ek sammankallar.'], [LYKTAN, 'Diakonen för protokoll.']]);
});

test('a party over sentences that open with a verb, and "Tillsammans" over a list, say whom they bind', () => {
  expect(duties('## Föreningen\n\nHåller öppet till kl. 21. Har två vuxna på plats.\n\n## Tillsammans\n\n- städar stranden i maj\n- delar lägesbild').map(([party]) => party)).toEqual([LYKTAN, LYKTAN, 'both', 'both']);
});

test('in a letter "ni" is the one written to and "vi" the one who writes, but what is done together is both’s', () => {
  const letter = 'Till Parkens Vänner\n\nEkmora kommun (org.nr 212000-9713) och Parkens Vänner (org.nr 802991-1172) samarbetar om parken från den 1 april 2025 till den 31 oktober 2026.\n\nNi klipper gräset varje vecka. Ni räfsar på hösten.\n\nVi tömmer tunnorna varje måndag. Vi träffas i mars och går igenom året.';
  expect(readCommitments(contextOf(letter)).map(({ party }) => party)).toEqual(['Parkens Vänner', 'Parkens Vänner', 'Ekmora kommun', 'both']);
});

test('under aims and following up alike, who reports is bound and what is counted is not', () => {
  expect(duties('## Mål och uppföljning\n\n90 vandringar ska genomföras.\n\nFöreningen lämnar en rapport senast den 1 november.')).toEqual([[LYKTAN, 'Föreningen lämnar en rapport senast den 1 november.']]);
});

test('a numbered clause may lead the letters under it, and the next number is a clause again', () => {
  const body = '## Villkor\n\n2. Föreningen ska\n   a) hålla huset öppet,\n   b) sköta uthyrningen.\n\n3. Kommunen ska\n   a) betala värmen,\n   b) skotta gången.\n\n4. Den som vill lämna avtalet säger upp det i förväg.\n\n5. Föreningen redovisar i mars.';
  expect(duties(body).map(([party, text]) => [party, text?.split(' ')[0]])).toEqual([[LYKTAN, 'hålla'], [LYKTAN, 'sköta'], [KOMMUN, 'betala'], [KOMMUN, 'skotta'], [LYKTAN, 'Föreningen']]);
});

test.each([
  [KOMMUN, 'Städning sker genom kommunens försorg.'],
  [LYKTAN, 'Utrustningen underhålls på föreningens bekostnad.'],
  [LYKTAN, 'Genom föreningen ges stöd i form av enskilda samtal.'],
  [LYKTAN, 'För föreningen gäller att ledarna ska ha visat registerutdrag.'],
  [KOMMUN, 'Av kommunen tillhandahålls även dator och telefon.'],
  [KOMMUN, 'Ansvarig för brandskyddet är kommunen.'],
  [KOMMUN, 'Snöröjning är kommunens ansvar.'],
  [KOMMUN, 'Lokalen, som kommunen tillhandahåller utan kostnad, ligger på Storgatan.'],
  [KOMMUN, 'Deltagarna omfattas av kommunens olycksfallsförsäkring.'],
  [LYKTAN, 'Ej må föreningen överlåta avtalet.'],
  [LYKTAN, 'Utan kommunens medgivande får föreningen inte hyra ut lokalen.'],
  [LYKTAN, 'Om föreningen inte kan hålla öppet meddelar den kommunen samma dag.'],
  [LYKTAN, 'Föreningen på orten sköter driften.'],
  ['both', 'Frågor av vikt tas upp mellan parterna innan beslut fattas.'],
])('%s is bound by “%s”', (party, sentence) => {
  expect(duties(`## Genomförande\n\n${sentence}`).map(([who]) => who)).toEqual([party]);
});

test('nouns after a party’s name are what it brings, and names are not', () => {
  expect(duties('## Genomförande\n\nKommunen: lokal, el, städning och internet.\n\nFöreningen: Karin Ek, ordförande')).toEqual([[KOMMUN, 'lokal, el, städning och internet.']]);
});

test('a section about one party binds it, also where nobody is named', () => {
  expect(duties('## Föreningens ansvar\n\nLokalen ska hållas öppen tre kvällar i veckan. Ledarna ska ha visat registerutdrag.').map(([party]) => party)).toEqual([LYKTAN, LYKTAN]);
});

test('a list under “Båda”, and one under what a party takes on, are theirs', () => {
  expect(duties('## Vad vi gör\n\n### Båda\n\n- träffas varje månad\n- gör en enkät i maj')).toEqual([['both', 'träffas varje månad'], ['both', 'gör en enkät i maj']]);
  expect(duties('## Vad föreningen tar på sig\n\n1   Ridlektioner två kvällar i veckan\n2   Två vuxna i varje grupp')).toEqual([[LYKTAN, 'Ridlektioner två kvällar i veckan'], [LYKTAN, 'Två vuxna i varje grupp']]);
});

test('small lines under a name and a colon are its list, and whole sentences under “ska kommunen göra:” are duties each', () => {
  expect(duties('## Ansvar\n\nKommunen:\ninformerar om caféet\nupplåter lokal\n\nLyktan:\nhåller öppet\nför statistik')).toEqual([[KOMMUN, 'informerar om caféet'], [KOMMUN, 'upplåter lokal'], [LYKTAN, 'håller öppet'], [LYKTAN, 'för statistik']]);
  expect(duties('## Arbetet\n\nDet här ska kommunen göra:\nKommunen ska låna ut lokalen.\nSkolan ska dela ut affischer.')).toHaveLength(2);
});

test('what was agreed on binds as a list, whatever the section is called', () => {
  expect(duties('## Bakgrund\n\nParterna är överens om att:\n\n1. föreningen håller caféet öppet\n2. kommunen betalar hyran')).toEqual([[LYKTAN, 'föreningen håller caféet öppet'], [KOMMUN, 'kommunen betalar hyran']]);
});

test('what is handed to one of two parties the other one owes, and what one is paid the municipality owes', () => {
  expect(duties('## Uppföljning\n\nAllvarliga händelser anmäls till kommunen inom ett dygn.')).toEqual([[LYKTAN, 'Allvarliga händelser anmäls till kommunen inom ett dygn.']]);
  expect(duties('## Ekonomi\n\nFör städningen får föreningen 3 000 kr per gång.')).toEqual([[KOMMUN, 'För städningen får föreningen 3 000 kr per gång.']]);
  expect(duties('## Ekonomi\n\nArbetet finansieras med 400 000 kr per år från kommunen.')).toEqual([[KOMMUN, 'Arbetet finansieras med 400 000 kr per år från kommunen.']]);
});

test('how changes are made is form, and that a board is to exist is steering', () => {
  expect(duties('## Övrigt\n\nÄndringar och tillägg ska göras skriftligen och undertecknas av båda parter. För samråd skall finnas en samarbetsnämnd.')).toEqual([]);
});

test.each([
  ['## Ansvar\n\nKommunens jourhavande är nåbar dygnet runt.', KOMMUN],
  ['## Ansvar\n\nFöreningen är tillgänglig på telefon alla kvällar.', LYKTAN],
  ['## Ansvar\n\nDen offentliga aktören betalar el och vatten.', KOMMUN],
  ['## Ekonomi\n\nKommunens ersättning, 90 000 kr, betalas i tre delar om 30 000 kr.', KOMMUN],
  ['## Ekonomi\n\nErsättning till föreningen: 88 000 kr per läsår', KOMMUN],
  ['## Ekonomi\n\nErsättning utgår från kommunen med 4 500 kronor per gång.', KOMMUN],
  ['## Uppföljning\n\nSkriftlig rapport från föreningen senast den 20 juni varje år.', LYKTAN],
  ['## Uppföljning\n\nGemensam genomgång av säkerheten före säsongens start.', 'both'],
  ['## Skötsel\n\nLampor byts av den som först ser att de är trasiga.', 'both'],
])('told without a verb of duty, in a label or in passing: %s', (body, party) => {
  expect(duties(body).map(([who]) => who)).toEqual([party]);
});

test('what goes on from a party’s duties is its own, also under what all do together', () => {
  expect(duties('## Vad vi gör\n\nFöreningen sköter stugan. Golvet städas varje dag.').map(([party]) => party)).toEqual([LYKTAN, LYKTAN]);
});

test.each(['## Arbetet\n\nVi ska göra det lättare för äldre att komma ut.', '## Återbetalning\n\nFöreningen är återbetalningsskyldig för bidrag som inte har använts.', '## Grupp\n\nKan gruppen inte komma överens bestämmer kommunens miljöchef.', '## Utvärdering\n\nGemensam utvärdering är viktig.'])(
  'an aim, what may be claimed back and who decides in the end bind nobody: %s',
  (body) => expect(duties(body)).toEqual([]),
);

test.each([
  ['## Lyktans åtaganden\n\nÖppna lokalen tre kvällar i veckan.\nRekrytera ledare.\nFöra statistik.', [LYKTAN, LYKTAN, LYKTAN]],
  ['## Innehåll\n\nLyktan:\n - besöker varje skola\n - håller i bokcirklar\nKommunen:\n - anvisar lokaler', [LYKTAN, LYKTAN, KOMMUN]],
  ['## Ekonomi\n\nLyktan får 185 000 SEK per läsår.', [KOMMUN]],
  ['## Lyktan åtar sig följande\n\n1. Att hålla öppet.', [LYKTAN]],
  ['## Vem ansvarar för vad\n\n| Område | Ansvarig |\n|---|---|\n| Lokal | Kommunen |\n| Ledare | Lyktan |', [KOMMUN, LYKTAN]],
  ['## Ansvar\n\n- Lokal (kommunen)\n- Ledare (Lyktan)\n- Information – båda', [KOMMUN, LYKTAN, 'both']],
  ['## Övrigt\n\nIngen part får teckna avtal i den andras namn.', ['both']],
  ['## Arbetet\n\nLyktan ser över sina rutiner varje vår. Kommunens personal omfattas av sekretess.', [LYKTAN]],
])('who is to do what, told in few words: %s', (body, parties) => {
  expect(duties(body).map(([party]) => party)).toEqual(parties);
});

test('a counted aim, how the parties are to treat each other, and what the law lays on one of them, is no commitment', () => {
  expect(duties('## Arbetet\n\nLyktan svarar i telefonen. Minst 2 500 samtal ska besvaras årligen.').map(([, text]) => text)).toEqual(['Lyktan svarar i telefonen.']);
  expect(duties('## Principer\n\nParterna ska visa varandra respekt.')).toEqual([]);
  expect(duties('## Bakgrund\n\nKommunen ansvarar för hemtjänsten enligt socialtjänstlagen.')).toEqual([]);
});
