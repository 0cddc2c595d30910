import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { confirmedReading } from '#partnership/agreement';
import type { Context } from '#platform/context.ts';
import type { AgreedPeriod, FactView, NoticeTerm, Party } from '#pure/agreement';

/** What the agreement says that a change of its course has to know. */
export interface RunningAgreement {
  text: string;
  facts: FactView[];
  end: CalendarDate | null;
  /** What it says of notice, with the fact it stands in. */
  notice: { fact: FactView; months: number | null; when: string | null } | null;
  /** The names of its parties: no private persons. */
  partyNames: string[];
}

/** The agreement as it has been confirmed; a no where it is not in use yet. */
export async function runningAgreement(context: Context, agreementId: string): Promise<Outcome<RunningAgreement>> {
  const found = await confirmedReading(context, agreementId);
  if (!found.ok) return found;
  const { facts, text, commenced } = found.value;
  if (!commenced) return refuse('conflict', 'governance.not-running');
  const period = facts.find(({ kind }) => kind === 'period')?.value as AgreedPeriod | undefined;
  const fact = facts.find(({ kind }) => kind === 'notice');
  const { months, when } = (fact?.value ?? {}) as Partial<NoticeTerm>;
  return done({
    text,
    facts,
    end: period?.end?.date ?? null,
    notice: fact ? { fact, months: months ?? null, when: when ?? null } : null,
    partyNames: facts.flatMap(({ kind, value }) => (kind === 'party' ? [(value as Party).name] : [])),
  });
}
