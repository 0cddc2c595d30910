import type { Modality } from '../../model.ts';

/** Verbs that lay a duty on their subject without "ska": "föreningen ansvarar för", "kommunen upplåter". Present tense. */
const DUTY_VERBS = new Set(
  `ansvarar svarar tillhandahåller bidrar står ställer upplåter bekostar finansierar utser avsätter skriver dokumenterar
  rapporterar redovisar lämnar erbjuder ger betalar ersätter utbetalar bistår stödjer stöttar hjälper anordnar arrangerar
  genomför driver leder samordnar kallar sammankallar deltar medverkar ingår informerar marknadsför sprider upprättar
  rekryterar utbildar bemannar anställer handleder planerar utvärderar följer sammanställer skickar sänder inkommer
  tecknar håller sköter tar kontrollerar begär inhämtar hänvisar skapar verkar arbetar samverkar samarbetar samråder utövar
  administrerar förvaltar fakturerar förser söker avsätter garanterar säkerställer ombesörjer tillser ser besöker bjuder
  delar delger involverar öppnar upprätthåller utvecklar möter guidar vägleder coachar levererar presenterar överlämnar
  meddelar underrättar representerar beslutar bereder bevakar hyr köper lånar städar underhåller kommunicerar publicerar
  registrerar dokumenterar prioriterar välkomnar introducerar bär förmedlar använder går bokar sammanträder träffas möts ses samlas hjälps enas
  ordnar nyttjar belyser bedriver tillför utför utgör värnar återkopplar återrapporterar medfinansierar delfinansierar
  stöder engagerar rustar undersöker kartlägger tillsätter åtgärdar stämmer lägger utger erlägger skjuter nås bär ombesörjer
  överlåter disponerar fastställer granskar godkänner initierar inbjuder iordningställer koordinerar matchar mottar organiserar
  placerar producerar skaffar transporterar trycker tömmer uppdaterar uppvaktar vårdar översätter finns svarar gör hör ringer
  berättar tjänstgör undertecknar övertar lagar röjer plockar hämtar kör ordnar fixar tvättar serverar delger anvisar inger insänder översänder visar anmäler försäkrar vårdar besiktar inventerar reparerar skottar plogar klipper vattnar målar låser larmar avlönar beställer förvarar återlämnar skjutsar ledsagar avdelar anslår tillskjuter utfärdar avger`.split(/\s+/),
);

/** Words in present tense that describe and lay no duty: what a party is, has, wants or thinks. */
const DESCRIBING = new Set(
  `är vill önskar anser menar finns heter bildades benämns består omfattar avser utgör behöver delar känner tror
  välkomnar ser upplever konstaterar erkänner ingick tecknade startade arbetade kompletterar besitter saknar äger värnar hoppas beräknar företräds representeras uppgår tycker når uppnår leds drivs ägs bor tillfaller tillkommer tillhör gynnar drabbar berör omfattas siktar drömmer pågår råder`.split(/\s+/),
);

/** Words that end in -r or -s and are no verbs, and stand where a verb might. */
const NO_VERB = new Set(
  `för eller efter under över när där här hur var per inför utöver därefter därför dessutom dels tills samtidigt års
  kronor kommuner föreningar förvaltningar parter partner personer medarbetare ledare representanter kontaktpersoner
  dnr hus plats samt annars alltså vars dess dessas deras hos ens mer fler flera år månader veckor dagar timmar`.split(/\s+/),
);

/** Adverbs that may stand between a subject and its verb, or before it. */
const ADVERBS = new Set(
  `även också dessutom därutöver gemensamt tillsammans löpande regelbundet kontinuerligt alltid årligen vidare därmed
  därför således dock själv själva sig samtidigt aktivt främst normalt därtill härutöver
  så då huvudsakligen primärt ytterst härmed ej inte särskilt`.split(/\s+/),
);

export const isDutyVerb = (word: string): boolean => DUTY_VERBS.has(word) && !DESCRIBING.has(word);
/** "finns på plats", "finns tillgänglig": to be there is a duty; merely to be is none. */
export const isAtHand = (rest: string): boolean => /^finns (?:\S+ )?(?:på plats|tillgänglig|representera|tillhands|till hands|med|att nå|öppe[nt])/.test(rest);
/** A preposition that is a verb where records follow it: "föreningen för närvarolista", "klubben för vidare". */
export const isKeeping = (rest: string): boolean => /^för (?:\S+ ){0,4}?(?:\p{L}*(?:statistik|protokoll|dagbok|bok|närvaro|register|anteckning|journal|list)|vidare|dialog|samtal|en dialog)/u.test(rest);
export const isDescribing = (word: string): boolean => DESCRIBING.has(word);
export const isAdverb = (word: string): boolean => ADVERBS.has(word);

/** A word that looks like a verb in the present: ends in -r and is not known to be anything else. A passive in -s tells what is done to its subject. */
export const looksLikeVerb = (word: string): boolean =>
  /^[a-zåäöé]{2,}r$/.test(word) && !NO_VERB.has(word) && !DESCRIBING.has(word) && !/(ens|het|nings|skaps|ions|arnas|ornas)$/.test(word);

/** "ska" and its kin, each with the strength it gives. Longest first, so that "ska kunna" is not taken for "ska". */
export const MODALS: [RegExp, Modality][] = [
  [/^(får|kan|må) (?:\S+ )?(inte|ej|icke|aldrig|inte heller|bara|endast|enbart|uteslutande)(?!\p{L})/u, 'shall'],
  [/^(?:(?:äger|har) (?:inte|ej) rätt|äger (?:inte|ej)(?= \p{Ll}+a\s))(?!\p{L})/u, 'shall'],
  [/^får (?:\S+ ){1,6}först (?:när|sedan|efter)(?!\p{L})/u, 'shall'],
  [/^(ska|skall) (?:[^\s,.;]+ ){0,6}kunna(?!\p{L})/u, 'may'],
  [/^(ska|skall|bör|kommer att) (enkelt |därmed |även |också |lätt )?(kunna|få)\b/, 'may'],
  [/^(ska|skall) (i möjligaste mån|om möjligt|så långt (det är )?möjligt|sträva|eftersträva|försöka|verka för)\b/, 'should'],
  [/^(ska|skall|måste|åläggs|uppdras|åtar sig|åtager sig|iklär sig|förbinder sig|förpliktar sig|förpliktigar sig|lovar|garanterar|ansvarar|är (?:skyldiga?|pliktiga?|skyldig)|har (en )?skyldighet|kommer(?:,[^,.;]{1,120},)?(?: \S+)? att|ser (?:också |även |dessutom |vidare )?till(?: så)? att|har (?:(?:till|som) )?(?:det )?(uppgift|\p{L}*ansvar(?:et)?|ansvar|huvudansvar|att|i uppdrag)|får i? ?uppdrag(et)?|är (ytterst )?(ansvariga?|huvudansvariga?|personuppgiftsansvariga?|sammankallande|behjälpliga?|huvudman|arbetsgivare)|är (?:alltid |även |också )?(?:tillgänglig|nåbar|anträffbar|kontaktbar)a?)(?!\p{L})/u, 'shall'],
  [/^(bör|borde|rekommenderas|strävar|eftersträvar|avser att|ambitionen är|förväntas)\b/, 'should'],
  [/^skulle (?:\S+ )?kunna(?!\p{L})/u, 'may'],
  [/^(kan|får|må|äger rätt|har rätt|har möjlighet|kunde)(?!\p{L})/u, 'may'],
];

/** Any of them: most words are none, and one search tells so. */
export const ANY_MODAL = new RegExp(MODALS.map(([sign]) => sign.source).join('|'), 'u');
