/** What sections of Swedish partnership agreements are called, as the beginning of the heading's first word or phrase. */
const STEMS = [
  'allmän', 'administration', 'aktivitet', 'ansvar', 'arbetsgivaransvar', 'arbetsformer', 'arbetssätt', 'arbetsfördelning', 'avsiktsförklaring', 'avslut', 'avtal', 'avvikelse',
  'bakgrund', 'behandling av person', 'behörighet', 'beskrivning', 'beslut', 'bemanning', 'betalning', 'bidrag', 'bilag', 'bilagor', 'budget', 'definition', 'deltagare',
  'dialog', 'dokumentation', 'ekonomi', 'ersättning', 'etik', 'finansiering', 'force majeure', 'former för', 'frivillig', 'fördelning', 'förlängning', 'förutsättningar',
  'försäkring', 'förtida', 'förvaltning', 'gdpr', 'gemensam', 'genomförande', 'giltighet', 'hävning', 'hållbarhet', 'idéburet', 'information', 'inledning',
  'innehåll', 'insats', 'insyn', 'jämställdhet', 'kommunikation', 'kommunens', 'kompetens', 'kontakt', 'kontroll', 'kostnad', 'kunskap', 'kvalitet', 'kalendarium', 'ledning', 'lokal',
  'löptid', 'marknadsföring', 'medel', 'medverkande', 'metod', 'målgrupp', 'målsättning', 'mål', 'delmål', 'effektmål', 'mervärde', 'mätning', 'möten', 'omfattning',
  'omförhandling', 'organisation', 'part', 'pengar', 'period', 'personal', 'personuppgift', 'principer', 'problem', 'projekt', 'rapport', 'redovisning', 'registerutdrag',
  'representation', 'resurser', 'revision', 'roller', 'samarbet', 'samhällsutmaning', 'samordning', 'samråd', 'samverkan', 'sekretess', 'signatur', 'skadestånd', 'statsstöd',
  'styrgrupp', 'styrning', 'styrelse', 'syfte', 'särskilda', 'tidplan', 'tidsperiod', 'tillgänglighet', 'tillägg', 'tillsyn', 'tolkning', 'trygghet', 'tvist', 'tystnadsplikt', 'undertecknande', 'underskrift', 'upphörande',
  'uppdrag', 'uppföljning', 'utbildning', 'öppettider', 'uppsägning', 'utbetalning', 'utgångspunkt', 'utmaning', 'utvärdering', 'utveckling', 'vad ', 'varaktighet', 'verksamhet', 'vision', 'villkor', 'volontär',
  'värdegrund', 'åtagande', 'återbetalning', 'återkrav', 'återrapportering', 'ändring', 'ärende', 'ömsesidig', 'öppenhet', 'överlåtelse', 'övergripande', 'överenskommelse', 'övrig', 'övriga',
  'föreningens', 'stiftelsens', 'regionens', 'stadens', 'klubbens', 'organisationens', 'så ', 'tid', 'avtalstid', 'avtalsperiod', 'partnerskap', 'rätt', 'rutin', 'risk', 'start', 'mötesplats', 'arbetsgrupp', 'vem ', 'hur ', 'när ',
];

/** Words that stand alone as a heading even where nothing else says so: in running text collapsed to one line, or before a full stop. */
const ALONE = [
  'Bakgrund', 'Inledning', 'Parter', 'Parterna', 'Partner', 'Syfte', 'Syfte och mål', 'Mål', 'Målgrupp', 'Ekonomi', 'Finansiering', 'Budget', 'Ersättning', 'Utbetalning', 'Betalning',
  'Styrgrupp', 'Uppföljning', 'Uppföljning och utvärdering', 'Utvärdering', 'Rapportering', 'Redovisning', 'Försäkring', 'Kontaktpersoner', 'Uppsägning', 'Hävning', 'Förlängning', 'Omförhandling',
  'Tvist', 'Tvister', 'Övrigt', 'Underskrifter', 'Undertecknande', 'Underskrift', 'Avtalstid', 'Avtalsperiod', 'Löptid', 'Period', 'Giltighetstid', 'Giltighet', 'Värdegrund', 'Insatser', 'Verksamhet', 'Åtaganden', 'Parternas åtaganden',
  'Kommunens åtaganden', 'Föreningens åtaganden', 'Kommunens ansvar', 'Föreningens ansvar', 'Stiftelsens åtaganden', 'Sekretess', 'Personuppgifter', 'Återbetalning', 'Återbetalningsskyldighet', 'Resurser', 'Organisation', 'Ansvarsfördelning', 'Samverkan', 'Definitioner', 'Bilagor',
];

const byFirstLetter = new Map<string, string[]>();
for (const stem of STEMS) byFirstLetter.set(stem[0]!, [...(byFirstLetter.get(stem[0]!) ?? []), stem]);

const alone = new Set(ALONE.map((word) => word.toLowerCase()));

/** "Matbankens åtaganden", "Klubbens del": what someone has to do, as the whole of a line. */
const OWNED = /^\p{Lu}[\p{L}-]{2,30}s\s(?:(?:gemensamma|särskilda|ekonomiska)\s)?(?:åtagande(?:n|na)?|ansvar|uppgift(?:er)?|insats(?:er)?|medverkan|prestationer|del|förpliktelser|skyldigheter|löften)[.:]?$/u;

/** True when the line begins as sections of such agreements are called. */
export function beginsAsHeading(line: string): boolean {
  const low = line.slice(0, 40).toLowerCase();
  return (byFirstLetter.get(low[0] ?? '') ?? []).some((stem) => low.startsWith(stem)) || OWNED.test(line);
}

/** True when the whole line is a name that only a section has. */
export const isSectionName = (line: string): boolean => alone.has(line.replace(/[.:]$/, '').toLowerCase()) || OWNED.test(line);
