import { diffArrays } from 'diff';
import type { Piece } from './model.ts';
import { isWord, type Token, tokensOf } from './tokens.ts';

/** Words that may differ between two passages before they are said to be wholly different; what bounds the time. */
const MOST_EDITS = 2_500;

/** Two texts word by word. The same words are found whichever comes first, so that what one way adds the other removes. */
export function piecesOf(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return asPieces(before < after ? found(before, after) : found(after, before).map(turned));
}

/** Either what is the same, or what stood there and what stands there now. */
type Run = { same: Token[] } | { removed: string; added: string };

const turned = (run: Run): Run => ('same' in run ? run : { removed: run.added, added: run.removed });

function found(before: string, after: string): Run[] {
  const [former, latter] = [tokensOf(before), tokensOf(after)];
  const changes = diffArrays(former.map(({ word }) => word), latter.map(({ word }) => word), { maxEditLength: MOST_EDITS });
  if (!changes) return [{ removed: before, added: after }];
  const runs: Run[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (removed) changed(runs, written(former.slice(from, (from += count))), '');
    else if (added) changed(runs, '', written(latter.slice(to, (to += count))));
    else for (let left = count; left > 0; left -= 1) kept(runs, former[from++], latter[to++]);
  }
  return withoutIslands(runs);
}

/** The same word in both; where the space before it is another, that is what was changed. */
function kept(runs: Run[], former: Token, latter: Token): void {
  if (former.space !== latter.space) changed(runs, former.space, latter.space);
  const token = former.space === latter.space ? former : { space: '', word: former.word };
  const last = runs.at(-1);
  if (last && 'same' in last) last.same.push(token);
  else runs.push({ same: [token] });
}

function changed(runs: Run[], removed: string, added: string): void {
  const last = runs.at(-1);
  if (last && 'removed' in last) Object.assign(last, { removed: last.removed + removed, added: last.added + added });
  else runs.push({ removed, added });
}

/** A lone short word between two changes is read as part of them. */
function withoutIslands(runs: Run[]): Run[] {
  const tidy: Run[] = [];
  runs.forEach((run, at) => {
    if ('same' in run) {
      const island = isChange(tidy.at(-1)) && isChange(runs[at + 1]) && run.same.filter(isWord).length < 2 && written(run.same).length < 6;
      if (island) changed(tidy, written(run.same), written(run.same));
      else tidy.push(run);
    } else changed(tidy, run.removed, run.added);
  });
  return tidy;
}

/** True where something stood and something else stands now. */
const isChange = (run: Run | undefined): boolean => run !== undefined && 'removed' in run && run.removed.trim() !== '' && run.added.trim() !== '';

const written = (tokens: Token[]): string => tokens.map(({ space, word }) => space + word).join('');

function asPieces(runs: Run[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  for (const run of runs) {
    if ('same' in run) add('same', written(run.same));
    else {
      const space = sharedSpace(run.removed, run.added);
      add('same', space);
      add('removed', run.removed.slice(space.length));
      add('added', run.added.slice(space.length));
    }
  }
  return pieces;
}

/** The white space that both begin with: it is not what was changed. */
function sharedSpace(removed: string, added: string): string {
  const [one, other] = [removed, added].map((text) => /^\s*/.exec(text)![0]);
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** How many words a text has; a lone comma is one. */
export const weightOf = (text: string): number => tokensOf(text).filter(isWord).length || (text.trim() === '' ? 0 : 1);
