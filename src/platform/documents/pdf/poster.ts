import { encode } from 'uqr';
import type { PosterContent } from '../content.ts';
import { compiler, legibility } from './compiled.ts';
import { breakable } from './long-words.ts';
import { withUaIdentifier } from './ua-identifier.ts';

/** A longer word would run off the sheet in its large letters. */
const LONGEST_IN_TITLE = 16;
/** A longer one is broken, beside the code. */
const LONGEST_IN_ADDRESS = 26;

/** The sheet as PDF/A-3a and PDF/UA-1 on one page of A4. Equal content gives equal bytes. */
export async function asPoster(content: PosterContent): Promise<Uint8Array> {
  const { address } = content.code;
  const said = await legibility.legible({ ...content, title: breakable(content.title.trim(), LONGEST_IN_TITLE) || content.from });
  const data = JSON.stringify({ ...said, region: content.language === 'sv' ? 'se' : 'gb', at: breakable(address.replace(/^https?:\/\//, ''), LONGEST_IN_ADDRESS), drawing: codeOf(address) });
  const [, archive] = compiler.export({ template: 'poster.typ' }, { data }, ['ua-1', 'a-3a']);
  return withUaIdentifier(archive!);
}

/** The address as squares that a camera reads; four empty ones around them are part of the code. */
function codeOf(address: string): string {
  const { size, data } = encode(address, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 4 ${size - 8} ${size - 8}" shape-rendering="crispEdges"><path d="${squares.join('')}"/></svg>`;
}
