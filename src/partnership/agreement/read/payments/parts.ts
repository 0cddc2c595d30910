import { matchesIn } from '../lex/matches.ts';
import { numbersIn } from '../lex/numbers.ts';
import { eventIn } from './event.ts';
import type { Passage } from './passage.ts';
import { isEachTime } from './stated.ts';

/** No sentence promises more payments than this; what seems to is not prose. */
const MOST_PARTS = 60;

/** "150 tkr i september och 125 tkr när delrapporten godkänts": one part for each sum, where every part has its own time or event. */
export function partsOf(passage: Passage): Passage[] {
  const { text, money } = passage;
  if (isEachTime(money)) return [passage];
  const listed = listedParts(passage);
  if (listed) return listed;
  const shares = money.length < 2 ? sharesIn(text) : [];
  const left = money.length > 1 ? REST.exec(text) : null;
  const remaining = left && left.index >= money.at(-1)!.end ? [{ at: left.index + left[1]!.length, end: left.index + left[0].length }] : [];
  const sums = shares.length > 1 ? shares : [...money, ...remaining];
  if (sums.length < 2 || sums.length > MOST_PARTS) return [passage];
  const parts = sums.map((sum, nth) => {
    const from = nth === 0 ? 0 : cutBefore(text, sum.at, sums[nth - 1]!.end);
    const to = sums[nth + 1] ? cutBefore(text, sums[nth + 1]!.at, sum.end) : text.length;
    const one = part(passage, from, to);
    if (sums === shares) return { ...one, money: one.money.filter((own) => own.at > shares[nth]!.at - from && SAID_AGAIN.test(one.text.slice(0, own.at))), isShare: true };
    return remaining[0] === sum ? { ...one, isShare: true } : one;
  });
  const [whole, ...rest] = parts;
  const isOwn = (one: Passage) => one.whens.length > 0 || eventIn(one.text) !== null || (one.isShare && WAITS.test(one.text));
  if (!isOwn(whole!) && rest.every(isOwn) && sums !== shares && money.slice(1).reduce((sum, { sek }) => sum + sek, 0) === money[0]!.sek) return rest;
  if (parts.every((one, nth) => (nth === 0 ? isOwn(one) : isOwn(one) && !/^\W*(?:varav|därav)/i.test(one.text)))) return parts;
  return sums === shares && passage.whens.length === 0 ? [{ ...passage, money: [], isShare: true }] : [passage];
}

/** "i tre delar om 70 000 kr: när avtalet är undertecknat, den 1 maj och när slutrapporten är godkänd": one sum, and what each part waits for; null for other text. */
function listedParts(passage: Passage): Passage[] | null {
  const { text, money } = passage;
  const lead = PARTS_OF.exec(text);
  const sum = lead ? money.find(({ at, end }) => at >= lead.index && end <= lead.index + lead[0].length) : undefined;
  if (!lead || !sum || money.some(({ at }) => at > sum.at)) return null;
  const starts = matchesIn(EACH_WAITS, text).map(({ index, 0: words }) => index + words.length).filter((at) => at >= sum.end);
  if (starts.length < 2 || starts[0]! > lead.index + lead[0].length + 2) return null;
  const parts = starts.map((from, nth) => part(passage, from, starts[nth + 1] ?? text.length));
  return parts.every((one) => one.whens.length < 2) ? parts.map((one) => ({ ...one, money: [sum], isShare: true })) : null;
}

/** "i tre delar om 70 000 kr:", "i två omgångar à 50 tkr,". */
const PARTS_OF = /(?:delar|omgångar|poster|rater|utbetalningar|delbetalningar) (?:om|på|à|á|med) [^:,;]{3,24}[:,]/iu;
/** Where a part begins in such a list. */
const EACH_WAITS = /(?:[:,]\s|\soch\s|,\soch\s)(?=(?:när|sedan|efter|vid|senast|den \d|i samband med|så snart|i (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))(?!\p{Ll}*:))/giu;

/** "50 % vid undertecknandet, 40 % den 1 juni": parts of a sum that is said elsewhere. */
export function sharesIn(text: string): { at: number; end: number }[] {
  const inWords = matchesIn(SHARE, text).map((match) => ({ at: match.index, end: match.index + match[0].length }));
  return [...numbersIn(text).filter((number) => number.percent).map(({ at, end }) => ({ at, end })), ...inWords].sort((a, b) => a.at - b.at);
}

/** "Hälften när båda har skrivit på, resten när slutrapporten har lämnats". */
const SHARE = /(?<!\p{L})(?:(?:den )?(?:första |andra )?(?:hälften|halvan)|halva (?:summan|beloppet|bidraget)|resten|återstoden|(?:det )?resterande(?: (?:del|belopp)\p{L}*)?|en (?:tredje|fjärde)del)(?=\s)/giu;

/** "… 88 000 kronor den 1 januari och återstoden den 1 april". */
const REST = /((?:,|\soch|\ssamt)\s)(?:resten|återstoden|återstående(?: belopp)?|(?:det )?resterande(?: belopp\p{L}*)?)(?=\s)/iu;
/** "hälften när rundvandringen är gjord". */
export const WAITS = /(?<!\p{L})(?:när|sedan|så snart|efter att)(?!\p{L})/iu;
/** "hälften, alltså 19 000 kronor". */
const SAID_AGAIN = /(?:alltså|det vill säga|dvs\.?|eller|motsvarande|\()\s?$/iu;

/** Where the words that lead up to a sum begin: after the last comma or "och" before it. */
function cutBefore(text: string, at: number, least: number): number {
  const between = text.slice(least, at);
  const cut = Math.max(between.lastIndexOf(','), between.lastIndexOf(';'), between.lastIndexOf('. '), between.lastIndexOf(' och '), between.lastIndexOf(' samt '));
  return cut < 0 ? at : least + cut;
}

function part(passage: Passage, from: number, to: number): Passage {
  const within = <T extends { at: number; end: number }>(all: readonly T[]): T[] => all.filter((one) => one.at >= from && one.end <= to).map((one) => ({ ...one, at: one.at - from, end: one.end - from }));
  return { ...passage, from: passage.from + from, to: passage.from + to, text: passage.text.slice(from, to), money: within(passage.money), whens: within(passage.whens), lead: `${passage.lead} ${passage.text.slice(0, Math.min(from, 240))}` };
}
