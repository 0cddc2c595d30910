import * as m from '#messages';
import type { Context } from '../context.ts';
import { queueMail } from '../mail/outbox.ts';
import { heads } from './links.ts';

/** Where the ends of the chains are kept outside the house: an address of an archive or a registrar. */
export const journalWitness = ({ JOURNAL_WITNESS: address }: NodeJS.ProcessEnv): string | null => address || null;

/**
 * Writes a letter with where every chain ends, once a day: whoever keeps it can show later that the journal has not been cut
 * off and written anew. The letter's text is what `handslag journal verify --head FILE` reads.
 */
export async function sendHeads(context: Context, to: string): Promise<void> {
  const today = context.clock.today();
  const ends = JSON.stringify({ heads: await heads(context.database) }, null, 1);
  const subject = m.heads_letter_subject({ day: today }, { locale: 'sv' });
  await queueMail(context, { to, subject, text: `${m.heads_letter_why({}, { locale: 'sv' })}\n\n${ends}`, kind: 'journal.heads', key: `journal.heads ${today} ${to}` });
}
