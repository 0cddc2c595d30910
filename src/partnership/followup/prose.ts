/** A piece of prose. Text is text and nothing else: no sign in it is ever markup for a browser. */
export type Block = { type: 'heading'; level: 3 | 4; text: string } | { type: 'list'; items: string[] } | { type: 'paragraph'; lines: string[] };

const HEADING = /^(#{1,3})\s+(.*)$/;
const BULLET = /^[-*•]\s+(.*)$/;

/**
 * Prose with a few signs of Markdown, taken apart line by line: `#` begins a heading, `-` an item of a list, an empty line
 * ends a paragraph; every other line is kept as it was written, numbers and all. Takes time in proportion to its length.
 */
export function proseOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') {
      open = false;
      continue;
    }
    const block = blockOf(line);
    const last = open ? blocks.at(-1) : undefined;
    if (last?.type === 'list' && block.type === 'list') last.items.push(...block.items);
    else if (last?.type === 'paragraph' && block.type === 'paragraph') last.lines.push(...block.lines);
    else blocks.push(block);
    open = true;
  }
  return blocks;
}

function blockOf(line: string): Block {
  const heading = HEADING.exec(line);
  if (heading) return { type: 'heading', level: heading[1].length === 1 ? 3 : 4, text: heading[2] };
  const item = BULLET.exec(line);
  return item ? { type: 'list', items: [item[1]] } : { type: 'paragraph', lines: [line] };
}
