const ORDINALS = [
  'första', 'andra', 'tredje', 'fjärde', 'femte', 'sjätte', 'sjunde', 'åttonde', 'nionde', 'tionde', 'elfte', 'tolfte', 'trettonde', 'fjortonde', 'femtonde',
  'sextonde', 'sjuttonde', 'artonde', 'nittonde', 'tjugonde', 'tjugoförsta', 'tjugoandra', 'tjugotredje', 'tjugofjärde', 'tjugofemte', 'tjugosjätte',
  'tjugosjunde', 'tjugoåttonde', 'tjugonionde', 'trettionde', 'trettioförsta',
];

/** 1 for "första" (or "förste"), 31 for "trettioförsta"; null for other words. */
export function ordinalOfWord(word: string): number | null {
  const at = ORDINALS.indexOf(word.toLowerCase().replace(/förste$/, 'första').replace(/andre$/, 'andra'));
  return at < 0 ? null : at + 1;
}
