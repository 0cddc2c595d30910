import type { Modality } from '../../model.ts';
import type { PartyNames } from '../parties/names.ts';
import { remembered } from '../remembered.ts';
import { passiveAgents } from './passive.ts';
import { subjectsIn, type Subject } from './subject.ts';
import { isDutyVerb } from './verbs.ts';
import { verbAfter, verbBefore, type FiniteVerb } from './verb.ts';

/** Someone who is said to do something: whom the sentence binds, how strongly, and by which kind of verb. */
export interface Clause {
  /** Party names; ["both"] when all parties are meant. */
  parties: string[];
  modality: Modality;
  /** `modal`: "ska", "åtar sig". `duty`: "ansvarar", "upplåter". `verb`: another present. `passive`: "sköts av kommunen". */
  form: 'modal' | 'duty' | 'verb' | 'passive';
  /** The finite verb with the word after it, in lower case: "ska kunna", "tillhandahåller". */
  verb: string;
  /** Where the subject and the verb stand in the text. */
  at: number;
  verbAt: number;
}

const SUBORDINATOR =
  /(?:^|[\s,(])(om|att|som|när|där|då|eftersom|innan|sedan|ifall|såvida|huruvida|hur|vad|vilka|vilket|vilken|vars|såsom|enligt vilka|i den mån|till dess|så länge|för den händelse) (?:(?:även|inte|också|någon av|endera|båda) )?$/;
const CLAUSE_START = /(?:^|[,;:–—.]|\boch|\bsamt|\bmen|\bmedan|\butan|\bdels|\beller)\s*(?:(?:även|både|såväl|därutöver|dessutom|dock) )?["”]?$/;
const HEAD_NOUN_BEFORE = /(?:^|[,;:.]\s)(?:\S+ ){1,4}(?:från|hos|för|inom|på|i) (?:både |såväl )?$/;
const DUTY_LIES_ON = /(?:^|\s)(åligger|åligger det|åligga|åvilar|åvila|ankommer (?:det )?på|ankomma på|ligger (?:på|hos)|ligger kvar (?:på|hos)|kvarstår hos|kvarligger hos|stannar hos|vilar på|faller på|det tillkommer) (?:både )?$/;
/** "På kommunen ankommer att …", "Hos föreningen ligger ansvaret för …". */
const LIES_AFTER = /^(?:\s\S+)?\s(?:ankommer|vilar|åvilar|ligger|faller|hör)\s(?:det |också |även |därutöver )?(?:att|ansvar|uppgift)/i;

/** "Det är föreningen som ansvarar", "Det är kommunens uppgift att …". */
const CLEFT = /(?:^|[.;:,]\s|och )det är (?:också |även |alltså |i stället |istället |då )?$/;
/** "Från kommunens sida deltar …", "Till föreningens uppgifter hör att …", "I kommunens ansvar ingår …". */
const ON_BEHALF = /^\s(?:sida\s\p{L}+[rs]\s|del (?:innefattar|innebär|omfattar|består)|(?:uppgift(?:er)?|ansvar|åtaganden?|uppdrag|insats(?:er)?|roll|del)\s(?:hör|ingår|ligger)(?!\p{L}))/u;
/** "Genom föreningen ges stöd": what is done through a party, the party does. */
const THROUGH = /(?:^|[.;:]\s)genom $/;
/** "Från vår sida ser vi till att …". */
const SEES_TO = /\sser $/;
/** "Verksamheten finansieras med 400 000 kr från regionen". */
const PAID_FROM = /(?:finansieras|bekostas|täcks)\s[^.;]{0,60}från $/;
const DONE = /^\s(?:ges|tillhandahålls|erbjuds|sker|genomförs|ordnas|lämnas|bedrivs|anordnas|utförs|bereds)(?!\p{L})/u;
/** "För föreningen gäller att …". */
const APPLIES = /^\s(?:del )?gäller (?:(?:också|även) )?(?:att|följande)(?!\p{L})/u;
/** "Deltagarna omfattas av kommunens olycksfallsförsäkring": who insures them keeps the insurance. */
const INSURANCE = /^\s\p{L}*försäkring/u;
/** "Från kommunen kommer en samordnare". */
const COMES = /^\s(?:kommer|medverkar|deltar|avdelas)\s/;
/** "… sker genom kommunens försorg", "… på föreningens bekostnad". */
const IN_CARE = /^\s(?:egen |eget )?(?:försorg|bekostnad|regi)(?!\p{L})/u;
/** "Snöröjning är kommunens ansvar." */
const OWNS_DUTY = /^\s(?:eget |gemensamma )?(?:ansvar|uppgift|sak)(?=[.,;]|$)/;
/** "Lokalen, som kommunen tillhandahåller utan kostnad, …": promised in passing. */
const PROVIDES = /^\s(?:bekostar|(?:tillhandahåller|upplåter|ställer|lånar|erbjuder)\s[^.,;]{0,60}(?:utan (?:kostnad|avgift|ersättning)|kostnadsfritt|avgiftsfritt|gratis))/;
/** "Utan kommunens medgivande får …": it is asked for, and does nothing. */
const ASKED_FOR = /^\s(?:\p{Ll}+a )?(?:medgivande|samtycke|godkännande|tillstånd|vetskap|skriftliga)(?!\p{L})/u;
const duty = (verb: string, verbAt: number): FiniteVerb => ({ modality: 'shall', form: 'duty', verb, verbAt });
/** "Sammankallande är kommunen", "Ansvarig för lokalen är klubben". */
const HOLDS_POST = /(?:^|[.;:]\s)(?:sammankallande|(?:huvud)?ansvarig(?:a)?(?: part)?(?: för [^.;,]{3,60})?|huvudman|arbetsgivare|personuppgiftsansvarig) är $/;
/** "Om föreningen inte kan hålla öppet meddelar den kommunen": the pronoun means who was named. */
const MEANT_AGAIN = /\s(\p{Ll}+r)\s(?:den|denna)\s(?!\p{Ll}+a\s)/u;
/** What the parties have agreed on binds though it stands after "att". */
const AGREED = /(?:överens om|överenskommit|överenskommer|enats om|avtalar|ingår|förutsätts|i detta ligger|det innebär)(?!\p{L})/u;

/** Every clause whose subject, or passive agent, is a party; in the order of the text. A verb has one subject, the first that stands beside it. */
export const clausesOf = (text: string, names: PartyNames): readonly Clause[] => reader(names)(text);

const reader = remembered((names: PartyNames) => remembered((text: string) => clausesIn(text, names)));

function clausesIn(text: string, names: PartyNames): Clause[] {
  const subjects = subjectsIn(text, names);
  if (subjects.length === 0) return [];
  const active = subjects.flatMap((subject) => clauseOf(text, subject) ?? []);
  const taken = new Set<number>();
  const [first] = active;
  const isListed = (clause: Clause) => first?.at === 0 && clause !== first && clause.verbAt < clause.at && /,\s*$/.test(text.slice(Math.max(0, clause.verbAt - 3), clause.verbAt)); // "Kommunen bjuder på fika, försäkrar volontärerna": done to them
  return [...active.filter((clause) => !isListed(clause) && !taken.has(clause.verbAt) && taken.add(clause.verbAt)), ...passiveAgents(text, subjects)].sort((a, b) => a.at - b.at);
}

/** The words of which one stands right before a subject that does not stand free; at most so many letters with the spaces about them. */
const LEANS_ON = /(?:^|\s)(?:på|hos|till|i|för|från|av|som|genom|under|är|också|även|alltså|stället|istället|då) $/;
const LEANING = 10;

function clauseOf(text: string, subject: Subject): Clause | null {
  const before = precedingWords(text, subject.at);
  const after = text.slice(subject.end, subject.end + 100).toLowerCase();
  const build = (verb: FiniteVerb): Clause => ({ parties: subject.parties, at: subject.at, ...verb });
  if (DUTY_LIES_ON.test(before)) return / som [^,.;]*$/.test(before) ? null : build({ modality: 'shall', form: 'duty', verb: 'åligger', verbAt: subject.at });
  const isFree = !LEANS_ON.test(before.slice(-LEANING));
  if (!isFree && /(?:^|[.;:,]\s)(?:på|hos|till) $/.test(before) && LIES_AFTER.test(text.slice(subject.end, subject.end + 60))) return build({ modality: 'shall', form: 'duty', verb: 'ankommer på', verbAt: subject.end });
  if (!isFree && CLEFT.test(before)) {
    const cleft = verbAfterCleft(text, subject);
    return cleft && build(cleft);
  }
  if (subject.genitive && ON_BEHALF.test(text.slice(subject.end, subject.end + 40)) && /(?:^|[.;:,]\s)(?:från|till|i|på|för) $/.test(before)) return build({ modality: 'shall', form: 'duty', verb: 'hör till', verbAt: subject.end });
  if (subject.genitive && ASKED_FOR.test(after)) return null;
  if (subject.genitive && /\s(?:genom|på|i|under) $/.test(before) && IN_CARE.test(after)) return build(duty('försorg', subject.at));
  if (subject.genitive && /\p{L} är $/u.test(before) && OWNS_DUTY.test(after)) return build(duty('ansvar', subject.at));
  if (!isFree && /(?:^|[.;:]\s)av $/.test(before) && /^\s\p{Ll}{3,}s\s/u.test(after)) return build(duty('av', subject.end));
  if (!isFree && /(?:^|[.;:]\s)för $/.test(before) && APPLIES.test(after)) return build(duty('gäller', subject.end));
  if (subject.genitive && / omfattas av $/.test(before) && INSURANCE.test(after)) return build(duty('försäkrar', subject.at));
  if (!isFree && /(?:^|[.;:]\s)från $/.test(before) && COMES.test(after)) return build(duty('kommer', subject.end));
  if (!isFree && /\p{L},? som $/u.test(before) && PROVIDES.test(after)) return build(duty('tillhandahåller', subject.end));
  if (SEES_TO.test(before) && /^\s(?:\S+\s)?till att\s/.test(after)) return build(duty('ser till', subject.at));
  if (!isFree && PAID_FROM.test(before)) return build(duty('finansierar', subject.at));
  if (!isFree && THROUGH.test(before) && DONE.test(after)) return build(duty('ges genom', subject.end));
  if (!isFree && HOLDS_POST.test(before) && /^\s*(?:[.;,]|och\s|$)/.test(after.slice(0, 6))) return build(duty('är ansvarig', subject.at));
  if (SUBORDINATOR.test(before)) {
    const later = /(?:^|[.;:]\s)(?:om|när|då|innan) $/.test(before) ? MEANT_AGAIN.exec(after) : null;
    if (later && isDutyVerb(later[1]!)) return build(duty(later[1]!, subject.end + later.index + 1));
    const agreed = / att $/.test(before) && AGREED.test(before) ? verbAfter(text, subject) : null;
    return agreed && build(agreed);
  }
  const inverted = verbBefore(before);
  if (inverted) return build({ ...inverted, ...(inverted.modality === 'may' && FORBIDDEN.test(after) ? { modality: 'shall' as const } : {}), verbAt: subject.at - (before.length - inverted.verbAt) });
  if (CLAUSE_START.test(before)) {
    const verb = verbAfter(text, subject) ?? sharedVerb(text, subject);
    return verb && build(verb);
  }
  if (HEAD_NOUN_BEFORE.test(before)) {
    const verb = verbAfter(text, subject);
    return verb?.form === 'modal' || verb?.form === 'duty' ? build(verb) : null;
  }
  return null;
}

/** "… får föreningen inte …": what one may not do, one is bound not to do. */
const FORBIDDEN = /^\s(?:inte|ej|icke|aldrig|endast|enbart)\s/;

/** The words before a place, near enough to tell its part in the sentence; bounded so that long texts stay linear. */
function precedingWords(text: string, at: number): string {
  const from = Math.max(0, at - 160);
  return (from > 0 ? '… ' : '') + text.slice(from, at).toLowerCase();
}

const SHARED: [RegExp, RegExp][] = [
  [/^\s+för\s/, /(?<!\p{L})(?:ansvarar|svarar|står)\s+för\s[^.;]*$/u],
  [/^\s+med\s/, /(?<!\p{L})(?:bidrar|finansierar|medverkar|stöder)\s(?:[^.;]*\s)?med\s[^.;]*(?:,|och)\s$/u],
];

/** "Föreningen ansvarar för sina volontärer och kommunen för sina anställda": the verb that was said once. */
const sharedVerb = (text: string, subject: Subject): FiniteVerb | null =>
  SHARED.some(([after, verb]) => after.test(text.slice(subject.end, subject.end + 8)) && verb.test(text.slice(Math.max(0, subject.at - 160), subject.at))) ? { modality: 'shall', form: 'duty', verb: 'svarar', verbAt: subject.end } : null;

/** The verb after "som", or the duty that is the party's own. */
function verbAfterCleft(text: string, subject: Subject): FiniteVerb | null {
  const after = text.slice(subject.end, subject.end + 60);
  if (subject.genitive) return /^\s(?:\S+\s)?(?:ansvar|uppgift|sak|skyldighet)\s+att(?!\p{L})/u.test(after) ? { modality: 'shall', form: 'duty', verb: 'ansvar att', verbAt: subject.end } : null;
  const som = /^\s+som\s/.exec(after);
  return som && verbAfter(text, { ...subject, end: subject.end + som[0].length });
}
