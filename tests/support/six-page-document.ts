import type { DocumentContent } from '#platform/documents/content.ts';

const prose = 'Parterna vill att unga som är nya i kommunen ska få ett sammanhang, må bättre och själva kunna påverka sin vardag. Därför driver de tillsammans en mötesplats som är öppen fyra dagar i veckan, året om. Arbetet bygger på det som båda redan gör väl: föreningen når dem som inte söker sig till myndigheter, och kommunen når de insatser som redan finns.';

const section = (number: number, heading: string) => ({
  number: String(number),
  heading,
  blocks: [
    { kind: 'paragraph' as const, text: prose },
    { kind: 'list' as const, ordered: false, items: ['Föreningen driver mötesplatsen och håller öppet minst fyra dagar i veckan.', 'Kommunen upplåter Kulturhusets stora sal högst sex gånger per år.', 'Båda för statistik över besök utan att skriva ned någons namn.'] },
    { kind: 'paragraph' as const, text: prose },
  ],
});

/** An agreement of six pages with everything that a document may have. */
export const sixPageDocument: DocumentContent = {
  kind: 'agreement',
  language: 'sv',
  title: 'Hej Granby – en mötesplats för unga som är nya i kommunen',
  subtitle: 'Idéburet offentligt partnerskap',
  date: '2026-12-05',
  parties: [
    { name: 'Granby kommun', orgNumber: '212000-9564', unit: 'Socialförvaltningen, enheten för integration' },
    { name: 'Öppna Dörren Granby', orgNumber: '802998-3411', unit: null },
  ],
  sections: [
    section(1, 'Bakgrund'),
    section(2, 'Syfte och målgrupp'),
    section(3, 'Mål'),
    section(4, 'Vad parterna åtar sig'),
    { number: '4.1', heading: 'Föreningen', blocks: [{ kind: 'list', ordered: true, items: ['Mötesplatsen har ca 100 besök per vecka i genomsnitt.', 'Minst 60 unga har fått personlig lotsning.', 'Minst 40 deltagare har tagit steget till att bli volontär.'] }] },
    { number: '4.2', heading: 'Kommunen', blocks: [{ kind: 'paragraph', text: prose }] },
    {
      number: '5',
      heading: 'Utbetalningar',
      blocks: [
        { kind: 'paragraph', text: 'Kommunen bidrar med 2 644 000 kr under hela perioden.' },
        { kind: 'table', head: ['Utbetalning', 'Datum', 'Belopp'], rows: [['1', '15 april 2026', '900 000 kr'], ['2', '1 december 2026', '900 000 kr'], ['3', '1 juni 2027', '844 000 kr']] },
      ],
    },
    section(6, 'Redovisning och uppföljning'),
    section(7, 'Avtalstid'),
    {
      number: '8',
      heading: 'Kontaktpersoner',
      blocks: [
        {
          kind: 'table',
          head: ['Namn', 'Roll', 'E-post', 'Telefon'],
          rows: [
            ['Mirjam Östling', 'enhetschef, Granby kommun', 'mirjam.ostling@granby.example.se', '0980-319217'],
            ['Tobias Lagergren', 'verksamhetsledare, Öppna Dörren Granby', 'tobias@oppnadorren.example.se', '070-1740623'],
          ],
        },
      ],
    },
  ],
  budget: [
    { label: 'Bidrag från kommunen', sek: 2_644_000, kind: 'income' },
    { label: 'Personal, två tjänster', sek: 1_764_000, kind: 'cost' },
    { label: 'Overhead', sek: 130_000, kind: 'cost' },
    { label: 'Lokalhyra', sek: 100_000, kind: 'cost' },
    { label: 'Aktiviteter', sek: 650_000, kind: 'cost' },
    { label: 'Summa kostnader', sek: 2_644_000, kind: 'sum' },
  ],
  lifeline: {
    title: 'Hej Granby',
    from: '2026-04-01',
    to: '2027-12-31',
    marks: [
      { date: '2026-04-01', label: 'Avtalet börjar gälla', kind: 'signature' },
      { date: '2026-04-15', label: 'Utbetalning, 900 000 kr', kind: 'payment' },
      { date: '2026-10-15', label: 'Delredovisning 1', kind: 'report' },
      { date: '2026-12-01', label: 'Utbetalning, 900 000 kr', kind: 'payment' },
      { date: '2027-03-31', label: 'Delredovisning 2', kind: 'report' },
      { date: '2027-06-01', label: 'Utbetalning, 844 000 kr', kind: 'payment' },
      { date: '2027-06-30', label: 'Sista dag att säga till om förlängning', kind: 'extension' },
      { date: '2027-08-31', label: 'Delredovisning 3', kind: 'report' },
      { date: '2027-11-30', label: 'Gemensam uppföljning', kind: 'meeting' },
      { date: '2027-12-31', label: 'Avtalet slutar gälla', kind: 'signature' },
    ],
  },
  annexes: [{ title: 'Lokaler', sections: [{ number: null, heading: 'Kyrkogatan 8', blocks: [{ kind: 'paragraph', text: prose }] }] }],
  signatories: [
    { name: 'Lars-Erik Nyhage', title: 'Socialchef', party: 'Granby kommun', mandate: 'delegationsordning 2026-01-15, punkt 4.2' },
    { name: 'Elsa Brandt', title: 'Ordförande', party: 'Öppna Dörren Granby', mandate: 'firmatecknare enligt protokoll 2026-03-02' },
  ],
  attachment: null,
};
