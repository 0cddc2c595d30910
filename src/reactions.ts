import { done, type Outcome } from '#kernel/outcome.ts';
import { addFact, commence, confirmedReading, decide, takeReading } from '#partnership/agreement';
import { read } from '#pure/agreement';
import { recordTerms } from '#partnership/money';
import { recordPeople } from '#partnership/people';
import { type Context, inTransaction } from '#platform/context.ts';

/*
 * When X has happened, room Y does Z: the only place where news travels upward.
 * Each runs in one transaction with what it reacts to.
 */

/** When an agreement commences, its parties, contact persons, budget, payments and duties are laid out. */
export const commenceAndLayOut = (context: Context, input: Parameters<typeof commence>[1]) => followed(context, (inside) => commence(inside, input));

/** When a fact of a running partnership is decided anew, what follows from it follows. */
export const decideAndLayOut = (context: Context, input: Parameters<typeof decide>[1]) => followed(context, (inside) => decide(inside, input));

/** When a fact is added to a running partnership, likewise. */
export const addFactAndLayOut = (context: Context, input: Parameters<typeof addFact>[1]) =>
  followed(context, async (inside) => {
    const outcome = await addFact(inside, input);
    return outcome.ok ? { ok: true, value: { ...outcome.value, agreementId: input.agreementId } } : outcome;
  });

const followed = <T extends { agreementId: string }>(context: Context, act: (inside: Context) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  inTransaction(context, async (inside) => {
    const outcome = await act(inside);
    if (outcome.ok) await layOut(inside, outcome.value.agreementId);
    return outcome;
  });

/** Makes the other rooms follow the agreed facts of a running partnership; an agreement under review moves nothing. */
async function layOut(context: Context, agreementId: string): Promise<void> {
  const agreement = await confirmedReading(context, agreementId);
  if (!agreement.ok || !agreement.value.commenced) return;
  const { facts } = agreement.value;
  await recordPeople(context, { agreementId, facts });
  await recordTerms(context, { agreementId, facts });
}

/** When a file has been handed in, it is read; a short one before the answer, a long one in the background. */
export async function readSoon(context: Context, agreementId: string): Promise<void> {
  await takeReading(context, agreementId, async (inside, file) => {
    const text = new TextDecoder().decode((await inside.files.get(file.sha256))!);
    return done({ text, format: 'text', reading: read(text) });
  });
}
