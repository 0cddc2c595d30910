const COLUMNS = 72;

/**
 * The text with lines of at most 72 characters, broken at spaces only, so that an address for the browser stays whole;
 * what is broken keeps its indent, in a list that of the words.
 */
export const shortLines = (text: string): string => text.replace(/\r\n?/g, '\n').split('\n').map(broken).join('\n');

function broken(line: string): string {
  if (line.length <= COLUMNS) return line;
  const [lead] = /^ *(?:- )?/.exec(line)!;
  const indent = ' '.repeat(lead.length);
  const [first, ...words] = line.slice(lead.length).split(' ');
  const lines = [lead + first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= COLUMNS) lines[lines.length - 1] = longer;
    else lines.push(indent + word);
  }
  return lines.join('\n');
}
