import type { Goal } from '../model.ts';
import type { ReadingContext } from './context.ts';
import type { Block, Section } from './document.ts';
import { measuresIn } from './goals/measure.ts';
import { sentencesOf } from './sentences.ts';
import { spanOf } from './span.ts';
import { cellsOf, isYear } from './table.ts';
import { isAlsoFollowUp, topicsOf, type Topic } from './topic.ts';
import { MEETING } from './commitments/binds.ts';
import { dayOf, dayOfRelative, whensIn } from './when.ts';

const OPENS = /^(?:(?:det )?(?:övergripande |långsiktiga |kortsiktiga )?(?:målet|målsättningen|målen)\b|ett mål\b|parternas mål\b|partnerskapets mål\b|mål:|(?:gemensamma |konkreta |våra )?mål(?:en|et)? (?:för|under|med) [^.:]{3,40}?(?:\sär|:)|tanken är att|meningen är att|(?:vi|parterna) tänker oss|(?:(?:vi|parterna|partnerskapet|kommunen|föreningen) )(?:siktar|hoppas) (?:på|att)|siktet är|förhoppningen är|ambitionen är|vårt mål|vi vill (?:nå|att|ha)|(?:vi |parterna )räknar med att)|(?<!\p{L})är (?:målet|målsättningen|ambitionen)(?!\p{L})/iu;

/** What the partnership is to reach: the number or share where the text has one, and by when where it says. */
export function readGoals(ctx: ReadingContext): Goal[] {
  const topics = topicsOf(ctx.doc);
  const found = ctx.doc.sections.flatMap((section, at) => goalsIn(section, topics[at]!, ctx));
  return [...new Map(found.map((goal) => [`${goal.text.toLowerCase()} ${goal.target} ${goal.share?.at}`, goal])).values()];
}

const NO_GOALS = new Set<Topic>(['signatures', 'contacts', 'definitions', 'payments', 'budget', 'commitments', 'termination', 'repayment', 'annexes']);
/** "Under perioden ska 100 par ha matchats": a result with a number, wherever it stands. */
const RESULT = /(?:(?<!\p{L})(?:ska|skall)(?!\p{L})[^.]{0,160}?|(?<!\p{L})vill(?!\p{L})[^.]{0,20}?)\sha\s(?:\S+\s){0,4}?\p{L}+(?:t|ts)(?!\p{L})/iu;
const LEADS_TO_RESULTS = /^(?:vid|under|senast|före)\s[^.]*(?<!\p{L})(?:ska|skall)(?!\p{L})[^.]{0,60}$|(?<!\p{L})(?:anses|räknas som|är)\s(?:framgångsrikt?|lyckat|lyckad)(?:\som|\snär)?:?$|^(?:\p{L}+ )?mål(?:en|et)?(?!\p{L})[^.]{0,60}?(?::|\s(?:är|att|följande|ska)):?$/iu;
/** Over a column of how many are aimed at. */
const TARGET_HEAD = /^\W*(?:mål(?:värde|nivå|tal)?|hur många\b.*|nivå)\W*$/iu;

function goalsIn(section: Section, topic: Topic, ctx: ReadingContext): Goal[] {
  if (topic !== 'goals') return NO_GOALS.has(topic) ? [] : scattered(section, ctx);
  let lead: Block | null = section.heading;
  let head: Block | null = null;
  return section.blocks.flatMap((block, at) => {
    const isLead = block.kind === 'paragraph' && section.blocks[at + 1]?.kind === 'item' && (block.text.endsWith(':') || /(?<!\p{L})(?:ska|skall|att|följande|är|har)$/iu.test(block.text));
    if (isLead) {
      lead = block;
      return [];
    }
    if (isAlsoFollowUp(section) && block.kind !== 'row' && (measuresIn(block.text).length === 0 || MEETING.test(block.text))) return [];
    if (block.kind === 'row') return rowGoals(block, (head ??= block)).map((goal) => ({ ...goal, by: byOf(block.text.replaceAll('\t', ' · '), ctx) }));
    if (block.kind === 'item') return goalsOf(block, 0, block.text.length, byOf(block.text, ctx) ?? byOf(lead?.text ?? '', ctx));
    return sentenceGoals(block, ctx, byOf(block.text, ctx), false);
  });
}

/** In a section about goals every sentence is one; elsewhere only those that call themselves a goal. */
function sentenceGoals(block: Block, ctx: ReadingContext, by: string | null, onlyNamed: boolean): Goal[] {
  return sentencesOf(block).flatMap((sentence) => {
    if (onlyNamed && !OPENS.test(sentence.text) && !isAimed(sentence.text, ctx) && !(RESULT.test(sentence.text) && measuresIn(sentence.text).length > 0)) return [];
    return goalsOf(block, sentence.at, sentence.at + sentence.text.length, byOf(sentence.text, ctx) ?? by);
  });
}

/** "90 % av barnen ska kunna simma": a counted result of those the work is for, and of no party. */
const isAimed = (text: string, ctx: ReadingContext): boolean => /^(?:(?:minst|lägst|högst|omkring|cirka|ca\.?)\s)?(?:\d[\d ]*\s?(?:%|\p{L}{3,})(?<!ska)|\p{L}+(?:\s\(\d+\))?\s(?:procent|av))[^.]*?(?<!\p{L})(?:ska|skall)\s(?!betala|utgå|ers)/iu.test(text) && measuresIn(text).length > 0 && ctx.parties.find(text).every((mention) => mention.genitive) && !/kr(?:onor)?(?!\p{L})|(?<!\p{L})(?:ledare|volontär|värd|personal)\p{L}*(?!\p{L})/iu.test(text);

/** Goals outside a section of their own: sentences that name themselves one or promise a counted result, and lists under "Vid årets slut ska …". */
function scattered(section: Section, ctx: ReadingContext): Goal[] {
  let by: string | null | undefined;
  let head: Block | null = null;
  return section.blocks.flatMap((block) => {
    if (block.kind === 'row') {
      head ??= block;
      return block !== head && head.text.split('\t').some((cell) => TARGET_HEAD.test(cell)) ? rowGoals(block, head) : [];
    }
    head = null;
    if (block.kind === 'paragraph' || (block.kind === 'item' && by === undefined && /\.$/.test(block.text))) {
      const last = sentencesOf(block).at(-1)?.text ?? '';
      by = LEADS_TO_RESULTS.test(last) ? byOf(last, ctx) : undefined;
      return sentenceGoals(block, ctx, null, true).filter((goal) => by === undefined || goal.text !== last || goal.target !== null || goal.share !== null);
    }
    return block.kind === 'item' && by !== undefined ? goalsOf(block, 0, block.text.length, by) : [];
  });
}

/** What was so before the agreement, in a table of goals. */
const BEFORE = /^\W*(?:utgångs|nuläge|nutid|i dag|idag|läge|bas(?:värde|år)|start(?:värde|läge)?|föregående|ingångs)/i;

function rowGoals(block: Block, head: Block | null): Goal[] {
  if (block === head && cellsOf(block).slice(1).some((cell) => BEFORE.test(cell.text) || isYear(cell.text))) return [];
  const heads = head ? cellsOf(head) : [];
  const goals = cellsOf(block).filter((cell) => !BEFORE.test(heads[cell.column]?.text ?? '')).flatMap((cell) => goalsOf(block, 0, block.text.length, null, cell.text));
  return goals.filter((goal) => goal.target !== null || goal.share !== null).map((goal) => ({ ...goal, text: goal.text.replaceAll('\t', ' ') }));
}

function goalsOf(block: Block, from: number, to: number, by: string | null, measured?: string): Goal[] {
  const text = block.text.slice(from, to).replace(/[;,]?(?:\s(?:och|samt))?$/, '');
  if (!/\p{L}{3}/u.test(text)) return [];
  const base = { by, certainty: 'certain' as const, source: spanOf(block, from, to) };
  const measures = measuresIn(measured ?? text);
  if (measures.length === 0) return [{ text, target: null, unit: null, approx: false, share: null, ...base }];
  return measures.map((measure) => ({ text, ...measure, ...base }));
}

/** "Vid slutet av perioden", "senast den 31 december 2025": when a goal is to be reached. */
function byOf(text: string, ctx: ReadingContext): string | null {
  for (const when of whensIn(text)) {
    if (when.ofRange) continue;
    const day = when.relative ? dayOfRelative(when.relative, ctx.period) : when.found && dayOf(when.found);
    if (day) return day.date;
  }
  return null;
}
