import type { CheckedAgreement } from './check.ts';
import { literally, words } from './passages.ts';

const SOMEBODY = [
  'kommun(?:en)?', 'stad(?:en)?', 'region(?:en)?', 'förening(?:en)?', 'stiftelsen?', 'organisation(?:en)?', 'förbund(?:et)?', 'klubb(?:en)?',
  'samfund(?:et)?', 'församling(?:en)?', 'bolag(?:et)?', 'part(?:en|er|erna)?', 'partners?', 'partnerna', 'styrgrupp(?:en)?', 'arbetsgrupp(?:en)?',
  'samverkansgrupp(?:en)?', 'referensgrupp(?:en)?', '\\p{L}*grupp(?:en)?', '\\p{L}*nämnd(?:en)?', '\\p{L}*förvaltning(?:en)?', 'kommunstyrelsen?', 'styrelsen?', 'polis(?:en)?',
  '\\p{L}*ledare(?:n)?', '\\p{L}*samordnare(?:n)?', '\\p{L}*koordinator(?:n)?', '\\p{L}*ansvarig(?:a)?', 'kontaktperson(?:en|erna|er)?', '\\p{L}*(?:förening|sällskap|klubb|förbund|ring|nätverk|kår|råd|stiftelse|jour)(?:en|et|n)?', 'ordförande(?:n)?', 'idéburna? \\p{L}+',
].join('|');

/** Matches whoever can carry a duty in this agreement: the parties by name, and "kommunen", "föreningen", "styrgruppen" … */
export function actorsIn({ reading }: CheckedAgreement): RegExp {
  const names = reading.parties.flatMap(({ name, unit }) => [name, unit]).filter((name): name is string => name !== null && name.length > 2);
  return words(`(?:${[...names.map(literally), SOMEBODY].join('|')}):?s?`);
}
