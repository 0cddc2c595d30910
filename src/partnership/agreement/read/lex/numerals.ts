const SMALL: Record<string, number> = {
  noll: 0, två: 2, tre: 3, fyra: 4, fem: 5, sex: 6, sju: 7, åtta: 8, nio: 9, tio: 10, elva: 11, tolv: 12, tretton: 13, fjorton: 14, femton: 15,
  sexton: 16, sjutton: 17, arton: 18, nitton: 19, tjugo: 20, trettio: 30, fyrtio: 40, femtio: 50, sextio: 60, sjuttio: 70, åttio: 80, nittio: 90,
};
/** How the words for numbers begin: most words are none. */
const BEGINS = new RegExp(`^(?:$|ett|miljon|tusen|hundra|${Object.keys(SMALL).join('|')})`);
const ONE = new Set(['en', 'ett', 'ettusen', 'etthundra']);

/** The value of a Swedish numeral written as one word – "tjugofem", "tvåhundrafemtiotusen" – or null. "en" and "ett" alone are articles. */
export function numeral(word: string): number | null {
  if (ONE.has(word)) return word === 'ettusen' ? 1000 : word === 'etthundra' ? 100 : null;
  return BEGINS.test(word) ? parse(word) : null;
}

function parse(word: string): number | null {
  if (word === '') return 0;
  if (word in SMALL) return SMALL[word]!;
  for (const [unit, size] of [['miljoner', 1e6], ['miljon', 1e6], ['tusen', 1000], ['hundra', 100]] as const) {
    const at = word.lastIndexOf(unit);
    if (at < 0) continue;
    const many = at === 0 ? 1 : word.startsWith('ett') && at <= 3 ? 1 : parse(word.slice(0, at));
    const rest = parse(word.slice(at + unit.length));
    return many === null || rest === null ? null : many * size + rest;
  }
  for (const ten of ['tjugo', 'trettio', 'fyrtio', 'femtio', 'sextio', 'sjuttio', 'åttio', 'nittio']) {
    if (!word.startsWith(ten)) continue;
    const rest = word.slice(ten.length);
    const one = rest === 'en' || rest === 'ett' ? 1 : SMALL[rest];
    return one !== undefined && one < 10 ? SMALL[ten]! + one : null;
  }
  return null;
}
