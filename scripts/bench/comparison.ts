import { readFileSync } from 'node:fs';
import { diffWords } from 'diff';
import { compare, type DraftContent } from '#pure/agreement';
import { type Row, row } from './measure.ts';

/** Characters of a written page: 40 lines of 75. */
const PAGE = 3_000;
const PAGES = 30;

/** Two versions of thirty pages, against what plain jsdiff takes, which is so long that it is measured once; and two drafts that have little in common, for which it takes minutes. */
export function benchComparison(): Row[] {
  const former = drafted('samples/hej-granby.md');
  const latter = revised(former);
  const [a, b] = [textOf(former), textOf(latter)];
  const ours = processorTime(20, () => compare(former, latter));
  const plain = processorTime(1, () => diffWords(a, b));
  const other = drafted('samples/ishockey-hammarnas.txt');
  return [
    row('compare two versions of 30 pages', ours, 'ms', 100, 'limit 100 ms'),
    row('the same', ours, 'ms', plain, `jsdiff’s diffWords on the same texts, ${Math.round(plain)} ms`),
    row('compare two drafts of 30 pages with little in common', processorTime(20, () => compare(former, other)), 'ms', 100, 'limit 100 ms'),
  ];
}

/** Milliseconds of processor time that one run takes, after as many to warm up where there is more than one. */
function processorTime(runs: number, work: () => unknown): number {
  for (let warm = 1; warm < runs; warm += 1) work();
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / runs;
}

/** A draft of thirty pages in forty clauses, made of a sample's paragraphs; each says its number, so that no two are the same. */
function drafted(file: string): DraftContent {
  const paragraphs = readFileSync(file, 'utf8').split(/\n{2,}/).filter((text) => text.length > 40);
  const all: string[] = [];
  for (let length = 0; length < PAGES * PAGE; length += all.at(-1)!.length) all.push(`${all.length + 1} ${paragraphs[all.length % paragraphs.length]}`);
  const size = Math.ceil(all.length / 40);
  const clauses = Array.from({ length: 40 }, (_, at) => ({ id: `clause-${at}`, heading: `Avsnitt ${at + 1}`, body: all.slice(at * size, (at + 1) * size).join('\n\n'), version: 1 }));
  return { kind: 'agreement', title: 'Överenskommelse', clauses, fields: [], facts: [] };
}

function revised(draft: DraftContent): DraftContent {
  let at = 0;
  const moving: string[] = [];
  const clauses = draft.clauses.map((clause) => {
    const passages = clause.body.split('\n\n').flatMap((text) => {
      at += 1;
      if (at % 23 === 0) return [];
      if (at % 29 === 0) return [text, `Parterna är ense om att ${text.toLowerCase()}`];
      if (at % 19 === 0) {
        moving.push(text);
        return [];
      }
      return [at % 8 === 0 ? text.replace(/\bska\b/, 'bör').replace(/(\S+) (\S+)$/, '$2 och $1 i $1') : text];
    });
    return { ...clause, body: [...passages, ...(at % 5 === 0 ? moving.splice(0) : [])].join('\n\n') };
  });
  return { ...draft, clauses };
}

const textOf = ({ clauses }: DraftContent): string => clauses.map(({ heading, body }) => `${heading}\n\n${body}`).join('\n\n');
