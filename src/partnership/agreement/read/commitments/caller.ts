import type { ReadingContext } from '../context.ts';

const CALLS = /^(?<who>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)\s(?:kallar|sammankallar|är sammankallande|för protokoll|för anteckningar|bokar lokal)(?!\p{L})/u;

/** "Karin Ek sammankallar", "Diakonen kallar": the party of the one who calls the group, by the place that tells whom they work for; null for other sentences. */
export function callerDuty(sentence: string, { doc, parties }: ReadingContext): string[] | null {
  const who = CALLS.exec(sentence)?.groups!['who'];
  if (!who) return null;
  const name = who.includes(' ') ? who.toLowerCase() : who.toLowerCase().replace(/(?:en|n)$/, '');
  for (const block of doc.blocks) {
    const at = block.text.toLowerCase().indexOf(name);
    if (at < 0 || block.text.slice(at).startsWith(who + sentence.slice(who.length, who.length + 6))) continue;
    const after = parties.find(block.text).find((mention) => mention.at >= at && mention.at - at < 90 && mention.party !== 'both' && mention.party !== '');
    if (after) return [after.party];
  }
  return [];
}
