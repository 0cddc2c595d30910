/**
 * Every match of a global pattern in the text, in order. Says what `matchAll` says without making a new pattern each time,
 * which costs more than the search itself in the short texts that most blocks and sentences are.
 */
export function matchesIn(pattern: RegExp, text: string): RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return [];
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return found;
}
