import type { AgreementDocument } from '../document.ts';
import { matchesIn } from '../lex/matches.ts';

const ACCOUNT = /(plusgiro|postgiro|bankgiro|pg|bg|(?:bank)?konto(?:nummer|nr)?|clearing(?:nummer)?)(?:konto|nummer|nr)?\.?:?\s*(?:nr\.?\s*|nummer\s*|:\s*)?(\d[\d\s,-]{4,24}\d)/giu;

/** The giro or bank accounts that are named, as written: "plusgiro 12 34 56-7". Each once. */
export function accountsIn(doc: AgreementDocument): string[] {
  const found = doc.blocks.flatMap((block) => (/giro|konto|clearing|[pb]g/i.test(block.text) ? matchesIn(ACCOUNT, block.text).map((match) => match[0].trim()) : []));
  return [...new Map(found.map((account) => [account.replace(/\D/g, ''), account])).values()];
}
