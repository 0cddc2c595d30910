import { moneyInBlock } from '../amounts/prose.ts';
import type { ReadingContext } from '../context.ts';
import type { Block, Sentence } from '../document.ts';
import type { Money } from '../lex/money.ts';
import { maySay } from '../may-say.ts';
import { sentencesOf } from '../sentences.ts';
import type { Topic } from '../topic.ts';
import { whensIn, type When } from '../when.ts';
import { eventIn } from './event.ts';

/** A sentence, or a whole list item, that may tell of payments, with what stands before it. */
export interface Passage {
  block: Block;
  /** Where it stands in the block. */
  from: number;
  to: number;
  text: string;
  topic: Topic;
  money: Money[];
  whens: readonly When[];
  /** The line that introduces the list this item stands in, or the sentence before. */
  lead: string;
  /** The words before it in its section that state a sum: the ones right before it, or the only ones that do; empty where it is neither. */
  stated: string;
  /** Its words speak of paying. */
  isPaying: boolean;
  /** It tells of a share of a sum that is said elsewhere: "hälften", "40 %". */
  isShare: boolean;
  /** The sum last stated before or in it, to divide "in four equal parts". */
  total: number | null;
}

const PAYING = /utbetal(?!d|at)|betalas|betala(?:r|s)?\b|delbetal|inbetal|delutbetal|rekvirer|rekvisition|fakturer|faktura|överför(?:s|ing)|(?<!\p{L})erlägger(?!\p{L})|avräkn|utgår|slutbetal|betalning(?:en)? (?:sker|görs)|(?:två|tre|fyra|\d) (?:ut)?betalningar|räkning(?:en)? (?:sänds|skickas|ställs|lämnas)|(?:medlen|medel|pengarna|bidraget|beloppet|kr|kronor)(?!\p{L})[^.]{0,40}tillhanda|erläggs|(?<!\p{L})rat(?:er)?(?!\p{L})|verkställs|förs över|för över(?=\s\d)|fört över|finns på (?:\S+ )?konto|ska(?:ll)? (?:\S+ ){0,3}ha (?:ut)?betalat|förskott|efterskott|utges|(?:sätts|sätter|insätts) in(?!\p{L})|skickas till (?:bg|pg|bankgiro|plusgiro)|(?:hälften|halva|resten|återstoden|pengarna|bidraget|beloppet|stödet|första delen|andra delen|(?:två|tre|fyra) (?:delar|klumpar|omgångar))(?:,\s[^,.]{3,24},)?\s(?:\S+ )?(?:kommer|skickas|ges|lämnas)(?!\p{L})|(?:hälften|första delen|resten) får (?:ni|föreningen|klubben)/iu;
/** "18 000 kr i juli 2024, sedan 36 000 kr i mars": every sum has its day. */
const isPlan = ({ money, whens, topic }: Passage): boolean =>
  topic !== 'goals' && topic !== 'budget' && money.length > 1 && money.every((sum) => sum.per === null && whens.some((when) => when.found !== null && when.at >= sum.end && when.at - sum.end < 12));
/** "Kommunen lämnar ett startbidrag om 40 000 kr när båda har skrivit under": a sum, and what or which day it waits for. */
const isGiven = ({ text, money, whens, topic }: Passage): boolean =>
  money.length > 0 && topic !== 'goals' && topic !== 'budget' && money.some((sum) => sum.per === null) && GIVING.test(text) && (eventIn(text) !== null || whens.some((when) => when.found !== null && !when.ofRange && when.found.month !== null && !SINCE.test(text.slice(Math.max(0, when.at - 24), when.at))));
/** "75 000 kr den 31 januari 2025": an item that says no more. */
const isSumAndDay = ({ block, text, money: [sum, ...more], whens: [when, ...later], topic }: Passage): boolean =>
  block.kind === 'item' && topic !== 'goals' && topic !== 'budget' && sum !== undefined && when !== undefined && more.length + later.length === 0 && sum.per === null && when.found !== null && when.found.month !== null && !when.ofRange && text.length - (sum.end - sum.at) - (when.end - when.at) < 16;
/** "Hälften när båda har skrivit på, resten när slutrapporten har lämnats", after words about money. */
const isShared = ({ text, lead }: Passage): boolean => /^(?:(?:den )?första )?(?:hälften|halva)\s[^.]*,?\s(?:och )?(?:resten|återstoden|resterande)\s/i.test(text) && /\d\s?(?:kr|kronor|tkr|mkr)|bidrag|betala/i.test(lead);
const GIVING = /(?<!\p{L})(?:lämnar|lämnas|ger|ges|bidrar|tillskjuter|skjuter till|erlägger|erlägga|ersätter|får|erhåller|överlämnar|skänker)(?!\p{L})/iu;
const SINCE = /(?:från|sedan|till|under|för|per|utgången av|gäller|fram till|senast)\s+(?:och med\s+)?(?:den\s+|i\s+)?$/i;
/** "Diesel ersätts månadsvis mot kvitto": what comes back at a rhythm. */
const REIMBURSED = /(?<!\p{L})(?:ersätts|ersätter|ersättning lämnas)(?!\p{L})[^.]{0,60}(?:månadsvis|kvartalsvis|halvårsvis|årsvis|varje (?:månad|kvartal|halvår|termin))/iu;
/** "Hö: högst 5 000 kr, mot kvitton": among the money, what comes back for what was spent. */
export const isForReceipts = ({ text, topic }: Passage): boolean => (topic === 'payments' || topic === 'economy') && RECEIPTS.test(text);
const RECEIPTS = /(?:ersätts|ersätter|ersättning|betalar|betalas|bekostar|bekostas|står för|högst|\d\s?(?:kr|kronor|:-))[^.]{0,80}(?<!\p{L})mot (?:uppvisande av |redovisade |inlämnade |uppvisade |inlämnat |uppvisat )?(?:kvitto|kvitton|utlägg|verifikat\p{L}*|underlag|lista|tidrapport|redovisade kostnader)(?!\p{L})/iu;
const NOT_SO = /(?:sker|betalas|utgår|lämnas) (?:inte|ej)(?!\p{L}|[^.]*förrän)|^betalning(?:en|ar)? (?:sker|görs) till \S*(?:giro|konto)|ingen (?:\S+ )?ersättning/iu;
const RECEIVING = /återbetal|betalas? tillbaka|återkräv|återgå|^betalningsvillkor|dröjsmål|deltagaravgift/i;

/** Whether the words promise a payment: they say so, or stand in a list that does. */
export const isPassage = (passage: Passage): boolean =>
  passage.block.kind !== 'row' && (passage.isPaying || isGiven(passage) || REIMBURSED.test(passage.text) || isForReceipts(passage) || (passage.block.kind === 'item' && !CLAUSE.test(passage.block.text) && (passage.topic === 'payments' || PAYING.test(passage.lead))) || (passage.topic === 'payments' && passage.money.length > 0 && passage.whens.length > 0) || isPlan(passage) || isShared(passage) || isSumAndDay(passage)) && !RECEIVING.test(passage.text) && !NOT_SO.test(passage.text);

/** Every sentence and item of the sections that may hold payments, with sums and times, in the order of the text. */
export function passagesOf(ctx: ReadingContext, topics: readonly Topic[]): Passage[] {
  const mayPay = maySay(ctx.doc, PAYING);
  return ctx.doc.sections.flatMap((section, at) => {
    const topic = topics[at]!;
    if (topic === 'background' || topic === 'signatures' || topic === 'definitions') return [];
    const found: Passage[] = [];
    let lead = section.heading?.text ?? '';
    let total: number | null = null;
    let stated = { text: '', many: 0 };
    let before = '';
    for (const block of section.blocks) {
      const money = moneyInBlock(block);
      let next = 0;
      for (const { at: from, text } of partsOf(block)) {
        const to = from + text.length;
        const first = next;
        while (next < money.length && money[next]!.at < to) next += 1;
        const inside = money.slice(first, next).map((sum) => ({ ...sum, at: sum.at - from, end: sum.end - from }));
        if (block.kind !== 'item' && inside[0]) total = inside[0].sek;
        found.push({ block, from, to, text, topic, isShare: false, isPaying: mayPay(block) && PAYING.test(text), money: inside, whens: /\d|\p{L}/u.test(text) ? whensIn(text) : [], lead, total, stated: stated.many === 1 || stated.text === before ? stated.text : '' });
        if (inside.length > 0) stated = { text, many: stated.many + 1 };
        before = text;
        if (block.kind === 'paragraph' || (block.kind === 'item' && CLAUSE.test(block.text))) lead = text;
      }
    }
    return found;
  });
}

/** A numbered clause of several sentences, not an item of a list. */
const CLAUSE = /[\p{L}\d]{2}[.] \p{Lu}\p{Ll}+ /u;

const partsOf = (block: Block): Pick<Sentence, 'at' | 'text'>[] => ((block.kind === 'item' && !CLAUSE.test(block.text)) || block.kind === 'row' ? [{ at: 0, text: block.text }] : sentencesOf(block));
