/** A bullet of any font; signs from symbol fonts arrive in the private use area. */
const BULLET = /^[•·▪▫●○◦‣■□◆◇❖➢➤✓✔→–—*\-\u{e000}-\u{f8ff}]$|^o$/u;
const LABEL = /^(?:[•·▪▫●○◦‣■□◆◇❖➢➤✓✔→–—*\-\u{e000}-\u{f8ff}]|o|\(?[a-zåäö]\)|\(?\d{1,2}\)|\d{1,2}\.|\d{1,2}(?:\.\d{1,2}){1,4}\.?|§\s?\d{1,3}\.?|\d{1,3}\s?§|\(?[ivx]{1,5}[.)])$/iu;

/** True for what stands alone before a line's words: "•", "a)", "2.1", "§ 3". */
export const isLabel = (text: string): boolean => LABEL.test(text);

/** The label as it is written: any bullet is "-". */
export const writtenLabel = (label: string): string => (BULLET.test(label) ? '-' : label);

/** "-", "a)", "3." and "iv." mark a line of a list; "4.2" and "§ 3" mark a clause of its own. */
export const isItemLabel = (label: string): boolean => !/§|\d\.\d|\p{L}{5,}/u.test(label);

/** A text's label and the rest, where its first word is a label that may stand before words of any kind. */
export function withoutLabel(text: string): { label: string | null; text: string } {
  const found = /^(\S{1,14}|§\s?\d{1,3}\.?)\s+(?=\S)/.exec(text);
  if (!found || !isLabel(found[1]!)) return { label: null, text };
  return { label: writtenLabel(found[1]!), text: text.slice(found[0].length) };
}

/** How deep a heading with this number stands: 1 for "4" and "§ 4", 2 for "4.2"; null for what numbers no heading. */
export function numberDepth(label: string | null): number | null {
  const found = /^(?:§\s?)?(\d{1,2}(?:\.\d{1,2})*)\.?$/.exec(label ?? '');
  return found ? found[1]!.split('.').length : null;
}
