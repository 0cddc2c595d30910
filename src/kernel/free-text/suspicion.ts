/** Words that say or hint that somebody has done something wrong, with their endings, and what they must not be followed by. */
const WORDS = [
  'misstänk\\p{L}*', 'stal', 'stulit', 'stulen', 'stjäl\\p{L}*', 'snatt(?:ade|at|ar|a|eri)', 'stöld(?:en|er)?', 'tjuv\\p{L}*', 'tog med sig',
  'slog(?! (?:fast|upp|sig|ihop|på|av|an|ut|vakt|larm|igenom))', 'slagit(?! (?:fast|upp|sig|ihop|på|av|larm))', 'slår(?! (?:fast|upp|sig|ihop|på|av|larm))', 'slagsmål\\p{L}*', 'sparkade', 'sparkat', 'knuffade', 'slogs', 'bråka(?:de|t|r)',
  'misshand\\p{L}*', 'våldtog', 'våldtäkt\\p{L}*', 'våldsam\\p{L}*', 'tafsa(?:de|t|r)', 'ofreda\\p{L}*', 'trakasser\\p{L}*', 'blotta(?:de|t|r) sig',
  'hota(?:de|t|r|s)?', 'hotfull\\p{L}*', 'hotbild\\p{L}*', 'rån(?:ade|at|ar|a|et|en|are|aren)?', 'inbrott\\p{L}*', 'bröt sig in',
  'sålde', 'sålt', 'säljer', 'langa(?:de|t|r|re|ren|rna|s)?', 'langning\\p{L}*', 'knark\\p{L}*', 'narkotika\\p{L}*', 'droger(?:na)?', 'drogpåverkad\\p{L}*', 'påverkad\\p{L}*', 'berusad\\p{L}*', 'hasch\\p{L}*', 'cannabis', 'kokain', 'amfetamin', 'heroin', 'tramadol', 'spice', 'missbruk(?:ar|ade|are|aren)',
  'bedr(?:og|ar|agit|ägeri\\p{L}*)', 'förskingr\\p{L}*', 'häleri\\p{L}*', 'skadegör\\p{L}*', 'vandaliser\\p{L}*', 'klottr(?:ade|at|ar|a)', 'klottrare\\p{L}*', 'elda(?:de|t|r)', 'anlagt? brand', 'mordbrand\\p{L}*',
  'kniv\\p{L}*', 'vapen\\p{L}*', 'pistol\\p{L}*', 'sköt(?! (?:upp|fram|till|ut))', 'skjutning\\p{L}*', 'högg',
  'gripen', 'gripna', 'greps', 'grips', 'anhåll\\p{L}*', 'häktad\\p{L}*', 'häktes', 'dömd\\p{L}*', 'dömdes', 'polisanmäl\\p{L}*', 'anmäld(?:es|a)? för', 'åtala\\p{L}*', 'efterlyst\\p{L}*', 'gärningsm\\p{L}*', 'kriminell\\p{L}*', 'gängmedlem\\p{L}*', 'gängledare\\p{L}*', 'brottsling\\p{L}*',
  'suspect(?:s|ed)?', 'stole', 'stolen', 'hit(?= (?:a|an|the|him|her|another))', 'punched', 'threatened', 'sold', 'dealing', 'dealer', 'drugs', 'assaulted', 'robbed', 'arrested', 'convicted',
];

const SUSPICION = new RegExp(`(?<!\\p{L})(?:${WORDS.join('|')})(?!\\p{L})`, 'iu');

/** Whether the sentence has a word of suspicion. To prevent crime is none: "brottsförebyggande", "drogfri", "våldsprevention". */
export const suspects = (sentence: string): boolean => SUSPICION.test(sentence);
