/** What people type, quoted back by libraries; addresses of people; runs of digits such as personal and telephone numbers. */
const SAID: [RegExp, string][] = [
  [/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`/g, '"…"'],
  [/[^\s@<>()]+@[^\s@<>()]+/g, '…@…'],
  [/\d(?:[\d -]{4,})\d/g, '…'],
];

/** A fault's text without what may come from a person. Letters of our own code stay; what was quoted does not. */
export const withoutPeople = (text: string): string => SAID.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
