import { isDutyVerb, looksLikeVerb } from '../clause/verbs.ts';
import { isHistory } from '../history.ts';
import { MEETING, NAMING, PAYING, SAID, UNWANTED_CONDITION } from './binds.ts';

/** What a party may or ought to do, and what is only told of it. */
export const NOT_ASKED = /(?<!\p{L})(?:kan|får(?! (?:inte|ej|bara|endast))|bör|möjlighet|rätt att|hade|vill|syftar|innebär|avses?|framgår|tanken är|räknar med|siktar|hoppas|önskar|tror|mål(?:et|en)?|drömmer)(?!\p{L})/iu;
/** A sentence about the agreement, about what was said, or about who someone is. */
const ABOUT = /^(?:\p{L}*(?:ersättning|bidrag|belopp)(?:en|et)?|det(?: här)? (?!finns alltid|är alltid|ska|måste)|det här|detta|denna|dessa|syftet|målet|avtalet|överenskommelsen|partnerskapet|samarbetet|bilaga|därmed|alltså|så|vi som|här|frågor|varför|parterna är|budget\p{L}*|kostnade[rn]\p{L}*|andelen?|antalet?)(?!\p{L})/iu;
const PASSIVE = /(?<!\p{L})(?!finns|hos|minst|oftast|mest|dess|deras|annars|tills|alls|sats|dags)\p{Ll}{2,}(?:as|es|ås|rs|gs|ks|lls|ds|ts|ns|ps|vs|js|ms|fs)(?!\p{L})/u;
const NO_PASSIVE = /(?<!\p{L})(?:en|ett|den|det|sin|vår|per|varje|samma|någon|ingen|\p{L}+[ens]s)\s\p{Ll}+s(?!\p{L})/u;
/** "är gratis", "är på plats hela natten", "finns till hands": how something is to be kept. */
const KEPT = /(?<!\p{L})(?:är|finns|står|ligger|gäller)\s(?:\S+\s){0,6}?(?:alltid|gratis|avgiftsfri\p{L}*|kostnadsfri\p{L}*|öpp(?:en|et|na)|bemanna\p{L}*|på plats|till hands|tillgänglig\p{L}*|i bruk|låst\p{L}*|försäkra\p{L}*|nykter\p{L}*|rökfri\p{L}*|drogfri\p{L}*|alkoholfri\p{L}*|välkom\p{L}*|hemlig\p{L}*|anonym\p{L}*|frivillig\p{L}*)(?!\p{L})|^(?:minst|alltid|högst|ingen|inga|inget|varje)\s[^.]*(?<!\p{L})(?:är|finns|står|tjänstgör|deltar|arbetar|leder|håller)(?!\p{L})/iu;

/** "2 500 samtal ska besvaras årligen": an aim that is counted. */
export const COUNTED = /^(?:(?:minst|lägst|omkring|cirka|ca\.?)\s)?\d[\d ]*\s\p{Ll}+\s(?:ska|skall)(?!\p{L})/iu;

/** What someone else wishes or may, in the middle of what is done. */
const ASIDE = /(?<!\p{L})som (?:inte )?(?:vill|kan|får|önskar|hade)(?!\p{L})/giu;

/** True for a sentence that names no party but goes on telling what is to be done, where the ones before it did so. */
export function goesOnTelling(text: string): boolean {
  if (!/^\p{Lu}[^@:?]*\.$/u.test(text) || text.split(' ').length < 3 || ABOUT.test(text) || COUNTED.test(text) || NOT_ASKED.test(text.replace(ASIDE, '').replace(/^(?:Ingen|Inga|Inget)\sfår\s/, 'Ingen '))) return false;
  if (MEETING.test(text) || NAMING.test(text) || SAID.test(text) || UNWANTED_CONDITION.test(text) || PAYING.test(text) || isHistory(text)) return false;
  return KEPT.test(text) || NOBODY_MAY.test(text) || PRONOUN_DOES.test(text) || DOER_DOES.test(text) || isDoneTo(text) || someoneDoes(text);
}

/** "De preppar spåren", "Dom ringer": what was named before does more. */
const PRONOUN_DOES = /^(?:de|dom|den|hon|han|man)\s(?!är|har|finns|består|omfattar|avser|gäller|kommer|räcker|behöver|heter|ligger)(?:\p{Ll}{2,}[aeo]r|gör|ser|står|går|sköter|hör|för|ger|tar|håller|lånar)(?=\s)/iu;
/** "Vaktmästaren på skolan skottar": one whose work is told. */
const DOER_DOES = /^\p{Lu}[\p{L}-]*(?:aren|arna|erna|önerna|gogen|logen|isten|orn|orerna|enten|enterna|anten|onären|chefen|rektorn|rektorerna|tjänsten|gruppen|laget|personalen)\s(?:(?:på|i|från|hos|vid|för)\s(?:\S+\s){1,3}?)?(?!är|har|finns|består|omfattar|avser|gäller|kommer|räcker|behöver|heter|ligger)\p{Ll}{2,}(?:ar|er|år)(?=\s)/u;
const NOBODY_MAY = /^(?:ingen|inga|inget)\s(?:\S+\s)?(?:får|ska|behöver)(?!\p{L})/iu;

/** "Skador anmäls samma dag": a passive in the present. */
const isDoneTo = (text: string): boolean => PASSIVE.test(text.slice(1)) && !NO_PASSIVE.test(text.slice(0, 24)) && !/(?<!\p{L})(?:är|finns|har|består|behövs|känns|märks|syns|räcks|hoppas|trivs|minns|lyckas)(?!\p{L})/iu.test(text.slice(0, 60));

/** "Ledarna visar utdrag …": a subject of one to four words that is no party we know, and a verb of duty after it. */
function someoneDoes(text: string): boolean {
  const words = text.slice(0, 90).toLowerCase().replace(/,/g, '').split(/\s+/).slice(1, 5);
  const verb = words.find((word) => isDutyVerb(word) || looksLikeVerb(word));
  return verb !== undefined && isDutyVerb(verb) && !/^(?:nu|i dag|idag|sedan|under|om|när|eftersom)\s/i.test(text);
}
