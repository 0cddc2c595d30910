import type { Clause } from '../clause/clause.ts';
import type { ReadingContext } from '../context.ts';
import type { Topic } from '../topic.ts';
import { whensIn } from '../when.ts';

/** Sections whose sentences never are commitments: they describe, define, end or sign the agreement. */
const SILENT = new Set<Topic>(['definitions', 'signatures', 'annexes', 'dispute']);
/** Sections of aims and names: a plain duty of a party's may stand there all the same. */
const AIMING = new Set<Topic>(['goals', 'target-group', 'contacts']);
/** Sections that describe: only an outright "ska" or "åtar sig" binds there. */
export const DESCRIPTIVE = new Set<Topic>(['background', 'purpose', 'parties', 'values']);
/** What "ska" says of aims and manners rather than of work to be done. */
const AIM = /^(?:ska|skall|bör|kommer att) (?:ha|nå|uppnå|arbeta|gemensamt|tillsammans|präglas|utgå|respektera|värna|sträva|eftersträva|vara|bli|präglas|genomsyras|känna|öka|minska|stärka|främja|bidra|utvecklas|bygga|syfta|kunna|verka|leda|skapa)\b/;
const UNWANTED_CONDITION = /\b(?:inte|ej) (?:uppfyll|fullgör|fullfölj|följ)|\bbrister\b|\bbrist(?:ande)? |\bbryter\b|avtalsbrott|\bsäg(?:a|er|s) upp\b|\bhäv(?:a|er|s|ning)\b|\btvist|\blämna partnerskapet|oenighet|oense|återbetal|återkräv|betalar? tillbaka|skadestånd|inte är överens|inte som tänkt/i;
/** What the parties are called and who sits in the group is told, not promised. */
const NAMING = /(?<!\p{L})(?:följande|detta) (?:avtal|överenskommelse)|har (?:slutit|slutits|träffat|träffats|ingått|ingåtts|tecknat)(?!\p{L})|kallas (?:nedan|tillsammans|gemensamt|i det följande|här|för)|(?<!\p{L})utser (?:vice )?ordförande \p{Lu}/u;
/** "Kommunen ersätter inte" – what a party does not do is no duty; what it must not do is. */
/** Verbs that promise even where they stand among aims. */
const PROMISED = /^(?:ansvarar|svarar|tillhandahåller|upplåter|bekostar|finansierar|anställer|utser|betalar|står|ställer|håller|lämnar|erbjuder|rekryterar|utbildar|anordnar|ordnar|redovisar|rapporterar|bemannar|kallar)/;
/** Money owed back, disputes and the form of changes are clauses of their own. */
const OWED = /återbetal|återkräv|betala tillbaka|tvist|oenig|oense|skriftlig(?:t|en)? och under/i;
const NEGATED = /^(?!får|kan|ska|bör)\p{L}+ (?:inte|ej)(?!\p{L})/u;
const CHANGE_DIALOGUE = /\b(?:avvik|förändr|ändra|ändring)/i;
const SPEAK_UP = /(?:underrätta|informera|meddela|samråd|dialog|talas? vid|prata|överlägg|ta upp|begära omförhandling)/i;
const ORDERLY_END = /(?:upphör|avslut|löper ut|lämnar)/i;
const PAYING = /\b(?:utbetal|betala[rs]?\b|faktur|rekvir|rekvisition)/i;
const MEETING = /^(?:\S+ ){0,4}(?:styrgrupp|ledningsgrupp|samverkansgrupp|partnerskapsgrupp|partnerskapsråd)\S*(?: |, som .{0,200}?)(?:består|sammanträder|träffas|möts|utgörs|ska bestå|ska sammanträda|ska ha (?:\S+ ){0,3}möten)/i;

/** Whether the clause lays a duty on its party, given what the section is about. */
export function binds(clause: Clause, topic: Topic, sentence: string): boolean {
  if (SILENT.has(topic) || /\bkunna\b/.test(clause.verb) || MEETING.test(sentence) || NAMING.test(sentence)) return false;
  if (DESCRIPTIVE.has(topic)) return clause.form === 'modal' && clause.modality !== 'may' && !AIM.test(clause.verb);
  if (AIMING.has(topic)) return clause.modality === 'shall' && (clause.form === 'modal' ? !AIM.test(clause.verb) : clause.form === 'duty' && PROMISED.test(clause.verb));
  if (UNWANTED_CONDITION.test(sentence) && !SPEAK_UP.test(sentence.slice(clause.verbAt))) return false;
  if (topic === 'period' || topic === 'extension') return clause.modality === 'shall' && (ORDERLY_END.test(sentence) || SPEAK_UP.test(sentence) || whensIn(sentence).some((when) => !when.ofRange));
  if (topic === 'termination' || topic === 'repayment') return clause.modality === 'shall' && clause.form !== 'verb' && !OWED.test(sentence) && (SPEAK_UP.test(sentence.slice(clause.verbAt)) || (clause.form === 'modal' && ORDERLY_END.test(sentence.slice(0, clause.at))));
  if (clause.modality !== 'shall') return false;
  if ((clause.form === 'passive' && PAYING.test(sentence)) || NEGATED.test(sentence.slice(clause.verbAt))) return false;
  return clause.verb !== 'har' || topic === 'commitments' || topic === 'follow-up';
}

const IMPERSONAL = /^(?!(?:om|när|för att|eftersom|vid händelse|ifall)\s)(?:[^,.;]{0,140}?\s)?(?:(?:ska|skall|kommer att|ska även) (?:\S+ ){0,4}?(?:\p{Ll}+(?:as|es|ås)|ske|ges|ses|tas|hållas|göras|föras)|förs|görs|hålls|genomförs|dokumenteras|utvärderas|upprättas|kallas)(?!\p{L})/iu;
const SHARED_WORK = /(?<!\p{L})(?:dialog|uppföljning|utvärdering|(?:press)?information|marknadsföring|möte|samråd|överskott|förändring|dokumentation|avstämning|samtal|intäkter|erfarenhet|lärdom|kommunikation|avvikelse)/iu;
const GROUP_ACTS = /(?:styrgruppen|ledningsgruppen|samverkansgruppen|arbetsgruppen) (?:ska|skall|kommer|följer|ansvarar|tar fram|sammanställer|utvärderar)|(?:ska|skall|kommer|följer|ansvarar) (?:styrgruppen|ledningsgruppen|samverkansgruppen|arbetsgruppen)(?!\p{L})/iu;
const UNNAMED_UNITS = /\b(?:kommer att|ska|skall) (?:\S+ )?(?:utses|tillsättas|anvisas|ställas|erbjudas)\b.{0,30}?\b(?:inom|av|från|i) (?:de |den |relevanta )?kommunal/i;
const PRONOUN = /^(?:de|den|dessa) (?:ska|skall|får(?: i)? uppdrag\S* att|åtar sig|ansvarar|kommer att)(?!\p{L})/iu;

/** Whom a sentence without a named party binds: what "De" stands for, the municipality for its services, or both parties for work they plainly share. */
export function impersonalDuty(sentence: string, { topic, subject, ctx }: { topic: Topic; subject?: string[] | null; ctx: ReadingContext }): string[] | null {
  if (SILENT.has(topic) || topic === 'period' || topic === 'extension') return null;
  if (subject && PRONOUN.test(sentence)) return subject;
  if (DESCRIPTIVE.has(topic) || UNWANTED_CONDITION.test(sentence) || PAYING.test(sentence) || MEETING.test(sentence)) return null;
  if ((topic === 'termination' || topic === 'repayment') && !(CHANGE_DIALOGUE.test(sentence) || /överskott/i.test(sentence))) return null;
  if (UNNAMED_UNITS.test(sentence)) return onlyPublicParty(ctx);
  if (topic !== 'steering' && GROUP_ACTS.test(sentence)) return ['both'];
  return IMPERSONAL.test(sentence) && SHARED_WORK.test(sentence.slice(0, 90)) && (/gemensam/i.test(sentence) || !whensIn(sentence).some((when) => when.found !== null)) ? ['both'] : null;
}

function onlyPublicParty({ parties }: ReadingContext): string[] | null {
  const names = [...new Set(parties.parties.filter((party) => party.sector === 'public').map((party) => party.name))];
  return names.length === 1 ? names : null;
}
