import type { Clause, DraftContent } from '../../drafting/model.ts';
import { differentFacts, differentFields } from './values.ts';
import { inOrder } from './in-order.ts';
import { type Match, matched, type Placed } from './match.ts';
import type { ClauseDifference, Comparison, Counts, Passage, Piece } from './model.ts';
import { passagesOf } from './passages.ts';
import { piecesOf, weightOf } from './pieces.ts';

/** What is different in `b` from what was in `a`: word by word, clause by clause, with what moved known as moved. */
export function compare(a: DraftContent, b: DraftContent): Comparison {
  const match = matched(a.clauses, b.clauses);
  const title = piecesOf(a.title, b.title);
  const clauses = differentClauses(a.clauses, b.clauses, match);
  const fields = differentFields(a.fields, b.fields);
  const facts = differentFacts(a, b);
  return { title, clauses, fields, facts, counts: counted(title, clauses, fields.length + facts.length) };
}

function differentClauses(former: Clause[], latter: Clause[], { clauses, passages }: Match): ClauseDifference[] {
  const pairs = [...clauses].sort(([, b], [, d]) => b - d);
  const still = inOrder(pairs.map(([a]) => a));
  const inPlace = pairs.filter((_, at) => still.has(at));
  const partnerOf = new Map(pairs.map(([a, b]) => [b, a]));
  const kept = new Set(pairs.map(([a]) => a));
  const ends = endsOf(passages, new Map(pairs));
  const idOf = { before: (at: number) => former[at].id, after: (at: number) => latter[at].id };

  const standing = (at: number): ClauseDifference => {
    const from = partnerOf.get(at);
    const { id, heading, body } = latter[at];
    const before = from === undefined ? null : former[from];
    const moved = from !== undefined && !inPlace.some(([, b]) => b === at);
    const pieces = before ? piecesOf(before.heading, heading) : all('added', heading);
    const within = passagesIn({ from: from ?? null, to: at, before: before?.body ?? '', after: body, ends, idOf });
    const kind = !before ? 'added' : pieces.every(isSame) && within.every(({ kind }) => kind === 'same') ? 'same' : 'changed';
    return { clauseId: id, kind, moved, heading: pieces, passages: within };
  };
  const gone = (at: number): ClauseDifference => {
    const { id, heading, body } = former[at];
    return { clauseId: id, kind: 'removed', moved: false, heading: all('removed', heading), passages: passagesIn({ from: at, to: null, before: body, after: '', ends, idOf }) };
  };
  return woven(former.length, latter.length, inPlace, { gone: (at) => (kept.has(at) ? [] : [gone(at)]), standing: (at) => [standing(at)] });
}

/** The other end of each passage that has one, and whether it stands where it stood. */
interface Ends {
  before: Map<string, { other: Placed; moved: boolean }>;
  after: Map<string, { other: Placed; moved: boolean }>;
}

const placeName = ({ clause, at }: Pick<Placed, 'clause' | 'at'>): string => `${clause} ${at}`;

function endsOf(passages: [Placed, Placed][], partner: Map<number, number>): Ends {
  const ends: Ends = { before: new Map(), after: new Map() };
  const within = Map.groupBy(passages, ([from, to]) => (partner.get(from.clause) === to.clause ? to.clause : -1));
  for (const [clause, pairs] of within) {
    pairs.sort(([, b], [, d]) => b.at - d.at);
    const still = clause === -1 ? new Set<number>() : inOrder(pairs.map(([from]) => from.at));
    pairs.forEach(([from, to], at) => {
      ends.before.set(placeName(from), { other: to, moved: !still.has(at) });
      ends.after.set(placeName(to), { other: from, moved: !still.has(at) });
    });
  }
  return ends;
}

interface Within {
  from: number | null;
  to: number | null;
  before: string;
  after: string;
  ends: Ends;
  idOf: { before: (clause: number) => string; after: (clause: number) => string };
}

function passagesIn({ from, to, before, after, ends, idOf }: Within): Passage[] {
  const [former, latter] = [passagesOf(before), passagesOf(after)];
  const endOf = { former: (at: number) => ends.before.get(placeName({ clause: from ?? -1, at })), latter: (at: number) => ends.after.get(placeName({ clause: to ?? -1, at })) };
  const still = latter.flatMap((_, at): [number, number][] => {
    const end = endOf.latter(at);
    return end && !end.moved ? [[end.other.at, at]] : [];
  });
  const gone = (at: number): Passage[] => {
    const end = endOf.former(at);
    if (end && !end.moved) return [];
    const { lead, text } = former[at];
    return [{ kind: end ? 'moved-away' : 'removed', pieces: all('removed', text), lead: { before: lead, after: '' }, other: end ? idOf.after(end.other.clause) : null }];
  };
  const standing = (at: number): Passage[] => {
    const end = endOf.latter(at);
    const { lead, text } = latter[at];
    if (!end) return [{ kind: 'added', pieces: all('added', text), lead: { before: '', after: lead }, other: null }];
    const pieces = piecesOf(end.other.text, text);
    if (end.moved) return [{ kind: 'moved-here', pieces, lead: { before: '', after: lead }, other: idOf.before(end.other.clause) }];
    return [{ kind: pieces.every(isSame) ? 'same' : 'changed', pieces, lead: { before: end.other.lead, after: lead }, other: null }];
  };
  return woven(former.length, latter.length, still, { gone, standing });
}

/** Two rows as one: what is gone stands where it stood, before what stands there now. */
function woven<One>(former: number, latter: number, inPlace: [number, number][], { gone, standing }: Record<'gone' | 'standing', (at: number) => One[]>): One[] {
  const whole: One[] = [];
  let [a, b] = [0, 0];
  for (const [from, to] of [...inPlace, [former, latter] as const]) {
    for (; a < from; a += 1) whole.push(...gone(a));
    for (; b < to; b += 1) whole.push(...standing(b));
    if (from < former) {
      a += 1;
      whole.push(...standing(b));
      b += 1;
    }
  }
  return whole;
}

const all = (kind: Piece['kind'], text: string): Piece[] => (text === '' ? [] : [{ kind, text }]);

const isSame = ({ kind }: Piece): boolean => kind === 'same';

function counted(title: Piece[], clauses: ClauseDifference[], values: number): Counts {
  const pieces = [title, ...clauses.flatMap(({ heading, passages }) => [heading, ...passages.flatMap(({ kind, pieces }) => (kind === 'moved-away' ? [] : [pieces]))])].flat();
  const words = (wanted: Piece['kind']) => pieces.reduce((sum, { kind, text }) => (kind === wanted ? sum + weightOf(text) : sum), 0);
  const moved = clauses.reduce((sum, clause) => sum + (clause.moved ? 1 : 0) + clause.passages.filter(({ kind }) => kind === 'moved-here').length, 0);
  return { added: words('added'), removed: words('removed'), moved, values };
}
