import type { ReadingContext } from '../context.ts';
import type { AgreementDocument } from '../document.ts';

const CALLS = /^(?<who>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)\s(?:kallar|sammankallar|är sammankallande|för protokoll|för anteckningar|bokar lokal)(?!\p{L})/u;
/** A block longer than this is a text that lost its lines, and names too many to tell who is whose. */
const LONGEST = 2_000;

/** "Karin Ek sammankallar", "Diakonen kallar": the party of the one who calls the group, by the place that tells whom they work for; null for other sentences. */
export function callerDuty(sentence: string, ctx: ReadingContext): string[] | null {
  const who = CALLS.exec(sentence)?.groups!['who'];
  if (!who) return null;
  const name = who.includes(' ') ? who.toLowerCase() : who.toLowerCase().replace(/(?:en|n)$/, '');
  const known = asked.get(ctx.doc) ?? new Map<string, string[]>();
  asked.set(ctx.doc, known);
  const party = known.get(name) ?? partyBeside(name, ctx);
  known.set(name, party);
  return party;
}

/** Each name is looked for once in a document. */
const asked = new WeakMap<AgreementDocument, Map<string, string[]>>();

function partyBeside(name: string, { doc, parties }: ReadingContext): string[] {
  for (const { text } of doc.blocks) {
    const at = text.length <= LONGEST ? text.toLowerCase().indexOf(name) : -1;
    if (at < 0) continue;
    const mentions = parties.find(text).filter((mention) => mention.party !== 'both' && mention.party !== '');
    const over = mentions[0]?.at === 0 && text[mentions[0].end] === ':' ? mentions[0] : undefined;
    const after = over ?? mentions.find((mention) => mention.at >= at && /^[^.;]{0,60}?(?:från|för|hos|i|,|\(|\t)\s?$/.test(text.slice(at + name.length, mention.at)) && !/\soch\s/.test(text.slice(at + name.length, mention.at)));
    if (after) return [after.party];
  }
  return [];
}
