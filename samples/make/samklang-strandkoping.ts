import { bullets, lines, paragraph, table, title, typed, type Paper } from './block.ts';

/** A municipality and an umbrella of disability associations on a funder's grant: four dated payments, duties after the end. */
export const samklangStrandkoping: Paper = {
  name: 'samklang-strandkoping',
  font: 'Liberation Sans',
  header: null,
  pageWord: null,
  blocks: [
    title('Trygghet för alla'),
    paragraph('Avtal om idéburet offentligt partnerskap. Kommunens diarienummer KS 2026/0134'),

    typed('Avtalsparter'),
    paragraph('Strandköpings kommun, org.nr 212000-9473, Trygghets- och säkerhetsavdelningen, 613 80 Strandköping (kommunen)'),
    paragraph('Samklang Strandköping, samarbetsorgan för funktionshinderföreningarna, org.nr 802997-5060, Hantverkaregatan 14, 613 32 Strandköping (Samklang)'),

    typed('Bakgrund och syfte'),
    paragraph('Personer med funktionsnedsättning utsätts oftare än andra för brott, anmäler mer sällan och nås sämre av information när något allvarligt händer. Kommunen samordnar sedan 2022 det förebyggande arbetet genom EST, effektiv samordning för trygghet, men har få vägar in till de 23 föreningar som är medlemmar i Samklang.'),
    paragraph('Syftet med partnerskapet är att medlemsföreningarnas erfarenheter ska komma in i kommunens lägesbild och att medlemmarna ska känna till vart de kan vända sig. Partnerskapet bekostas av ett bidrag som kommunen har beviljats av Brottsförebyggande rådet (Brå).'),

    typed('Avtalstid'),
    paragraph('Avtalet gäller från och med 1 maj 2026 till och med 31 december 2026.'),

    typed('Mål'),
    bullets(
      'Minst två utbildningstillfällen har genomförts under avtalstiden.',
      'Minst 15 medlemsföreningar har haft deltagare på något av tillfällena.',
      'En kontaktlista för allvarliga händelser finns på plats och är känd av lokalpolisområdet.',
    ),

    typed('Gemensamma åtaganden'),
    paragraph('Kommunens EST-samordnare och Samklangs utvecklare träffas regelbundet, minst en gång i månaden. Båda parter förbereder underlag till mötena.'),

    typed('Samklang åtar sig att'),
    bullets(
      'genomföra minst två utbildningar för medlemsföreningarna om brott mot äldre, hatbrott eller trygghet på nätet,',
      'inventera vilka personer i medlemsföreningarna som kan vara kontaktpersoner vid allvarliga händelser, till exempel en skjutning, en sprängning eller en demonstration,',
      'överlämna en kontaktlista till kommunen senast den 30 oktober 2026,',
      'se till att kontaktpersonerna kan sprida information och vara på plats i samråd med lokalpolisområdet,',
      'hämta in samtycke från varje kontaktperson innan uppgifterna lämnas till kommunen,',
      'skriva underlag till redovisningen till Brå.',
    ),

    typed('Staden åtar sig att'),
    bullets(
      'betala ut medel till Samklang enligt betalningsplanen,',
      'utse två EST-samordnare som kontaktpersoner,',
      'bjuda in Samklang till kommunens analysmöten varje kvartal,',
      'ställa lokaler med hörslinga till förfogande för utbildningarna,',
      'lämna del- och slutrapport till Brå.',
    ),

    typed('Ekonomi'),
    paragraph('Samklang får 250 000 kr exklusive moms. Medlen används enligt budgeten i bilaga 3: 180 000 kr till lön för utvecklaren, 45 000 kr till utbildningarna och 20 000 kr till material, tolkning och hörselstöd.'),
    paragraph('Medlen betalas till Samklangs plusgiro 408 19 73-2 enligt följande plan.'),
    table(
      ['Betalningsdag', 'Belopp (kr)'],
      ['15 maj 2026', '75 000'],
      ['31 juli 2026', '75 000'],
      ['30 september 2026', '50 000'],
      ['26 december 2026', '50 000'],
    ),
    paragraph('Samklang ska hålla medlen åtskilda i sin bokföring och spara underlagen i sju år.'),

    typed('Rapportering'),
    paragraph('Delrapporten till Brå avser tiden 1 maj–31 augusti och lämnas senast den 21 augusti 2026. Slutrapporten lämnas senast den 26 februari 2027. Samklang lämnar sitt underlag till kommunen senast tre veckor före respektive rapport.'),

    typed('Återbetalning'),
    paragraph('Har medel uppenbart använts till något annat än partnerskapets syfte ska Samklang betala tillbaka det belopp som saken gäller. Kommunen begär återbetalningen skriftligt.'),

    typed('Ändring och upphörande'),
    paragraph('Ändringar ska vara skriftliga och godkända av båda parter. En part som tydligt bryter mot avtalet ger den andra parten rätt att lämna det med omedelbar verkan.'),
    paragraph('Tvister ska i första hand lösas genom förhandling mellan parterna.'),

    typed('Personuppgifter och sekretess'),
    paragraph('Vardera parten är personuppgiftsansvarig för sin egen behandling. Kontaktlistan förvaras så att bara EST-samordnarna och vakthavande tjänsteperson kommer åt den.'),

    typed('Kontaktpersoner'),
    ...lines(
      'Yvonne Hedlund, EST-samordnare, Strandköpings kommun',
      'yvonne.hedlund@strandkoping.example.se, tfn 031-3900611',
      'Peder Ahlgren, EST-samordnare, Strandköpings kommun',
      'peder.ahlgren@strandkoping.example.se, tfn 031-3900612',
      'Nour Haddad, utvecklare, Samklang Strandköping',
      'nour.haddad@samklang.example.se, tfn 070-1740655',
    ),

    typed('Bilagor'),
    ...lines('Bilaga 1. Beslut från Brå', 'Bilaga 2. Samklangs medlemsföreningar'),

    typed('Underskrifter'),
    paragraph('Avtalet undertecknas elektroniskt med avancerad elektronisk underskrift.'),
    ...lines(
      'Strandköping 2026-04-24', '', 'Fredrik Malmsten', 'Trygghets- och säkerhetschef, Strandköpings kommun', '',
      'Strandköping 2026-04-27', '', 'Gun-Britt Ekdahl', 'Ordförande, Samklang Strandköping',
    ),
  ],
};
