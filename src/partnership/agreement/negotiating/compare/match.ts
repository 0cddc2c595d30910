import { diffArrays } from 'diff';
import type { Clause } from '../../drafting/model.ts';
import { bagOf, pairedByLikeness } from './likeness.ts';
import { passagesOf, type Written } from './passages.ts';

/** A passage with the clause in which it stands. */
export interface Placed extends Written {
  /** Which clause of its draft, and which passage of that. */
  clause: number;
  at: number;
}

/** What belongs together in two drafts: clauses by their number, passages by their places. */
export interface Match {
  clauses: [number, number][];
  passages: [Placed, Placed][];
}

/** How alike passages must be to be the same one, changed: in the same clause, and one that moved to another. */
const ALIKE = { here: 0.4, elsewhere: 0.6, clause: 0.5 };
/** Fewer words than this are not said to have moved. */
const FEW = 4;

/** Which clauses and passages of two drafts belong together: by identity, else by the same words, else by likeness. */
export function matched(former: Clause[], latter: Clause[]): Match {
  if (JSON.stringify(former) <= JSON.stringify(latter)) return found(former, latter);
  const { clauses, passages } = found(latter, former);
  return { clauses: clauses.map(([a, b]) => [b, a]), passages: passages.map(([a, b]) => [b, a]) };
}

function found(former: Clause[], latter: Clause[]): Match {
  const clauses = matchedClauses(former, latter);
  const [from, to] = [former.map(placedIn), latter.map(placedIn)];
  const passages = clauses.flatMap(([a, b]) => sameInOrder(from[a], to[b]));
  const left = (all: Placed[][], side: 0 | 1) => {
    const taken = new Set(passages.map((pair) => pair[side]));
    return all.flat().filter((passage) => !taken.has(passage));
  };
  const partner = new Map(clauses);
  const together = (one: Placed, other: Placed) => partner.get(one.clause) === other.clause;
  passages.push(...sameElsewhere(left(from, 0), left(to, 1)));
  const weighed = (all: Placed[][], side: 0 | 1) => left(all, side).map((passage) => ({ passage, bag: bagOf(passage.text) }));
  const alike = pairedByLikeness(weighed(from, 0), weighed(to, 1), (one, other) =>
    together(one.passage, other.passage) ? ALIKE.here : Math.min(one.bag.size, other.bag.size) < FEW ? Infinity : ALIKE.elsewhere,
  );
  return { clauses, passages: [...passages, ...alike.map(([one, other]): [Placed, Placed] => [one.passage, other.passage])] };
}

/** Clauses with the same id; of the others those that are alike, as when a clause was taken out and written anew. */
function matchedClauses(former: Clause[], latter: Clause[]): [number, number][] {
  const places = new Map(latter.map(({ id }, at) => [id, at]));
  const same = former.flatMap(({ id }, at): [number, number][] => (places.has(id) ? [[at, places.get(id)!]] : []));
  const taken = { former: new Set(same.map(([a]) => a)), latter: new Set(same.map(([, b]) => b)) };
  const others = (clauses: Clause[], side: Set<number>) => clauses.flatMap(({ heading, body }, at) => (side.has(at) ? [] : [{ at, bag: bagOf(`${heading}\n${body}`) }]));
  const alike = pairedByLikeness(others(former, taken.former), others(latter, taken.latter), () => ALIKE.clause);
  return [...same, ...alike.map(([one, other]): [number, number] => [one.at, other.at])];
}

const placedIn = ({ body }: Clause, clause: number): Placed[] => passagesOf(body).map((written, at) => ({ ...written, clause, at }));

/** Passages with the same words in the same order. */
function sameInOrder(from: Placed[], to: Placed[]): [Placed, Placed][] {
  const pairs: [Placed, Placed][] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, count } of diffArrays(from.map(({ text }) => text), to.map(({ text }) => text))) {
    if (removed) a += count;
    else if (added) b += count;
    else for (let left = count; left > 0; left -= 1) pairs.push([from[a++], to[b++]]);
  }
  return pairs;
}

/** Passages with the same words anywhere. */
function sameElsewhere(from: Placed[], to: Placed[]): [Placed, Placed][] {
  const waiting = Map.groupBy(from, ({ text }) => text);
  return to.flatMap((passage): [Placed, Placed][] => {
    const same = waiting.get(passage.text);
    const one = same?.find(({ clause }) => clause === passage.clause) ?? same?.[0];
    if (!one || bagOf(passage.text).size < FEW) return [];
    same!.splice(same!.indexOf(one), 1);
    return [[one, passage]];
  });
}
