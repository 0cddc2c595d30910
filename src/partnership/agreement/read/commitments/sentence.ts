import type { Commitment, Modality } from '../../model.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { subjectsIn } from '../clause/subject.ts';
import { isDutyVerb, looksLikeVerb } from '../clause/verbs.ts';
import type { ReadingContext } from '../context.ts';
import type { Block, Sentence } from '../document.ts';
import { isHistory } from '../history.ts';
import { matchesIn } from '../lex/matches.ts';
import { sentencesOf } from '../sentences.ts';
import { spanOf } from '../span.ts';
import type { Topic } from '../topic.ts';
import { bindsIn, DESCRIPTIVE, MEETING, PAYING, UNWANTED_CONDITION } from './binds.ts';
import { callerDuty } from './caller.ts';
import { goesOnTelling, NOT_ASKED } from './follow-on.ts';
import { impersonalDuty } from './impersonal.ts';
import { leadIn, type Lead } from './lead.ts';

interface Place {
  topic: Topic;
  lead: Lead | null;
  ctx: ReadingContext;
  /** Whom the sentence before was about: what "De" and "Den" mean. */
  subject?: string[] | null;
  /** The sentences before it, in its paragraph, told what is to be done. */
  isTelling?: boolean;
}

/** Topics in which a list is never a list of duties, whatever introduces it. */
const NO_DUTIES = new Set<Topic>(['values', 'definitions', 'target-group', 'signatures', 'contacts', 'annexes', 'dispute', 'background', 'goals']);

/** The whole item is the duty; its party is who the item itself names first, else whom the list is about. */
export function commitmentsInItem(block: Block, { topic, lead, ctx }: Place): Commitment[] {
  const responsible = responsibleAtEnd(block, ctx) ?? (topic === 'commitments' ? labelledAtEnd(block, ctx) : null);
  if (responsible && !NO_DUTIES.has(topic)) return commitments(responsible.parties, 'shall', block, 0, responsible.to, 'certain');
  const own = clausesOf(block.text, ctx.parties).find((clause) => clause.at === 0 || (clause.form !== 'passive' && !lead?.parties.length) || /:\s*$/.test(block.text.slice(0, clause.at)));
  if (NO_DUTIES.has(topic) && !own) return [];
  if (own && own.modality !== 'shall') return [];
  if (own && (topic === 'commitments' || bindsIn(block.text, topic)(own))) return commitments(own.parties, own.modality, block, 0, block.text.length, 'certain');
  const label = labelled(block, ctx);
  if (label && topic === 'commitments') return commitments([label.party], 'shall', block, label.from, block.text.length, 'likely');
  const goesOnFrom = lead !== null && lead.parties.length > 0 && topic === 'other' && opensWithVerb(block.text); // "Klubben:" over "håller öppet"
  if (!lead || !(lead.duty || goesOnFrom || topic === 'commitments') || NO_DUTIES.has(topic) || (!lead.outright && DESCRIPTIVE.has(topic))) return [];
  return commitments(lead.parties, weaker(lead.modality, block.text), block, 0, block.text.length, 'certain');
}

/** Each clause that binds a party; a sentence about both parties is split where the second one begins. The last sentence of a lead is left to its list. */
export function commitmentsInProse(block: Block, place: Place, isLead = false): { commitments: Commitment[]; subject: string[] | null } {
  const label = place.topic === 'commitments' && !isLead ? labelled(block, place.ctx) : null;
  const atEnd = place.topic === 'commitments' && !isLead ? labelledAtEnd(block, place.ctx) : null;
  if (atEnd) return { commitments: commitments(atEnd.parties, 'shall', block, 0, atEnd.to, 'likely'), subject: atEnd.parties };
  if (label && sentencesOf(block).length === 1) return { commitments: commitments([label.party], 'shall', block, label.from, block.text.length, 'likely'), subject: [label.party] };
  const owned = isLead || NO_DUTIES.has(place.topic) ? null : ownedNouns(block, place.ctx);
  if (owned) return { commitments: owned.commitments, subject: owned.parties };
  const duties = place.topic === 'commitments' && !isLead ? labelledDuties(block, place.ctx) : null;
  if (duties) return { commitments: duties, subject: [label!.party] };
  const listed = isLead ? null : inlineItems(block, place);
  if (listed) return { commitments: listed, subject: place.subject ?? null };
  const found: Commitment[] = [];
  let subject = place.subject ?? null;
  let isTelling = place.isTelling ?? false;
  const all = sentencesOf(block);
  for (const sentence of isLead ? all.slice(0, -1) : all) {
    if (sentence.text.endsWith('?')) continue;
    const clauses = clausesOf(sentence.text, place.ctx.parties);
    const told = inSentence(block, sentence, clauses, { ...place, subject, isTelling });
    found.push(...told);
    isTelling ||= told.length > 0;
    subject = clauses[0]?.parties ?? lastNamed(sentence.text, place) ?? subject;
  }
  return { commitments: found, subject };
}

const RESPONSIBLE = /[\s(.,–-]*\bansvar(?:ig|iga|ar)(?: part)?:\s*([^().]{3,60})\)?\.?$/iu;

/** "Lokal och fika (ansvarig: kommunen)". */
function responsibleAtEnd(block: Block, { parties: names }: ReadingContext): { parties: string[]; to: number } | null {
  const match = RESPONSIBLE.exec(block.text);
  const subject = match && subjectsIn(match[1]!, names)[0];
  return match && subject ? { parties: subject.parties, to: match.index } : null;
}

/** "Utbildning av ledare – föreningen". */
function labelledAtEnd(block: Block, { parties: names }: ReadingContext): { parties: string[]; to: number } | null {
  const match = /(?:\s[–-]|:)\s([^–:]{3,40}?)\.?$/u.exec(block.text) ?? /\s\(([^()]{3,40})\)\.?$/u.exec(block.text);
  const party = match && (names.named(match[1]!) ?? (/^(?:båda|bägge|alla|gemensamt|tillsammans)(?: parter)?$/iu.test(match[1]!) ? 'both' : null));
  return match && party ? { parties: [party], to: match.index } : null;
}

const INLINE_LABEL = /(?<=^|[\s:,;])(?:\d{1,2}\.\d{1,2}|\(?[a-hA-H1-9]\))\s+(?=\p{Ll})/gu;

const MARKED = /\d\.\d|[a-hA-H1-9]\)/;

/** "Föreningen förbinder sig att 5.1 hålla öppet, 5.2 föra statistik": the items of a list that was run together; null for other text. */
function inlineItems(block: Block, place: Place): Commitment[] | null {
  const labels = MARKED.test(block.text) ? matchesIn(INLINE_LABEL, block.text) : [];
  if (labels.length < 2) return null;
  const lead = leadIn(block.text.slice(0, labels[0]!.index).trim(), place.ctx.parties) ?? (place.topic === 'commitments' ? place.lead : null);
  if (!lead?.duty || lead.modality !== 'shall') return null;
  return labels.flatMap((label, nth) => commitments(lead.parties, 'shall', block, label.index + label[0].length, labels[nth + 1]?.index ?? block.text.length, 'likely'));
}

function inSentence(block: Block, sentence: Sentence, clauses: readonly Clause[], place: Place): Commitment[] {
  const binding = clauses.length > 0 ? clauses.filter(bindsIn(sentence.text, place.topic)) : [];
  if (binding.length === 0) {
    const parties = callerDuty(sentence.text, place.ctx) ?? impersonalDuty(sentence.text, { ...place, subject: place.subject ?? ownerOf(place) }) ?? underLead(sentence.text, clauses, place) ?? goingOn(sentence.text, clauses, place);
    return parties ? commitments(parties.length > 0 ? parties : fromParty(sentence.text, place), 'shall', block, sentence.at, sentence.at + sentence.text.length, 'likely') : [];
  }
  const parts = splitByParty(sentence.text, binding);
  return parts.flatMap(({ clause, from, to }) => commitments(clause.parties, clause.modality, block, sentence.at + from, sentence.at + to, clause.form === 'verb' ? 'likely' : 'certain'));
}

/** "Det ska finnas en ledare från föreningen på plats": the only one that is named, and who is to come from it. */
function fromParty(text: string, { ctx }: Place): string[] {
  const [mention, ...more] = ctx.parties.find(text);
  return mention && more.length === 0 && mention.party !== '' && !mention.genitive && /\sfrån $/.test(text.slice(0, mention.at)) ? [mention.party] : [];
}

/** Whom the whole section is about. */
const ownerOf = ({ topic, lead }: Place): string[] | null => (topic === 'commitments' && lead && lead.parties.length > 0 && lead.parties[0] !== 'both' ? lead.parties : null);

/** In a section under a party's name a sentence that names nobody is about that party. */
function underLead(text: string, clauses: readonly Clause[], { topic, lead, subject }: Place): string[] | null {
  if (topic === 'commitments' && lead && lead.parties.length > 0 && opensWithVerb(text) && !NOT_ASKED.test(text) && !text.endsWith('?')) return lead.parties;
  if (topic !== 'commitments' || !lead || clauses.length > 0 || MEETING.test(text) || UNWANTED_CONDITION.test(text) || PAYING.test(text) || NOT_ASKED.test(text) || isHistory(text)) return null;
  if (lead.parties.length > 0 && lead.parties[0] !== 'both' && isSentence(text)) return lead.parties;
  return someoneActs(text) ? (lead.parties.length > 0 ? lead.parties : (subject ?? [])) : null;
}

/** Sections in which running text tells what is done, sentence after sentence. */
const TELLING = new Set<Topic>(['commitments', 'other', 'economy', 'follow-up']);

/** A sentence that goes on from duties is one too: of whom the section is about, else of whom the sentences before were. */
function goingOn(text: string, clauses: readonly Clause[], { topic, lead, subject, isTelling, ctx }: Place): string[] | null {
  if (!TELLING.has(topic) || clauses.length > 0 || beginsWithOther(text, subject ?? null, ctx) || !(isTelling || topic === 'commitments') || !goesOnTelling(text) || isDoneToParty(text, ctx)) return null;
  const isNamed = lead !== null && lead.parties.length > 0 && !(lead.parties[0] === 'both' && subject && subject[0] !== 'both');
  return isNamed ? lead.parties : (subject ?? []);
}

/** "Kommunens personal omfattas …", after what the association does. */
function beginsWithOther(text: string, subject: string[] | null, { parties }: ReadingContext): boolean {
  const [first] = parties.find(text.slice(0, 60));
  return first !== undefined && first.at === 0 && first.genitive && subject !== null && first.party !== subject[0];
}

/** "För utrustning ersätts föreningen": it is done to the party. */
const isDoneToParty = (text: string, { parties }: ReadingContext): boolean => parties.find(text).some((mention) => !mention.genitive && /(?<!\p{L})\p{Ll}{3,}s\s$/u.test(text.slice(Math.max(0, mention.at - 20), mention.at)));

/** Running words to a full stop, not a name, a label or a line about paying. */
const isSentence = (text: string): boolean => /^\p{Lu}[^:@]*\.$/u.test(text) && text.split(' ').length > 3 && !/(?<!\p{L})(?:inte|ej|avtalet|överenskommelsen)(?!\p{L})/iu.test(text);

const ACTED = /(?<!\p{L})(?:ska|skall|får inte|får ej|måste)(?!\p{L})|(?<!\p{L})(?:sker|hålls|görs|skänks|förs|ordnas|erbjuds|genomförs|lämnas|tillhandahålls|bekostas|står|ingår)(?!\p{L})/iu;

/** "Gruppledaren ordnar …": a subject we do not know by name, and a verb of duty. */
function someoneActs(text: string): boolean {
  const words = text.slice(0, 80).toLowerCase().split(/\s+/).slice(1, 4);
  return ACTED.test(text) || (/^\p{Lu}/u.test(text) && (words.some(isDutyVerb) || words.join(' ').includes('ser till')));
}

/** One part of the sentence per change of party; the first part takes what stands before it. */
function splitByParty(text: string, clauses: readonly Clause[]): { clause: Clause; from: number; to: number }[] {
  const parts: { clause: Clause; from: number; to: number }[] = [];
  for (const clause of clauses) {
    const last = parts.at(-1);
    if (!last) parts.push({ clause, from: 0, to: text.length });
    else if (clause.form !== 'passive' && clause.parties.join() !== last.clause.parties.join()) {
      last.to = Math.min(clause.at, clause.verbAt);
      parts.push({ clause, from: last.to, to: text.length });
    }
  }
  return parts;
}

/** The party named last: what "De" in the next sentence most likely means. */
function lastNamed(text: string, { ctx }: Place): string[] | null {
  const mention = ctx.parties.find(text).findLast((one) => one.party !== 'both' && !one.genitive && !/^\stillhanda(?!\p{L})/u.test(text.slice(one.end, one.end + 12)));
  return mention ? [mention.party] : null;
}

function labelled(block: Block, ctx: Pick<ReadingContext, 'parties'>): { party: string; from: number } | null {
  const label = block.text.includes(':') || block.text.includes('–') ? /^([^:–]{2,50})(?::| –)\s+/.exec(block.text) : null;
  const party = label && ctx.parties.named(label[1]!.trim());
  return label && party ? { party, from: label[0].length } : null;
}

/** "Föreningens åtaganden: bemanning, utbildning av ledare och inköp.", "Kommunen: lokal, el och städning.": what a party has to do, told in nouns; null for other text. */
function ownedNouns(block: Block, { parties: names }: Pick<ReadingContext, 'parties'>): { commitments: Commitment[]; parties: string[] } | null {
  const own = labelled(block, { parties: names });
  if (own && own.party !== 'both' && NOUNS.test(block.text.slice(own.from))) return { commitments: commitments([own.party], 'shall', block, own.from, block.text.length, 'likely'), parties: [own.party] };
  const label = OWNED.exec(block.text);
  const [subject, ...more] = label ? subjectsIn(label[0], names) : [];
  if (!label || !subject || more.length > 0 || !subject.genitive || subject.parties.length !== 1 || clausesOf(block.text.slice(label[0].length), names).length > 0) return null;
  return { commitments: commitments(subject.parties, 'shall', block, label[0].length, block.text.length, 'likely'), parties: subject.parties };
}

const NOUNS = /^\p{Ll}[^.:;@\d\p{Lu}]*,[^.:;@\d\p{Lu}]*\s(?:och|samt)\s[^.:;@\d\p{Lu}]*\.?$/u;
const OWNED = /^\p{Lu}[^:.]{3,40}s (?:\p{Ll}+a )?(?:åtaganden?|ansvar|uppgifter|insatser|bidrag|del):\s(?=\p{Ll}[^.:]*,)/u;

/** "Klubben: Spolar isen. Lånar ut hjälmar.": each sentence a duty, where every one of them opens with what is done; null for other text. */
export function labelledDuties(block: Block, ctx: ReadingContext): Commitment[] | null {
  const label = labelled(block, ctx);
  if (!label || /@|\d{3}[- ]\d{2}/.test(block.text)) return null;
  const said = sentencesOf(block).map((sentence) => {
    const at = Math.max(sentence.at, label.from);
    return { at, text: block.text.slice(at, sentence.at + sentence.text.length) };
  });
  if (said.length < 2 || !said.every(({ text }) => opensWithVerb(text))) return null;
  return said.flatMap(({ at, text }) => commitments([label.party], 'shall', block, at, at + text.length, 'likely'));
}

/** "Håller öppet till nio.": the sentence goes on from a name above it. */
export function opensWithVerb(text: string): boolean {
  const word = /^\p{L}+(?=[\s.])/u.exec(text)?.[0].toLowerCase();
  return word !== undefined && (isDutyVerb(word) || looksLikeVerb(word) || (/^\p{Lu}/u.test(text) && isInfinitive(word)));
}

/** "Rekrytera ledare.", "Hålla öppet.": what is to be done, as a list tells it. */
const isInfinitive = (word: string): boolean => /^(?:föra|köra|göra|ge|ta|stå|se|utse|hyra)$/.test(word) || (/\p{Ll}{2}a$/u.test(word) && word !== 'inga' && (isDutyVerb(`${word}r`) || isDutyVerb(`${word.slice(0, -1)}er`)));

const isDone = (word: string): boolean => isDutyVerb(word) || isInfinitive(word);

/** Who the parties are is no duty of theirs. */
const ORG_NUMBER = /(?<!\d)\d{6}[-–]?\s?\d{4}(?!\d)/;

function commitments(parties: string[], modality: Modality, block: Block, from: number, to: number, certainty: Commitment['certainty']): Commitment[] {
  const text = block.text.slice(from, to).replace(/^[\s,;:–-]+/, '').replace(/[\s,;]+(?:(?:och|samt|men|medan)?(?: att)?)?[\s,;]*$/, '');
  if (!/\p{L}{3}/u.test(text) || (block.kind === 'paragraph' && !/\S\s+\S+\s+\S|\S\s+(?:samman)?kallar/.test(text) && !isDone(/^\p{L}+(?=\s)/u.exec(text)?.[0].toLowerCase() ?? '')) || text.includes('@') || ORG_NUMBER.test(text)) return [];
  return (parties.length === 0 ? [null] : parties).map((party) => ({ party, text, modality: weaker(modality, text), certainty, source: spanOf(block, from, to) }));
}

const WEAKENED = /\b(i den mån (?:det är möjligt|möjligt|resurser)|förslagsvis|om möjligt|i mån av|så långt (det är )?möjligt|eftersträva[rs]?|strävar|gärna|bör)\b/i;
const OPTIONAL = /\b(vid behov|kan vid|om behov finns|i förekommande fall)\b/i;

/** Words such as "förslagsvis" and "vid behov" take a "ska" down to what it is worth. */
function weaker(modality: Modality, text: string): Modality {
  if (modality !== 'shall') return modality;
  if (WEAKENED.test(text)) return 'should';
  return OPTIONAL.test(text) && !/\b(ska|skall)\b/.test(text) ? 'may' : modality;
}
