/**
 * The text as it is kept and shown: lines end in `\n`, letters are composed (å is one character), and what a database or
 * a page cannot hold – control characters, halves of surrogate pairs – is gone. Pages still begin with a form feed.
 * Applied twice it gives the same.
 */
export function keptText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v]/g, '\n')
    .replace(/[[\p{Cc}\ufeff\ufffe\uffff]--[\t\n\f]]/gv, '')
    .normalize('NFC');
}
