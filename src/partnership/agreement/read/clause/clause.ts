import type { Modality } from '../../model.ts';
import type { PartyNames } from '../parties/names.ts';
import { remembered } from '../remembered.ts';
import { passiveAgents } from './passive.ts';
import { subjectsIn, type Subject } from './subject.ts';
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
const DUTY_LIES_ON = /(?:^|\s)(åligger|åligger det|åvilar|ankommer på|ankommer det på|ligger (?:på|hos)|vilar på|faller på) (?:både )?$/;
/** "På kommunen ankommer att …", "Hos föreningen ligger ansvaret för …". */
const LIES_AFTER = /^(?:\s\S+)?\s(?:ankommer|vilar|åvilar|ligger|faller)\s(?:det |också |även |därutöver )?(?:att|ansvar|uppgift)/i;

/** "Det är föreningen som ansvarar", "Det är kommunens uppgift att …". */
const CLEFT = /(?:^|[.;:,]\s|och )det är $/;
/** "Från kommunens sida deltar …", "Till föreningens uppgifter hör att …", "I kommunens ansvar ingår …". */
const ON_BEHALF = /^\s(?:sida\s\p{L}+[rs]\s|(?:uppgift(?:er)?|ansvar|åtaganden?|uppdrag)\s(?:hör|ingår|ligger)(?!\p{L}))/u;
/** What the parties have agreed on binds though it stands after "att". */
const AGREED = /(?:överens om|överenskommit|överenskommer|enats om|avtalar|ingår|förutsätts)(?!\p{L})/u;

/** Every clause whose subject, or passive agent, is a party; in the order of the text. A verb has one subject, the first that stands beside it. */
export const clausesOf = (text: string, names: PartyNames): readonly Clause[] => reader(names)(text);

const reader = remembered((names: PartyNames) => remembered((text: string) => clausesIn(text, names)));

function clausesIn(text: string, names: PartyNames): Clause[] {
  const subjects = subjectsIn(text, names);
  const active = subjects.flatMap((subject) => clauseOf(text, subject) ?? []);
  const taken = new Set<number>();
  return [...active.filter(({ verbAt }) => !taken.has(verbAt) && taken.add(verbAt)), ...passiveAgents(text, subjects)].sort((a, b) => a.at - b.at);
}

function clauseOf(text: string, subject: Subject): Clause | null {
  const before = precedingWords(text, subject.at);
  const build = (verb: FiniteVerb): Clause => ({ parties: subject.parties, at: subject.at, ...verb });
  if (DUTY_LIES_ON.test(before)) return / som [^,.;]*$/.test(before) ? null : build({ modality: 'shall', form: 'duty', verb: 'åligger', verbAt: subject.at });
  if (/(?:^|[.;:,]\s)(?:på|hos) $/.test(before) && LIES_AFTER.test(text.slice(subject.end, subject.end + 60))) return build({ modality: 'shall', form: 'duty', verb: 'ankommer på', verbAt: subject.end });
  if (CLEFT.test(before)) {
    const cleft = verbAfterCleft(text, subject);
    return cleft && build(cleft);
  }
  if (subject.genitive && ON_BEHALF.test(text.slice(subject.end, subject.end + 40)) && /(?:^|[.;:,]\s)(?:från|till|i|på) $/.test(before)) return build({ modality: 'shall', form: 'duty', verb: 'hör till', verbAt: subject.end });
  if (SUBORDINATOR.test(before)) {
    const agreed = / att $/.test(before) && AGREED.test(before) ? verbAfter(text, subject) : null;
    return agreed && build(agreed);
  }
  const inverted = verbBefore(before);
  if (inverted) return build({ ...inverted, verbAt: subject.at - (before.length - inverted.verbAt) });
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
