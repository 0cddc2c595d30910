import type { Modality } from '../../model.ts';
import { matchesIn } from '../lex/matches.ts';
import type { Subject } from './subject.ts';
import { ANY_MODAL, isAdverb, isAtHand, isDescribing, isDutyVerb, isKeeping, looksLikeVerb, MODALS } from './verbs.ts';

/** The verb that says what a subject is to do. */
export interface FiniteVerb {
  modality: Modality;
  form: 'modal' | 'duty' | 'verb';
  verb: string;
  verbAt: number;
}

/** How far after a subject its verb may stand; keeps the search linear. */
const REACH = 240;
const POSSESSION = /^(?:\S+ ){0,2}(?<of>ansvar|uppgift(?:er)?|uppdrag|åtaganden?|roll|insats(?:er)?|resurser|medverkan)(?!\p{L})[^.;]{0,60}?(?<!\p{L})(?:är|består|innebär|omfattar|utgörs|beräknas)(?!\p{L})/u;
/** What a party puts in is promised wherever it stands; what its role is may only describe it. */
const PUT_IN = /^(?:åtagande|insats|resurser|medverkan)/;
/** "Kommunens bidrag är 210 tkr": the sum is promised. */
const PROMISED_SUM = /^(?:\S+ ){0,2}?(?:\p{L}*bidrag|stöd|ersättning|anslag)(?:et|en)?(?:\s(?:är|uppgår|utgör|blir|utgår)\s[^.;]{0,60}?\d[\d ,.]*\s?(?:kr|kronor|tkr|mkr|msek|sek|miljon|:-)|,\s(?:om |på )?\d[\d ,.]*\s?(?:kr|kronor|tkr),\s(?:(?:ut)?betalas|lämnas|ges)(?!\p{L}))/iu;

const WORD = /\S+/g;

/** The finite verb after a subject: directly, after adverbs or a remark between commas, or after the noun a genitive owns. */
export function verbAfter(text: string, subject: Subject): FiniteVerb | null {
  if (text[subject.end] === ':' && !/^:s\s/.test(text.slice(subject.end))) return null;
  const rest = blank(text.slice(subject.end, subject.end + REACH)).toLowerCase();
  const owned = POSSESSION.exec(rest.trimStart());
  if (owned && !/\b(ska|skall)\b/.test(owned[0])) return { modality: 'shall', form: PUT_IN.test(owned.groups!['of']!) ? 'modal' : 'duty', verb: owned[0], verbAt: subject.end };
  if (subject.genitive && PROMISED_SUM.test(rest.trimStart())) return { modality: 'shall', form: 'duty', verb: 'bidrar', verbAt: subject.end };
  let skipped = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(rest); match !== null; match = WORD.exec(rest)) {
    const word = match[0].replace(/[^\p{L}]/gu, '');
    if (!word) continue;
    const verb = skipped === 0 && word === 'för' && isKeeping(rest.slice(match.index)) ? { modality: 'shall' as const, form: 'verb' as const, verb: word } : verbAt(rest.slice(match.index), word, subject.genitive || skipped > 0);
    if (verb) return { ...verb, verbAt: subject.end + match.index };
    if (skipped === 0 && !subject.genitive && isDescribing(word)) return verbBeside(rest, match.index + match[0].length, subject.end);
    if (isAdverb(word)) continue;
    if (skipped === 0 && !subject.genitive && PLACED.test(word)) return verbFurtherOn(rest, match.index + match[0].length, subject.end);
    skipped += 1;
    if (!subject.genitive || skipped > 6 || /[.;:]$/.test(match[0])) return null;
  }
  return null;
}

/** "Kommunen äger bussen och står för skatt": after what is told of a party, the duty that shares its subject. */
function verbBeside(rest: string, from: number, base: number): FiniteVerb | null {
  const told = /^[^.;:]*/.exec(rest.slice(from))![0];
  for (const match of matchesIn(BESIDE, told)) {
    if (isDutyVerb(match[1]!) && match[1] !== 'är' && !/(?<!\p{L})(?:som|att|där|när|om)\s(?:[^,]*)$/u.test(told.slice(0, match.index))) return { modality: 'shall', form: 'duty', verb: match[1]!, verbAt: base + from + match.index };
  }
  return null;
}

/** "Alla ledare över 15 år visar utdrag", "Handläggaren på enheten skickar …": where or of what kind the subject is. */
const PLACED = /^(?:i|på|från|hos|vid|inom|över|under)$/;

function verbFurtherOn(rest: string, from: number, base: number): FiniteVerb | null {
  for (const { 0: word, index } of matchesIn(WORD, rest.slice(from, from + 60)).slice(0, 5)) {
    if (index > 0 && isDutyVerb(word)) return { modality: 'shall', form: 'duty', verb: word, verbAt: base + from + index };
    if (/[.,;:]$/.test(word)) return null;
  }
  return null;
}

const BESIDE = /(?:,|\soch)\s(\p{Ll}+r)(?=\s)/gu;

/** The finite verb directly before an inverted subject: "Därutöver ska kommunen", "Senast i maj lämnar föreningen". */
export function verbBefore(before: string): FiniteVerb | null {
  const words = before.slice(-80).trimEnd().split(/\s+/);
  if (isStopped(words.at(-1)!)) return null;
  for (let back = 0; back < 3; back += 1) {
    const word = words.at(-1 - back)?.replaceAll('"', '').replaceAll('”', '');
    if (!word || !words.at(-2 - back)) return null; // a verb that opens the sentence asks or sets a condition
    if (isStopped(word) || GOES_ON.has(words.at(-2 - back)!)) return null; // "… och ger föreningen …" goes on from another subject
    if ((word === 'må' || word === 'får') && /^(?:ej|icke|inte)$/i.test(words.at(-2 - back)!)) return { modality: 'shall', form: 'modal', verb: `${word} inte`, verbAt: Math.max(0, before.trimEnd().length - word.length) };
    const found = verbAt(`${words.slice(words.length - 1 - back).join(' ')} `, word, false);
    if (found) return { ...found, verbAt: Math.max(0, before.trimEnd().length - word.length) };
    if (!isAdverb(word)) return null;
  }
  return null;
}

const GOES_ON = new Set(['och', 'samt', 'eller', 'men', 'som', 'vilken', 'vilket', 'vilka']);

const isStopped = (word: string): boolean => /[.;:,]$/.test(word);

function verbAt(rest: string, word: string, onlyKnown: boolean): Omit<FiniteVerb, 'verbAt'> | null {
  for (const [sign, modality] of ANY_MODAL.test(rest) ? MODALS : []) {
    const match = sign.exec(rest);
    if (match) return { modality, form: 'modal', verb: `${match[0]} ${/^\s*,?\s*(\S+)/.exec(rest.slice(match[0].length))?.[1] ?? ''}`.trim() };
  }
  if (isDutyVerb(word) || (word === 'delar' && /^delar med (?:sig|oss)/.test(rest)) || (word === 'finns' && isAtHand(rest)) || (word === 'ser' && /^ser över(?!\p{L})/u.test(rest))) return { modality: 'shall', form: 'duty', verb: word };
  return !onlyKnown && looksLikeVerb(word) ? { modality: 'shall', form: 'verb', verb: word } : null;
}

/** Remarks in brackets and between two commas directly after the subject become spaces, so that offsets stay. */
const blank = (rest: string): string =>
  rest.replace(/^\s+(?:å|för|på) (?:vår|er|sin|ens) (?:egen )?(?:sida|del|räkning)(?=\s)/, (remark) => ' '.repeat(remark.length)).replace(/\([^()]{0,120}\)/g, (remark) => ' '.repeat(remark.length)).replace(/^\s*,[^,.;]{1,120},/, (remark) => ' '.repeat(remark.length));
