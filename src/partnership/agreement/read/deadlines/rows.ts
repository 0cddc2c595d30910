import type { Deadline } from '../../model.ts';
import type { Block } from '../document.ts';
import { moneyIn } from '../lex/money.ts';
import { spanOf } from '../span.ts';
import { daysOfWhen, whensIn } from '../when.ts';
import { DUE, isNamedOnly, recurrenceIn } from './cues.ts';
import type { Surrounding } from './sentence.ts';

const PAID = /utbetal|betalning|(?<!\p{L})rat(?!\p{L})|förskott/iu;

/** The head of a column that says when each row's task is to be done. */
const TIMED = /^\W*(?:när|datum|senast|klart?|tid(?:punkt)?|tidplan|sista dag|deadline|genomförs|slutdatum)(?: (?:senast|datum))?\W*$/iu;

/** A row such as "Delrapport | 2025-06-30 | Föreningen": one date, something to be done, no sum. */
export function deadlinesInRow(row: Block, { topic, lead, ctx }: Surrounding, head: Block | null = null): Deadline[] {
  const text = row.text.replaceAll('\t', ' ');
  if (topic === 'payments' || topic === 'budget' || PAID.test(text) || PAID.test(lead) || moneyIn(text).length > 0) return [];
  const isTimed = head !== null && head !== row && topic !== 'goals' && topic !== 'signatures' && !/(?:^|\t)\W*(?:namn\w*|underskrift|befattning|titel|signatur)\W*(?:\t|$)/iu.test(head.text) && head.text.split('\t').some((cell) => TIMED.test(cell));
  if (!isTimed && !DUE.test(text) && !(topic === 'follow-up' && DUE.test(lead))) return [];
  const cells = row.text.split('\t');
  const what = cells.find((cell) => /\p{L}{3}/u.test(cell) && whensIn(cell).length === 0) ?? text;
  const responsible = cells.filter((cell) => cell !== what).map((cell) => ctx.parties.named(cell.trim())).find(Boolean) ?? null;
  const recurrence = recurrenceIn(text);
  return whensIn(text).filter((when) => !when.ofRange && !isNamedOnly(text, when.at)).flatMap((when) => {
    const days = daysOfWhen(when, ctx.period, { every: recurrence !== null, yearBack: false, afterEnd: false, last: /slut/i.test(text) });
    return days.map((one) => ({ ...one, recurrence, relative: when.relative, what: what.trim(), responsible, certainty: 'certain' as const, source: spanOf(row) }));
  });
}
