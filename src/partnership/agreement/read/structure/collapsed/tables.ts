import { matchesIn } from '../../lex/matches.ts';
const RULING = /\|(?:\s?:?-+:?\s?\|)+/g;

/** Where rows of Markdown's tables begin in running text, and where the tables end: the ruling tells how many columns there are. */
export function tableCuts(text: string): number[] {
  const cuts: number[] = [];
  let done = 0;
  for (const ruling of matchesIn(RULING, text)) {
    if (ruling.index < done) continue;
    const pipes = ruling[0].split('|').length - 1;
    const header = pipesBack(text, ruling.index, pipes, done);
    if (header >= 0) cuts.push(header);
    cuts.push(ruling.index);
    let at = ruling.index + ruling[0].length;
    for (;;) {
      const row = /^\s*(?=\|)/.exec(text.slice(at, at + 20));
      if (!row) break;
      const from = at + row[0].length;
      cuts.push(from);
      const end = pipesAhead(text, from, pipes);
      if (end < 0) break;
      at = end;
    }
    cuts.push(at);
    done = at;
  }
  return cuts;
}

function pipesBack(text: string, from: number, count: number, least: number): number {
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    at = text.lastIndexOf('|', at - 1);
    if (at < least || at === 0) return at < least ? -1 : at;
  }
  return at;
}

function pipesAhead(text: string, from: number, count: number): number {
  let at = from - 1;
  for (let left = count; left > 0; left -= 1) {
    at = text.indexOf('|', at + 1);
    if (at < 0) return -1;
  }
  return at + 1;
}
