import type { Recurrence } from '../../model.ts';
import { isHistory } from '../history.ts';

/** Something is to be handed in, held, decided or finished. */
export const DUE = /senast|inom|före|innan|tillhanda|lämna|redovis|rapport|uppfölj|utvärder|möte|träff|beslut|dialog|omförhandl|förläng|presenter|inkom|skick|sänd|genomför|klar\b|färdig|sammanställ|avstäm|workshop|besked|säg|uppsäg|betal(?:a|as) tillbaka|återbetal|återlämna|avslutas|ansök|rekvir|plan\b|seminarium|konferens|anmäl|revider|inbjud|kalla|möts|(?<!\p{L})ses(?!\p{L})|samlas|sammanträd|följs upp|följa upp|följer upp|berättelse|bokslut|förhandsbesked|ses över|översyn|samtal|övning|bestäm|avgör|ställning till|fortsättning|stäm(?:mer|s|ma) av|första gången|genomgång|behandla|går igenom|läser? (?:vi )?igenom/iu;
const STRONG = /senast|inom|före\b|innan|tillhanda|\btill den\b|utgången|slutet|sista/i;
const WILL = /(?<!\p{L})(?:ska|skall|kommer att|bör|måste|lämnar|lämnas|redovisar|redovisas|skickar|skickas|skriver|presenterar|presenteras|sker|hålls|genomförs|inkommer|överlämnar|överlämnas|rapporterar|rapporteras|träffas|beslutas|avslutas|följs|utvärderas|sammanställer|sammanställs|görs|kan|åtar sig|ansvarar|bjuder|kallar|sammankallar|anordnar|ordnar|arrangerar|tar|återrapporterar|avrapporterar|upprättar|återbetalas|betalas|har|anmäler|anmäls|sammanträder|samlas|möts|stämmer|följer|för|delges|tillställs|sänds|sänder|läggs|reviderar|revideras|påbörjar|påbörjas|inleder|inleds|ses)(?!\p{L})/iu;
export const PAYING = /utbetal(?!d|at)|betalas ut|betalar ut|förfaller|inbetal|(?<!åter)betalas\b(?! tillbaka)|faktureras|fakturerar|betalar\b|överförs till|utgår\b/i;
export const REPORTED = /rapport|betala(?:s|r)? tillbaka|återbetal|redovis|uppfölj|avstäm|utvärder|sammanställ|presenter|statistik|återkoppl|lägesbild|uppföljningsmöte|sammanfattning|redogörelse/i;

/** "Delrapport: 30 september 2025". */
const CALENDAR = /(?:rapport|redovisning|utvärdering|uppföljning|möte|workshop|konferens|avstämning|bokslut|berättelse)\p{L}*(?: [^:.]{1,40})?\s?[:–]\s?(?:senast |den |i )*\d?/iu;
/** "mäter gångförmågan i april", "håller en startkväll i september": something that takes place then. */
const EVENT = /(?<!\p{L})(?:mäter|utvärderar|besiktar|besiktigar|inventerar|räknar|kartlägger|utser|röjer|städar)(?!\p{L})|(?<!\p{L})(?:den|det)\s(?:\S+\s){0,2}?(?:enkät|mätning)(?!\p{L})|(?<!\p{L})(?:en|ett|två|tre|årlig|gemensam)\s(?:\S+\s){0,3}?\p{L}*(?:dag|kväll|fest|träff|läger|mässa|konsert|marknad|kurs|kurshelg|utbildning|enkät|mätning|öppet hus|vecka|helg|utställning|vandring|tävling|turnering|städning|besiktning|genomgång)(?!\p{L})/iu;

/** "Städdag hålls 1 juni 2025", "Halvtidssnack 20 januari 2026.": what is held, and its day. */
const TAKES_PLACE = /^(?:(?:en|ett|årets|årlig|gemensam|första)\s)*\p{L}*(?:dag|kväll|fest|träff|läger|mässa|kurs|helg|utställning|invigning|uppstart|start|kickoff|snack|genomgång|samling|möte)(?:en|et)?\s(?:(?:hålls|genomförs|anordnas|arrangeras|äger rum|sker)\s)?(?:senast\s)?(?:den\s)?\d{1,2}(?::?e)?\s(?:jan|feb|mars|apr|maj|juni|juli|aug|sep|okt|nov|dec)/iu;
/** "Slutrapport sista januari 2027.": a report and its day, and no verb. */
const NOTED = /^(?:(?:skriftlig|ekonomisk|gemensam|årlig|muntlig)\s)?\p{L}*(?:rapport|redovisning|utvärdering|bokslut|berättelse|avstämning|uppföljning)(?:\s(?:från|av|till)\s(?:\S+\s){1,3}?|\s)(?:senast|den|i|sista|\d)/iu;
/** "I oktober varje år." under a heading that says what. */
const ONLY_WHEN = /^(?:senast|i|den|före|varje|sista|första|\d)/i;
const HEADS = /(?:möte|rapport|redovisning|utvärdering|uppföljning|avstämning|träff|bokslut)\p{L}{0,4}\W*$/iu;

/** Whether a date in this sentence can be a deadline: there is something to do, it lies ahead, and it is no payment. */
export function asksForAction(sentence: string, lead: string, isImplied: boolean, isPromised = false): boolean {
  if (isHistory(sentence) || LEAVING.test(sentence) || AIMED.test(sentence)) return false;
  if (PAYING.test(sentence) && !/rapport|redovisning ska|rekvisition|rekvirer|senast[^.]*faktur|faktur[^.]*senast|(?<!\p{L})(?:lämnas|skickas|sänds) in(?!\p{L})/iu.test(sentence)) return false;
  if (isImplied || CALENDAR.test(sentence) || TAKES_PLACE.test(sentence) || NOTED.test(sentence) || (ONLY_WHEN.test(sentence) && HEADS.test(lead))) return true;
  if (isPromised && (EVENT.test(sentence) || DUE.test(sentence) || STRONG.test(sentence))) return true;
  return (STRONG.test(sentence) && (WILL.test(sentence) || DUE.test(sentence))) || (DUE.test(sentence) && (WILL.test(sentence) || DUE.test(lead)));
}

/** "Vid utgången av 2025 ska minst 15 volontärer vara igång" is a goal. */
const AIMED = /^(?:\p{L}+ )?mål(?:en|et)? (?:för|under|med) [^.:]{3,40}?(?:\sär|:)|^(?:vid|till) (?:utgången|slutet) av (?:år )?\d{4} ska(?:ll)? (?:minst|omkring|cirka|ca|fler|\d)/iu;

/** That one may leave at a turn of the year asks nobody to do anything. */
const LEAVING = /(?:kan|får|rätt att) (?:\S+ ){0,2}(?:utträda|träda ut)(?!\p{L})/iu;

/** Whether the date is the date of a document, of a start, or of a payment, rather than of something to be done. */
export function isNamedOnly(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 48), at);
  return /(?:från och med|fr\.?\s?o\.?\s?m\.?|från|(?:med )?start(?:ar)?|med början|sedan|efter|daterat|daterad|av den|i ?stället för|till och med|t\.?o\.?m\.?|upp(?: av \S+ \S+)? till|per|beslut(?:at|ade|et)?|(?:beslutad|beslutat|antage[nt]|godkän[dt]|fastställ[dt])(?:\sav\s\S+)?|(?:avbrytas|avslutas|upphöra|avbryta|avsluta|sägas upp)\s(?:till|per)|protokoll|tidigast(?: till)?|förbrukats|använts|återstår|kvarstår|(?:finns|är|har) kvar|vid \S*mötet|(?:sammanträdes|besluts|protokolls)datum:?|dnr|lag|undertecknad|utbetalningen|utbetalas|betalas ut|betalas|antal(?:et)?|\p{L}+antalet)\s+(?:den\s+|i\s+)?$/iu.test(before) && !/senast[^,]{0,20}$|(?<!\p{L})(?:innan|före) [^,]{0,40}$/iu.test(before);
}

const RECURRENCES: [Recurrence, RegExp][] = [
  ['weekly', /varje vecka|veckovis|en gång i veckan|en gång per vecka|varje (?:måndag|tisdag|onsdag|torsdag|fredag)/i],
  ['monthly', /varje månad|månadsvis|månatlig|(?:en gång|gång) (?:i|per) månad/i],
  ['quarterly', /varje kvartal|kvartalsvis|kvartalsrapport|(?:en gång|gång) (?:i|per) kvartal|fyra gånger (?:per|om) år|var tredje månad|efter (?:varje )?kvartalets? (?:slut|utgång)/i],
  ['half-yearly', /halvårsvis|varje halvår|två gånger (?:per|om) år|två gånger årligen|varje termin|(?:en gång|gång) (?:per|i) (?:termin|halvår)|var sjätte månad|terminsvis|halvårsrapport/i],
  ['yearly', /varje (?:kalender|verksamhets|budget)?år\b|årligen|årsvis|en gång (?:per|om) (?:året|år)|per (?:kalender|verksamhets)?år\b|(?:kalender|verksamhets|budget)års (?:utgång|slut)|respektive år|varje (?:läsår|säsong|avtalsår)|per (?:läsår|säsong)|(?:båda|bägge|alla (?:två|tre|fyra|fem)) åren|vartdera året|varje (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L})|läsårets slut|(?:^|\s)(?:års|säsongs|läsårs)rapport/iu],
];

/** How often something comes back, by the words of the sentence; null when it is said once. */
export const recurrenceIn = (words: string): Recurrence | null => RECURRENCES.find(([, sign]) => sign.test(words))?.[0] ?? null;
