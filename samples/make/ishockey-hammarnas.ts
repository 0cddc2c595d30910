import { counted, letters, lines, paragraph, table, title, type Paper } from './block.ts';

/** A club that leads the night walks of a town: unit price, budget table in thousands, a named steering group. */
export const ishockeyHammarnas: Paper = {
  name: 'ishockey-hammarnas',
  font: 'Calibri',
  header: null,
  pageWord: null,
  blocks: [
    title('Trygga helger i Hammarnäs'),
    paragraph('Idéburet offentligt partnerskap om vuxenvandring, KS 2026/0287'),

    counted('Parter'),
    paragraph('Kommunstyrelsen i Hammarnäs kommun, organisationsnummer 212000-9341, Torggatan 2, 872 80 Hammarnäs, nedan kommunen.'),
    paragraph('Hammarnäs Ishockeyklubb, organisationsnummer 846499-2174, Ishallsvägen 5, 872 33 Hammarnäs, nedan klubben.'),

    counted('Bakgrund'),
    paragraph('Under de två senaste vintrarna har fredags- och lördagskvällarna runt ishallen, resecentrum och Sågverksudden präglats av körning med A-traktorer, berusade tonåringar och skadegörelse. Samtidigt har föreningslivet tappat ungdomsledare och intäkter. Föräldravandringar har startat vid flera tillfällen men runnit ut i sanden när de som höll i dem har gått vidare.'),
    paragraph('Klubben är kommunens största förening med drygt 900 medlemmar och har vana att leda ideella krafter. Kommunstyrelsens förslag är att klubben håller samman föreningarnas vandringar under en hel säsong, så att det alltid finns någon som ansvarar för att kvällen blir av.'),

    counted('Syfte och mål'),
    paragraph('Syftet är att invånarna ska känna sig tryggare på helgkvällar och att unga ska kunna vända sig till en vuxen på plats. Partnerskapet ska också stärka föreningarnas roll i det förebyggande arbetet.'),
    paragraph('Målet är 100 genomförda vandringsnätter till och med den 31 december 2027 och att minst sju föreningar deltar.'),

    counted('Vem som kan vandra'),
    paragraph('Medlemmar i kommunens föreningar kan vandra. Den som vandrar ska ha fyllt 18 år och gör det frivilligt. Ingen enskild person får ersättning för en natt; pengarna går till den förening som ställer upp.'),

    counted('Åtaganden'),
    counted('Klubben', 2),
    paragraph('Klubben utför uppdraget att samordna vandringarna och ska'),
    letters(
      'bemanna varje vandringsnatt med minst fyra vuxna från en eller flera föreningar,',
      'lägga ett schema för varje månad och skicka det till kommunen senast fem dagar innan månaden börjar,',
      'utse en ledare för varje natt som har kontakt med polis och fältgrupp,',
      'föra anteckningar om varje natt utan att namnge enskilda,',
      'öppet redovisa vilka föreningar som har deltagit och hur mycket pengar var och en har fått,',
      'köpa in och förvara västar och pannlampor.',
    ),
    counted('Kommunen', 2),
    paragraph('Kommunen ska'),
    letters(
      'bidra med 270 000 kr enligt budgeten i avsnitt 7,',
      'ge alla nya vandrare en introduktion tillsammans med polisen,',
      'erbjuda handledning till nattens ledare,',
      'bevara den dokumentation som ska sparas i kommunens ärendesystem.',
    ),

    counted('Styrgrupp och beslut'),
    paragraph('Styrgruppen består av fem ledamöter:'),
    ...lines('Hammarnäs kommun: Ingela Sandin och Mattias Krook', 'Hammarnäs Ishockeyklubb: Roger Blomgren och Åsa Nyqvist'),
    paragraph('Styrgruppen sammanträder en gång i månaden. Besluten ska vara enhälliga. Båda parter har rätt att kalla till möte med kort varsel.'),

    counted('Ekonomi'),
    counted('Budget', 2),
    paragraph('Belopp i tkr'),
    table(
      ['Post', 'Underlag', 'Belopp'],
      ['Vandringsnätter', '100 nätter à 2 500 kr', '250'],
      ['Västar och pannlampor', '', '5'],
      ['Oförutsett', 'till exempel två områden samma natt', '15'],
      ['Summa', '', '270'],
    ),
    counted('Utbetalning', 2),
    paragraph('Klubben rekvirerar medel kvartalsvis i efterskott för de nätter som har genomförts. Av rekvisitionen ska det framgå vilka föreningar som har vandrat vilken natt. För utrustning ersätts klubben mot kvitto med högst 8 000 kr.'),
    paragraph('Klubben för vidare ersättningen till den förening som har vandrat inom 30 dagar. Ett överskott används till samma eller liknande ändamål.'),

    counted('Uppföljning'),
    paragraph('En gång i månaden träffas kommunen, klubben och polisen och går igenom genomförda nätter och förbrukade medel. Styrgruppen gör en sammanställning varje kvartal som lämnas till kommunstyrelsen och klubbens styrelse. Den första sammanställningen lämnas senast den 29 januari 2027.'),
    paragraph('Parterna utvärderar partnerskapet tillsammans. Utvärderingen ska vara klar senast den 15 oktober 2027. Ställning till en förlängning tas senast i november 2027.'),

    counted('Avtalstid'),
    paragraph('2026-11-01 – 2027-12-31'),

    counted('Avvikelser, återkrav och utträde'),
    paragraph('Avviker verksamheten på ett betydande sätt från plan eller budget ska parterna först tala med varandra, därefter godkänna förändringen i styrgruppen och först då genomföra den.'),
    paragraph('Om en part inte lever upp till sina åtaganden ska parterna pröva om partnerskapet kan fortsätta. Som en sista utväg får en part lämna partnerskapet.'),
    paragraph('Kommunen har rätt att kräva tillbaka medel som har använts felaktigt. Klubben behöver då bara betala tillbaka den del som felet gäller.'),

    counted('Kontaktpersoner'),
    ...lines(
      'Ingela Sandin, säkerhetschef, Hammarnäs kommun, ingela.sandin@hammarnas.example.se, 0980-319233',
      'Roger Blomgren, klubbchef, Hammarnäs Ishockeyklubb, roger@hammarnasishockey.example.se, 070-1740640',
    ),

    counted('Underskrifter'),
    ...lines(
      'Hammarnäs 2026-10-', '', 'Catarina Wallner', 'Kommunstyrelsens ordförande, Hammarnäs kommun', '',
      'Hammarnäs 2026-11-04', '', 'Roger Blomgren', 'Klubbchef, Hammarnäs Ishockeyklubb',
    ),
  ],
};
