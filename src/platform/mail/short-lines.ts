const COLUMNS = 72;

/** The text with lines of at most 72 characters, broken at spaces only: an address for the browser stays whole. */
export const shortLines = (text: string): string => text.replace(/\r\n?/g, '\n').split('\n').map(broken).join('\n');

function broken(line: string): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const begun = lines.at(-1)!;
    if (begun === '') lines[lines.length - 1] = word;
    else if (begun.length + 1 + word.length <= COLUMNS) lines[lines.length - 1] = `${begun} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
