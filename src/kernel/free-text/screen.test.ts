import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FoundKind, screen } from './screen.ts';

/** What stands in square brackets is to be found, as the kind; nothing else is. */
const FOUND: [FoundKind, string][] = [
  ['personal-number', 'Flickan heter [19811218-9876] i journalen'],
  ['personal-number', 'Hon är född [811218-9876].'],
  ['personal-number', 'pnr [8112189876]'],
  ['personal-number', 'pnr: [198112189876], ringer i morgon'],
  ['personal-number', 'Äldste deltagaren är [121212+1212]'],
  ['personal-number', '([19121212-1212])'],
  ['personal-number', 'skrivet med mellanrum [811218 9876]'],
  ['personal-number', 'skrivet med bindestreck överallt [1981-12-18-9876]'],
  ['personal-number', 'med tankstreck [811218–9876]'],
  ['coordination-number', 'samordningsnummer [701063-2391]'],
  ['coordination-number', 'samordningsnummer [197010632391]'],
  ['phone-number', 'Nås på [070-174 06 05] efter fem'],
  ['phone-number', 'Ring [0701740605]!'],
  ['phone-number', 'mobil [070 174 06 05]'],
  ['phone-number', 'mobil [070-1740605]'],
  ['phone-number', 'mobil [0701-74 06 05]'],
  ['phone-number', 'mobil [073-174-06-05]'],
  ['phone-number', 'mobil [076/174 06 05]'],
  ['phone-number', 'mobil [072.174.06.05]'],
  ['phone-number', 'utlandsform [+46 70 174 06 05]'],
  ['phone-number', 'utlandsform [+46701740605]'],
  ['phone-number', 'utlandsform [+46 (0)70-174 06 05]'],
  ['phone-number', 'utlandsform [0046 70 174 06 05]'],
  ['phone-number', 'Mammans nummer är [08-465 004 05].'],
  ['phone-number', 'kontor [08-465 00 41]'],
  ['phone-number', 'kontor [044-13 50 01], fråga efter vakten'],
  ['phone-number', 'kontor [0414-101 02]'],
  ['phone-number', 'tel [0414-10102]'],
  ['phone-number', 'tel [041410102]'],
  ['phone-number', 'växel [010-190 61 00]'],
  ['plate', 'En bil med [ABC 123] stod där'],
  ['plate', 'Mopeden [ABC12D] körde fort'],
  ['plate', 'bilen [abc123] stod kvar'],
  ['plate', 'Skylten var [MLB 08A].'],
  ['plate', '[XYZ789]'],
  ['plate', 'svart Volvo, [rgh 421], lämnade platsen'],
  ['name', 'Vi såg hur [Kalle] langade vid bänken'],
  ['name', '[Ahmed] stal en cykel'],
  ['name', '[Anna Lindgren] är misstänkt för stöld'],
  ['name', 'En pojke som heter [Timmy] slog en annan'],
  ['name', 'Ungdomarna sa att [Benneth Strid] sålde knark'],
  ['name', 'Enligt ryktet var det [Olssons] yngste som stal mopeden'],
  ['name', 'Igår hotade [Leif-Arne Kvist] våra vandrare'],
  ['name', 'Kl. 22 slog [Kim] sönder en ruta och greps'],
  ['name', 'de köpte droger av [Fadde] på torget'],
  ['name', 'They said that [Jim Frost] sold drugs'],
  ['name', 'Det var [Mona] från Lindsala som greps'],
];

test.each(FOUND)('finds a %s: %s', (kind, marked) => {
  const wanted = /\[(.+)\]/.exec(marked)![1];
  const text = marked.replace(/[[\]]/g, '');
  expect(screen(text).map(({ kind, span }) => [kind, text.slice(span.start, span.end)])).toEqual([[kind, wanted]]);
});

const NOT_FOUND = [
  'Protokollet finns i KS 2025/0123',
  'Dnr 0123-45678',
  'Diarienummer: KS 2024/01234, bilaga 2',
  'Föreningens organisationsnummer är 802412-3456',
  'org.nr 556677-8899',
  'kommunen har 212000-2528',
  '16556677-8899',
  'bankgiro 991-2346',
  'bg 5555-1234',
  'plusgiro 12 34 56-7',
  'konto 8327-9, 123 456 789-0',
  'OCR 0414101028',
  'utbetalt 2025-02-01',
  'perioden 2025-02-01–2025-12-31',
  'den 08-12-2025',
  'öppet 08.00-16.30',
  'kl 08:00–16:30',
  'kvarteret 010-12',
  'Beloppet är 275 000 kr',
  '1 250 000 kronor av 2 644 000',
  'SEK 500 betalades',
  'IOP 2025 gäller till 2026',
  'enligt LOU 123 stycket',
  'LAG 123',
  'SFS 2018:218',
  'enligt 12 § och 13 kap. 2 §',
  '291 31 Kristianstad',
  'Storgatan 12, 291 31 Vintervik',
  'RUM 101 var bokat',
  'BOX 123, 291 31 Vintervik',
  'på sal abc123 utan fordon',
  'ABC 123 45 är ingen skylt',
  'IQV 123 har bokstäver som skyltar saknar',
  'ABC 1234',
  '811218-9875 har fel kontrollsiffra',
  '811318-9876 har fel månad',
  'versionsnummer 1.2.3.4567',
  'https://exempel.se/rapport/20250201',
  '112 och 114 14',
  'Vi var 12 vuxna och mötte 70 ungdomar mellan 20 och 23',
  'Anna Lindgren skrev delrapporten',
  'Delrapporten skickades till Mona på kommunen',
  'Polisen slog till mot langning på torget',
  'Ungdomar sålde knark i Vintervik',
  'Någon hotade ordningsvakten vid Strandgatan',
  'Inbrott på Granbyskolan i natt',
  'Två personer greps utanför Ica Maxi',
  'Styrgruppen slog fast budgeten med Anna Lindgren som ordförande',
  'Mötet sköts upp, hälsar Bengt',
  'Brottsförebyggande rådet i Granby träffade Lisa Ek',
  'En svart Volvo lämnade platsen efter stölden',
  'Föreningen sålde kaffe på Valborg',
  'Vi talade med Region Skåne om hot',
];

test.each(NOT_FOUND)('finds nothing in: %s', (text) => {
  expect(screen(text)).toEqual([]);
});

test('names of the parties are no names of suspects', () => {
  const text = 'Vi anmälde hotet till Hej Granby och Lyktan samma kväll, misstänkt okänd';
  expect(screen(text)).not.toEqual([]);
  expect(screen(text, ['Hej Granby', 'Föreningen Lyktan'])).toEqual([]);
});

const piece = fc.oneof(
  fc.constantFrom('811218-9876', '070-174 06 05', 'ABC 123', 'Kalle Ek', ' stal ', '. ', '\n', ' ', 'i ', '+46', '08-', '2025-02-01', ' kr ', 'Å', '\u0301', '😀'),
  fc.string({ maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

test('whatever is written, what is found stands inside the text, in its order and apart', () => {
  fc.assert(
    fc.property(text, (written) => {
      let end = 0;
      for (const { span } of screen(written)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(written.length);
    }),
    { numRuns: 400 },
  );
});

const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const serial = fc.integer({ min: 1, max: 999 }).map((number) => String(number).padStart(3, '0'));

test('every personal number is found however it is written, and none when its last figure is changed', () => {
  fc.assert(
    fc.property(day, serial, fc.constantFrom('', '-', ' '), fc.boolean(), fc.integer({ min: 1, max: 9 }), (date, three, between, long, off) => {
      const check = checkDigit(date.slice(2) + three);
      const numberOf = (last: number) => `${long ? date : date.slice(2)}${between}${three}${last}`;
      expect(screen(`Han är ${numberOf(check)} enligt intyget`).map(({ kind }) => kind)).toEqual(['personal-number']);
      expect(screen(`Han är ${numberOf((check + off) % 10)} enligt intyget`).filter(({ kind }) => kind === 'personal-number')).toEqual([]);
    }),
  );
});

/** Modulus 10, weights 2 and 1 from the left. */
function checkDigit(nine: string): number {
  const sum = [...nine].map((figure, index) => Number(figure) * (index % 2 === 0 ? 2 : 1)).reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return (10 - (sum % 10)) % 10;
}

test('a long text is screened in the blink of an eye', () => {
  const long = 'Vi gick förbi torget 2025-02-01 kl. 22.15 och Kalle sålde 12 korvar för 275 000 kr till ABC. '.repeat(220);
  const from = performance.now();
  screen(long);
  expect(performance.now() - from).toBeLessThan(500);
});
