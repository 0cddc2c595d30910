import type { Clause } from '../clause/clause.ts';
import type { Topic } from '../topic.ts';
import { measuresIn } from '../goals/measure.ts';
import { whensIn } from '../when.ts';
import { isOwedBack } from './due.ts';

/** Sections whose sentences never are commitments: they describe, define, end or sign the agreement. */
export const SILENT = new Set<Topic>(['definitions', 'signatures', 'annexes', 'dispute']);
/** Sections of aims and names: a plain duty of a party's may stand there all the same. */
const AIMING = new Set<Topic>(['goals', 'target-group', 'contacts']);
/** Sections that describe: only an outright "ska" or "åtar sig" binds there. */
export const DESCRIPTIVE = new Set<Topic>(['background', 'purpose', 'parties', 'values']);
/** What "ska" says of aims and manners rather than of work to be done. */
const AIM = /^(?:ska|skall|bör|kommer att) (?:ha|nå|uppnå|arbeta|gemensamt|tillsammans|präglas|utgå|respektera|värnas?|sträva|eftersträva|vara|bli|präglas|genomsyras|känna|öka|minska|stärka|främja|bidra|utvecklas|bygga|syfta|kunna|verka|leda|skapa)\b/;
export const UNWANTED_CONDITION = /^kan (?:\S+ ){1,2}inte (?:komma överens|enas)|^vid lika röstetal|\b(?:inte|ej) (?:uppfyll|fullgör|fullfölj|följ)|\bbrister\b|\bbrist(?:ande)? |\bbryter\b|avtalsbrott|\bsäg(?:a|er|s) upp\b|\bhäv(?:a|er|s|ning)\b|\btvist|\blämna partnerskapet|oenighet|oense|återbetal|återkräv|betalar? tillbaka|skadestånd|inte är överens|befria|extraordinär|force majeure|vill (?:någon|en)[^.]{0,40}(?:sluta|hoppa av|lämna)|inte som tänkt|^(?:part|en (?:part|organisation)|den part|den) som vill (?:lämna|hoppa|sluta|säga|kliva|gå|dra|avsluta)|^om (?:vi|parterna|någon)[^,]{0,40} inte (?:är|kommer) (?:överens|ense)/i;
/** How the group decides, what is hoped for, what has been said: told, not promised. */
export const SAID = /beslut (?:\S+ )?(?:fattas|tas)(?!\p{L})(?! senast)|(?:vi|parterna) (?:tänker oss|siktar|hoppas|räknar med|tror)|vi bekräftar|(?:ska|skall) (?:visa|behandla|bemöta|möta) varandra(?!\p{L})|(?:vi|parterna) ska(?:ll)? (?:tillsammans )?göra det (?:lättare|enklare|möjligt|tryggare)|har (?:vi|parterna) (?:sagt|bestämt|kommit|enats)|lika röstetal|(?:inrättar|inrättas|bildar|bildas|tillsätter|ska(?:ll)? finnas|finns) (?:gemensamt |det )?(?:ett|en) (?:\S+ )?\p{L}*(?:råd|grupp|kommitté|utskott|nämnd)(?!\p{L})|(?:är|vara|blir) (?:ense|eniga?|överens)(?! om att)\s|nås på (?:telefon )?\d|arbetar ideellt/iu;
/** What the parties are called and who sits in the group is told, not promised. */
export const NAMING = /(?<!\p{L})(?:följande|detta) (?:avtal|överenskommelse)|har (?:slutit|slutits|träffat|träffats|ingått|ingåtts|tecknat)(?!\p{L})|håller på (?:från|till)|kallas (?:nedan|tillsammans|gemensamt|i det följande|här|för)|(?<!\p{L})utser (?:vice )?ordförande \p{Lu}|(?:får|ska|skall) (?:inte|ej) (?:överstiga|överskrida)|(?<!\p{L})utser (?:vardera en|två|tre|fyra)(?: (?:ledamot|ledamöter|representant|representanter|personer))?(?=[.,]|\s(?:och|var|i)|$)|s beslut (?:förutsätter|kräver|är|fattas)(?!\p{L})/u;
/** How changes and notice are to be made is form. */
const FORM = /^(?:ändring|tillägg|uppsägning|avtalet|överenskommelsen)[^.;]{0,60}(?:ska|skall|sker|görs|måste)[^.;]{0,40}(?:skriftlig|undertecknas)/i;
/** Verbs that promise even where they stand among aims. */
const PROMISED = /^(?:ansvarar|svarar|tillhandahåller|upplåter|bekostar|finansierar|anställer|utser|betalar|står|ställer|håller|lämnar|erbjuder|rekryterar|utbildar|anordnar|ordnar|redovisar|rapporterar|bemannar|kallar)/;
/** Money owed back, disputes and the form of changes are clauses of their own. */
const OWED = /återbetal|återkräv|betala tillbaka|tvist|oenig|oense|skriftlig(?:t|en)? och under/i;
/** "har 740 medlemmar", "har samverkat sedan 2018": what is told of a party. */
const TOLD = /^har (?:[^.]*\d|(?:\S+ ){0,3}?\p{L}+(?:at|it|ts|tt|ats|its)(?!\p{L})|(?:ett? )?(?:intresse|behov|erfarenhet|vana|kunskap|ambition|rätt|möjlighet))/iu;
/** "Kommunen ersätter inte" – what a party does not do is no duty; what it must not do is. */
const NEGATED = /^(?!får|kan|må|ska|bör|äger|har (?:inte|ej) rätt)\p{L}+ (?:inte|ej)(?!\p{L})/u;
const SPEAK_UP = /(?:underrätta|informera|meddela|samråd|dialog|talas? vid|prata|överlägg|ta upp|begära omförhandling)/i;
const ORDERLY_END = /(?:upphör|avslut|löper ut|lämnar)/i;
export const PAYING = /\b(?:utbetal|betalning|betala[rs]?\b|faktur|rekvir|rekvisition|(?:plus|bank)giro|(?<!\p{L})[bp]g (?=\d))/iu;
export const MEETING = /(?<!\p{L})(?:möts|träffas|ses) i (?:en|ett) \p{L}*(?:grupp|råd|utskott|kommitté)(?!\p{L})|^(?:partnerskaps|styrgrupps|samråds|samverkans)möte(?:t|n)? (?:hålls|sker|äger)|^I (?:styr|lednings|samverkans|arbets|samordnings)gruppen (?:ingår|sitter|deltar)|^(?:\S+ ){0,4}(?:styrgrupp|ledningsgrupp|samverkansgrupp|samordningsgrupp|arbetsgrupp|partnerskapsgrupp|partnerskapsråd|samverkansråd|(?:den )?gruppen|rådet|utskott|parternas företrädare|nämnden|(?:ett|en) \p{L}*(?:råd|grupp|kommitté|utskott|nämnd))\S*(?: \([^)]{0,200}\))?(?: |,? (?:som|bestående|med) .{0,200}?| [–-] .{0,200}? [–-] )(?:består|kallas(?! (?:samman )?av )|leds|fattar|beslutar|sammanträder|träffas|möts|ses|utgörs|ska bestå|ska sammanträda|ska ha (?:\S+ ){0,3}möten)/iu;

/** What the law has already laid on a party is told of it. */
const BY_LAW = /(?<!\p{L})enligt (?:lag|\p{L}+lagen)(?!\p{L})/iu;

/** Tells of each clause of a sentence whether it lays a duty on its party, given what the section is about. What the whole sentence says is asked once, however many clauses it has. */
export function bindsIn(sentence: string, topic: Topic): (clause: Clause) => boolean {
  const isSilent = SILENT.has(topic) || MEETING.test(sentence) || NAMING.test(sentence) || SAID.test(sentence) || FORM.test(sentence) || (DESCRIPTIVE.has(topic) && BY_LAW.test(sentence));
  if (isSilent) return () => false;
  const isUnwanted = UNWANTED_CONDITION.test(sentence);
  const isPaying = PAYING.test(sentence);
  const isGoingBack = isOwedBack(sentence) && topic !== 'period';
  const isEnding = topic === 'termination' || topic === 'repayment';
  const mayEnd = !isEnding || !OWED.test(sentence);
  const isCounted = AIMING.has(topic) && measuresIn(sentence).length > 0;
  const isTimed = (topic === 'period' || topic === 'extension') && (ORDERLY_END.test(sentence) || SPEAK_UP.test(sentence) || whensIn(sentence).some((when) => !when.ofRange));
  return (clause) => {
    if (/\bkunna\b/.test(clause.verb)) return false;
    if (DESCRIPTIVE.has(topic)) return clause.form === 'modal' && clause.modality !== 'may' && !AIM.test(clause.verb);
    if (AIMING.has(topic)) return clause.modality === 'shall' && (clause.form === 'modal' ? !AIM.test(clause.verb) && !isCounted : clause.form === 'duty' && PROMISED.test(clause.verb));
    if (clause.modality !== 'shall') return false;
    if (isGoingBack) return true;
    if (isUnwanted && !SPEAK_UP.test(sentence.slice(clause.verbAt))) return false;
    if (topic === 'period' || topic === 'extension') return isTimed;
    if (isEnding) return mayEnd && clause.form !== 'verb' && (SPEAK_UP.test(sentence.slice(clause.verbAt)) || (clause.form === 'modal' && ORDERLY_END.test(sentence.slice(0, clause.at))));
    if ((clause.form === 'passive' && isPaying && !/^(?:rekvireras|erläggs|faktureras|bekostas)$/.test(clause.verb)) || NEGATED.test(sentence.slice(clause.verbAt))) return false;
    return clause.verb !== 'har' || topic === 'commitments' || topic === 'follow-up' || (topic === 'other' && !TOLD.test(sentence.slice(clause.verbAt)));
  };
}
