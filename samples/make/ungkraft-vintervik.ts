import { bullets, lines, paragraph, title, typed, type Paper } from './block.ts';

/** One municipality with two units that pay a share each, and an association: goals with shares, payments that wait for evidence. */
export const ungkraftVintervik: Paper = {
  name: 'ungkraft-vintervik',
  font: 'Liberation Serif',
  header: 'Vinterviks kommun och Ungkraft Vintervik – IOP Nästa dörr, KS 2026/0045',
  pageWord: 'Sida',
  blocks: [
    title('Nästa dörr'),
    paragraph('Överenskommelse om idéburet offentligt partnerskap mellan Vinterviks kommun och Ungkraft Vintervik'),

    typed('1 Parterna'),
    ...lines('Vinterviks kommun, organisationsnummer 212000-9630', 'Stadsdelsutveckling Norrhagen, Kommunledningskontoret', '471 80 Vintervik'),
    paragraph('Stadsdelsutveckling Norrhagen samlar förvaltningar, bostadsbolag och boende i ett gemensamt arbete för bättre livsvillkor i stadsdelen.'),
    ...lines('Vinterviks kommun, organisationsnummer 212000-9630', 'Arbetsmarknads- och vuxenutbildningsförvaltningen', '471 80 Vintervik'),
    paragraph('Förvaltningen ansvarar för stöd till invånare som vill komma i arbete, studera eller få ordning på sin ekonomi. Fem verksamheter berörs särskilt:'),
    bullets('Budget- och skuldrådgivningen', 'Relationsvåldscentrum', 'Beroendemottagningen', 'Jobbcenter', 'Vuxenutbildningen'),
    ...lines('Ungkraft Vintervik, organisationsnummer 802996-6150', 'Fabriksgatan 21', '471 42 Vintervik'),
    paragraph('Ungkraft är en ideell förening, bildad 2020, som arbetar uppsökande med unga och deras familjer. Föreningen har fem anställda och ett trettiotal volontärer.'),

    typed('2 Bakgrund'),
    paragraph('I Norrhagen är tilliten till myndigheter lägre och arbetslösheten högre än i kommunen i övrigt. De stöd som kan göra skillnad finns, men når inte fram. Vid två arbetsmöten hösten 2025 enades kommunen och Ungkraft om att hindret sällan är att stödet saknas. Hindret är att ingen följer med till dörren.'),
    paragraph('Ett idéburet offentligt partnerskap är ett sätt för kommun och civilsamhälle att lösa en gemensam uppgift utan att den ena köper en tjänst av den andra.'),

    typed('3 Syfte'),
    paragraph('Partnerskapet ska göra det lättare för personer i utanförskap att använda de kommunala verksamheter som redan finns.'),

    typed('4 Innehåll'),
    typed('4.1 Mål', 2),
    paragraph('När partnerskapet avslutas ska'),
    bullets(
      'ca 70 deltagare ha fått följe till en kommunal verksamhet,',
      '150 invånare i målgruppen ha fått veta vad verksamheterna kan erbjuda,',
      'styrgruppen ha tagit fram ett förslag till hur arbetet kan fortsätta.',
    ),
    paragraph('Ungefär två tredjedelar av deltagarna ska bo i Norrhagen och könsfördelningen ska vara jämn.'),
    typed('4.2 Målgrupp', 2),
    paragraph('Målgruppen är personer från 16 år som står utanför arbete, studier eller sociala sammanhang och som kan ha nytta av kommunens verksamheter. Minst hälften av deltagarna ska vara bosatta i Norrhagen.'),
    typed('4.3 Kommunens ansvar', 2),
    bullets(
      'Utse en namngiven kontaktperson i var och en av de fem verksamheterna',
      'Se till att kontaktpersonerna svarar Ungkraft inom två arbetsdagar',
      'Ge Ungkrafts medarbetare den kunskap om verksamheterna som de behöver',
      'Sammankalla styrgruppen och stå för möteslokal',
      'Bidra med 320 000 kronor till partnerskapet',
    ),
    typed('4.4 Ungkrafts ansvar', 2),
    bullets(
      'Bemanna partnerskapet med minst en anställd och flera volontärer',
      'Söka upp personer ur målgruppen, informera dem och följa med dem till rätt verksamhet',
      'Kontrollera registerutdrag för anställda och volontärer som möter deltagare under 18 år',
      'Räkna vägledningar och informationsinsatser utan att spara uppgifter om vem som har fått dem',
      'Dokumentera arbetssätt, måluppfyllelse och lärdomar',
      'Teckna försäkring för anställda och volontärer',
    ),
    typed('4.5 Tid', 2),
    paragraph('Partnerskapet pågår 2026-03-01 – 2027-02-28.'),

    typed('5 Ekonomi'),
    typed('5.1 Utbetalningar', 2),
    paragraph('Kommunens bidrag är 300 000 kr och betalas till Ungkrafts bankgiro 5731-9048 vid två tillfällen.'),
    bullets(
      'Utbetalning 1, 200 000 kr, görs när båda parter har undertecknat överenskommelsen. Stadsdelsutveckling Norrhagen betalar 100 000 kr och Arbetsmarknads- och vuxenutbildningsförvaltningen betalar 100 000 kr.',
      'Utbetalning 2, 100 000 kr, görs när slutrapporten har kommit in. Beloppet betalas av Stadsdelsutveckling Norrhagen.',
    ),
    typed('5.3 Användning', 2),
    paragraph('Av bidraget går ca 245 000 kr till lön och gemensamma kostnader för den medarbetare hos Ungkraft som arbetar i partnerskapet, och 55 000 kr till övriga omkostnader. Ungkraft bidrar med volontärernas tid och med sin lokal på Fabriksgatan.'),

    typed('6 Styrgrupp'),
    paragraph('Kommunen sammankallar en styrgrupp med företrädare för båda förvaltningarna och för Ungkraft. Styrgruppen träffas minst fyra gånger under perioden. Det första mötet hålls senast den 16 februari 2026.'),

    typed('7 Uppföljning och rapportering'),
    paragraph('Ungkraft lämnar en delrapport och en slutrapport med de rubriker som anges i bilaga 1. Rapporterna ska ha kommit in till styrgruppen den 14 september respektive den 1 februari. Vid varje styrgruppsmöte berättar Ungkraft hur arbetet går.'),
    paragraph('Senast 2027-03-31 lämnar Ungkraft en ekonomisk redovisning till styrgruppen, med bidragets användning post för post.'),
    paragraph('I rapporterna redovisas inga grupper som är mindre än fem personer.'),

    typed('8 Förändringar, uppsägning och hävning'),
    paragraph('Blir avvikelserna från överenskommelsen betydande ska parterna ha en dialog innan något ändras. Ändringar beslutas av behöriga företrädare och dokumenteras skriftligt.'),
    paragraph('Överenskommelsen kan sägas upp med tre månaders uppsägningstid om en part inte fullföljer sitt åtagande eller om förutsättningarna förändras väsentligt.'),
    paragraph('Rättas inte ett väsentligt fel inom 30 dagar från skriftlig begäran får motparten häva överenskommelsen. Vid hävning ska parten betala tillbaka hela eller delar av bidraget.'),
    paragraph('Tvist löses i första hand i styrgruppen.'),

    typed('9 Kontaktpersoner'),
    ...lines(
      'Vinterviks kommun, Stadsdelsutveckling Norrhagen: Helena Rask, utvecklingsledare',
      'E-post: helena.rask@vintervik.example.se Telefon: 031-3900634',
      'Vinterviks kommun, Arbetsmarknads- och vuxenutbildningsförvaltningen: Daniel Wernersson, enhetschef',
      'E-post: Daniel.Wernersson@vintervik.example.se Telefon: 031-3900635',
      'Ungkraft Vintervik: Samira Jafari, verksamhetschef',
      'E-post: samira@ungkraft.example.se Telefon: 070-1740678',
    ),

    typed('10 Underskrifter'),
    paragraph('Överenskommelsen är upprättad i två exemplar, ett till vardera parten.'),
    ...lines(
      'Vintervik 2026-02-19', '', 'Göran Tapper', 'Kommundirektör, Vinterviks kommun', '',
      'Vintervik 2026-02-23', '', 'Samira Jafari', 'Ordförande, Ungkraft Vintervik',
    ),
  ],
};
