import { expect, test } from 'vitest';
import { structure } from './index.ts';

const shape = (text: string): string[] => structure(text).blocks.map((block) => `${block.kind}${block.label ? ` ${block.label}` : ''}: ${block.text}`);

test('a heading is told by its number, its mark, its capitals, or by standing over a text', () => {
  const body = 'Parterna ska tillsammans ordna läxhjälp i bibliotekets lokaler under hela läsåret.';
  for (const [heading, text] of [
    ['1. Bakgrund', 'Bakgrund'], ['4.2 Målgrupp', 'Målgrupp'], ['§ 3 Avtalstid', 'Avtalstid'], ['3 § Avtalstid', 'Avtalstid'], ['## Ekonomi', 'Ekonomi'], ['**Styrgrupp**', 'Styrgrupp'],
    ['UPPFÖLJNING', 'UPPFÖLJNING'], ['Syfte', 'Syfte'], ['Hur vi arbetar tillsammans', 'Hur vi arbetar tillsammans'], ['Utvärdering.', 'Utvärdering.'], ['1    PARTER', 'PARTER'],
  ]) {
    const [first, second] = structure(`Inledande mening om det här avtalet mellan oss.\n\n${heading!}\n\n${body}`).blocks.slice(1);
    expect([first!.kind, first!.text, second!.kind], heading).toEqual(['heading', text, 'paragraph']);
  }
});

test('a sentence that happens to be short, an address and a name are no headings', () => {
  for (const line of ['Storgatan 3', 'Anna Bergström', '291 80 Ekmora', 'anna@example.se', 'Parterna är överens.']) {
    expect(shape(`Ekmora kommun\n\n${line}\n\nKort rad`).join('\n'), line).not.toContain('heading: ' + line);
  }
});

test('a sentence broken by a page is joined again, and what the page repeats is set aside', () => {
  const doc = structure('Partnerskapet syftar till att nå unga som inte använder kommunens\n\nSida 1 (2)\n\f\nDnr KS 2024/1   Sida 2 (2)\n\nmötesplatser i dag.');
  expect(doc.blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text)).toEqual(['Partnerskapet syftar till att nå unga som inte använder kommunens mötesplatser i dag.']);
  expect(doc.blocks.filter((block) => block.kind === 'furniture')).toHaveLength(2);
});

test('a word divided at the end of a line is made whole, but a hanging hyphen stays', () => {
  const [block] = structure('Föreningen ansvarar för att alla mötes-\nplatser är öppna och att kultur-\noch fritidslokalerna städas.').blocks;
  expect(block!.text).toBe('Föreningen ansvarar för att alla mötesplatser är öppna och att kultur- och fritidslokalerna städas.');
});

test('every kind of bullet makes an item, and so does a line after "ska:"', () => {
  for (const mark of ['-', '•', '*', '–', 'a)', '1.', '(i)', '▪', '»']) {
    expect(shape(`Föreningen ska:\n\n${mark} hålla öppet\n${mark} bjuda på fika`).filter((line) => line.startsWith('item')), mark).toHaveLength(2);
  }
  expect(shape('Kommunen ska:\nupplåta lokal\nutse kontaktperson')).toEqual(['paragraph: Kommunen ska:', 'item: upplåta lokal', 'item: utse kontaktperson']);
  expect(shape('Kommunen åtar sig att\nupplåta lokal\nutse kontaktperson')[0]).toBe('heading: Kommunen åtar sig att');
});

test('columns, pipes, tabs and lines of label and sum are rows', () => {
  expect(shape('Lön\t250 000\nHyra\t50 000')).toEqual(['row: Lön\t250 000', 'row: Hyra\t50 000']);
  expect(shape('| Post | Belopp |\n|---|---:|\n| Lön | 250 000 |').filter((line) => line.startsWith('row'))).toEqual(['row: Post\tBelopp', 'row: Lön\t250 000']);
  expect(shape('Lön projektledare 250 000 kr\nHyra av lokal 50 000 kr')).toEqual(['row: Lön projektledare\t250 000 kr', 'row: Hyra av lokal\t50 000 kr']);
  expect(shape('Lön               250 000\nHyra               50 000')).toEqual(['row: Lön\t250 000', 'row: Hyra\t50 000']);
});

test('a table with one cell to a line gets its rows back, every letter where it stood', () => {
  const rows = (text: string) => shape(text).filter((line) => line.startsWith('row'));
  expect(rows('Budget\n\nPost\nBelopp\nLön\n45 000 kr\nHyra\n12 000 kr\n\nBidraget betalas i mars.')).toEqual(['row: Post\tBelopp', 'row: Lön\t45 000 kr', 'row: Hyra\t12 000 kr']);
  expect(rows('Budget\n\nKostnad\n\n2025\n\n2026\n\nLön\n\n45 000\n\n47 000\n\nHyra\n\n12 000\n\n12 500\n\nParterna följer upp budgeten.')).toEqual(['row: Kostnad\t2025\t2026', 'row: Lön\t45 000\t47 000', 'row: Hyra\t12 000\t12 500']);
  expect(rows('Budget (tkr)\nPost\nKommunen\nFöreningen\nLön\n450\n–\nHyra\n120\n80')).toContain('row: Lön\t450\t–');
  expect(rows('Budget (tkr)\n\nPost\nKommunen\nFöreningen\nLön\n450\n20\nHyra\n120\n80')).toEqual(['row: Post\tKommunen\tFöreningen', 'row: Lön\t450\t20', 'row: Hyra\t120\t80']);
  expect(rows('Utbetalning\n\nDel\nBetalas\nBelopp\n1\nnär avtalet har undertecknats\n100 000 kr\n2\n15 januari 2026\n50 000 kr')).toHaveLength(3);
  const text = 'Budget\n\nPost\n  Belopp\nLön\n  45 000 kr\nHyra\n  12 000 kr\n';
  const hyra = structure(text).blocks.at(-1)!;
  expect(text.slice(hyra.span.start, hyra.span.end)).toBe('Hyra\n  12 000 kr');
});

test('where sums are told in thousands a small number ends its row, though the columns ran together', () => {
  const rows = (text: string) => shape(text).filter((line) => line.startsWith('row'));
  for (const said of ['Belopp i tkr', 'Beloppen anges i tusental kronor', 'Budget 2025 (tkr)', 'Kalkyl, tkr', 'Alla belopp i tkr']) {
    expect(rows(`${said}\n\nStöd till föreningen 270\nSumma 270\n\n| Vandring helg à 2500 kr, 100 nätter | -250 |\n| Material (1) -5 |  |\n\nÖvrigt (2) -15\nSumma 0`), said).toEqual(['row: Stöd till föreningen\t270', 'row: Summa\t270', 'row: Vandring helg à 2500 kr, 100 nätter\t-250', 'row: Material (1)\t-5', 'row: Övrigt (2)\t-15', 'row: Summa\t0']);
  }
  expect(rows('Belopp i tkr\n\nSe bilaga 2\nSe punkt 3')).toEqual([]);
  expect(rows('Ekonomi\n\nStöd till föreningen 270\nMaterial 30')).toEqual([]);
});

test('short lines that are no table are left alone', () => {
  for (const text of ['Kontakt\n\nAnna Berg\n070-174 06 11\nErik Ek\n070-174 06 12', 'Del 1\n100 000 kr\nnär avtalet är undertecknat\nDel 2\n50 000 kr', 'Kommunen betalar\n100 000 kr\noch föreningen\n50 000 kr.']) {
    expect(shape(text).filter((line) => line.startsWith('row') && line.split('\t').length > 2), text).toEqual([]);
  }
});

test('a document collapsed to one line is split at its headings and bullets', () => {
  const filler = 'Parterna ska tillsammans ordna läxhjälp i bibliotekets lokaler under hela läsåret och följa upp den. '.repeat(8);
  const doc = structure(`Avtal om läxhjälp 1. Parter Ekmora kommun och Föreningen Läxtaxi. 2. Bakgrund ${filler} 3. Kommunens åtaganden Kommunen ska: - upplåta lokal - utse kontaktperson 4. Ekonomi ${filler}`);
  expect(doc.blocks.filter((block) => block.kind === 'heading').map((block) => block.text)).toEqual(['Avtal om läxhjälp', 'Parter', 'Bakgrund', 'Kommunens åtaganden', 'Ekonomi']);
});

test('a heading in the margin stands over the text beside it', () => {
  const rows = ['Syfte', 'Målgrupp', 'Ekonomi', 'Tid', 'Försäkring'].map((label) => `${label.padEnd(20)}Parterna vill arbeta tillsammans i\n${' '.repeat(20)}flera år och lära av varandra.`);
  const doc = structure(rows.join('\n\n'));
  expect(doc.blocks.filter((block) => block.kind === 'heading').map((block) => block.text)).toEqual(['Syfte', 'Målgrupp', 'Ekonomi', 'Tid', 'Försäkring']);
  expect(doc.blocks[1]!.text).toBe('Parterna vill arbeta tillsammans i flera år och lära av varandra.');
});

test('sections know the headings above them', () => {
  const doc = structure('1. Åtaganden\n\n1.1 Kommunens åtaganden\n\nKommunen ska upplåta lokal.\n\n2. Ekonomi\n\nInga pengar betalas.');
  expect(doc.sections.map((section) => [section.heading?.text, section.parents])).toEqual([[undefined, []], ['Åtaganden', []], ['Kommunens åtaganden', [1]], ['Ekonomi', []]]);
});

test('Markdown marks are no words, and an address behind a link is kept', () => {
  expect(structure('Kontakta **Anna** på [Anna Berg](mailto:anna@example.se) eller *Erik*.').blocks[0]!.text).toBe('Kontakta Anna på Anna Berg(anna@example.se) eller Erik.');
});

test.each([
  ['Kan vi sluta i förtid?\nJa, efter terminen.', ['heading: Kan vi sluta i förtid?', 'paragraph: Ja, efter terminen.']],
  ['**Hur länge?** Från den 1 mars till den 30 november.', ['heading: Hur länge?', 'paragraph: Från den 1 mars till den 30 november.']],
  ['**Ekonomi.** Kommunen betalar hyran.', ['heading: Ekonomi.', 'paragraph: Kommunen betalar hyran.']],
  ['**Alltid** två vuxna är på plats.', ['paragraph: Alltid två vuxna är på plats.']],
  ['ska öppna grindarna\nska kratta banan\nska ringa vid olycka', ['item: ska öppna grindarna', 'item: ska kratta banan', 'item: ska ringa vid olycka']],
])('what stands first on its line may be a heading or an item: %s', (text, expected) => {
  expect(shape(`Parterna har länge arbetat tillsammans på banan.\n\n${text}`).slice(1)).toEqual(expected);
});

test('the last clause of a numbered list in small letters is an item, not a heading', () => {
  expect(shape('Klubben förbinder sig att\n4.1 hålla banan öppen,\n4.2 städa varje kväll,\n4.3 föra statistik.').slice(1)).toEqual(['item 4.1: hålla banan öppen,', 'item 4.2: städa varje kväll,', 'item 4.3: föra statistik.']);
});

test('in a text broken at a width an item ends where a sentence begins though there was room for it', () => {
  const text = 'Kommunen ska\n• klippa gräset på båda planerna varje vecka från maj\n  till september\n• sanda gångarna när det är halt\nVaktmästaren öppnar grindarna varje morgon och stäng-\ner dem varje kväll. Nycklarna förvaras i kommunhuset\nunder hela säsongen och lämnas inte ut till någon an-\nnan utan att kommunen har sagt ja till det i förväg.';
  expect(shape(text).slice(1, 3).map((line) => line.slice(0, 40))).toEqual(['item •: klippa gräset på båda planerna v', 'item •: sanda gångarna när det är halt']);
  expect(shape(text)[3]).toMatch(/^paragraph: Vaktmästaren öppnar grindarna/);
});

test('in a collapsed text capitals before a bullet are a heading', () => {
  const filler = 'Parterna ska tillsammans ordna läxhjälp i bibliotekets lokaler under hela läsåret. '.repeat(12);
  const doc = structure(`Avtal om läxhjälp. BAKGRUND ${filler} KLUBBEN • håller banan öppen • städar varje kväll KOMMUNEN • lånar ut redskap`);
  expect(doc.blocks.filter((block) => block.kind === 'heading').map((block) => block.text)).toEqual(expect.arrayContaining(['BAKGRUND', 'KLUBBEN', 'KOMMUNEN']));
});

test('a numbered line may begin with the name of its section', () => {
  expect(shape('8. Styrgrupp: En person från varje part.\n\n9. Mål: 4 000 besökare per år.')).toEqual(['heading 8: Styrgrupp', 'paragraph: En person från varje part.', 'heading 9: Mål', 'paragraph: 4 000 besökare per år.']);
});

test('in a text that lost its lines a numbered sentence is no heading, however short', () => {
  const clauses = ['Avtalet gäller hela året 2025 och ingen annan tid än den, om parterna inte kommer överens om något annat.', 'Lyktan ordnar träffar varje vecka. Lyktan skaffar ledare och ser till att de har försäkring och visar utdrag ur registret.', 'Kommunen lånar ut gården. Kommunen hämtar sopor varje vecka och betalar vattnet så länge avtalet gäller.', 'Kommunen betalar 900 kronor per gång. Lyktan skickar räkning varje kvartal och kommunen betalar inom trettio dagar.', 'Målet är 600 besök om året. Parterna följer upp det i juni och i december varje år, och skriver ner vad de kommer fram till.'];
  const text = `Avtal om gården vid ån, som har stått tom sedan skolan lades ner och som många i byn vill ha tillbaka som samlingsplats för gamla och unga. Parter är Ekmora kommun och Föreningen Lyktan. ${clauses.map((words, at) => `${at + 1}. ${words}`).join(' ')}`;
  expect(structure(text).blocks.filter((block) => block.kind === 'heading')).toEqual([]);
});

test('the lines at the foot of every page are furniture, however many they are', () => {
  const foot = 'Ekmora kommun    Postadress        Telefon         Org.nr\n                 291 80 Ekmora     044-12 34 56    212000-9713';
  const doc = structure(['Parterna vill ordna läxhjälp i Ekmora.', 'Kommunen upplåter lokal i biblioteket.', 'Föreningen bemannar läxhjälpen.'].map((text) => `${text}\n\n${foot}`).join('\n\f'));
  expect(doc.blocks.filter(({ kind }) => kind !== 'furniture').map(({ text }) => text).join(' ')).not.toMatch(/Föreningen.*Postadress/s);
});
