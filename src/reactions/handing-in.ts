import { sure } from '#kernel/outcome.ts';
import { completeDuty } from '#partnership/commitments';
import { evidenceOf, handIn, readSubmission, receiptLetter } from '#partnership/followup';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Receipt } from '#pure/followup';
import { tell } from './tell.ts';

/** When a draft has been handed in, the duty it fulfils is done and both sides get a receipt. `origin` is where they read it. */
export const handInAndTell = (context: Context, { origin, ...input }: Parameters<typeof handIn>[1] & { origin: string }): ReturnType<typeof handIn> =>
  inTransaction(context, async (inside) => {
    const outcome = await handIn(inside, input);
    if (!outcome.ok || !outcome.value.first) return outcome;
    const { id, agreementId } = outcome.value.submission;
    const receipt = sure(await readSubmission(inside, agreementId, id));
    await fulfil(inside, receipt);
    await sendReceipts(inside, receipt, `${origin}/partnerships/${agreementId}/submissions/${id}`);
    return outcome;
  });

/** Says that the duty is done, with what was handed in as its evidence. One that is done or no longer applies stays as it is. */
async function fulfil(context: Context, receipt: Receipt): Promise<void> {
  const { dutyId } = receipt.submission;
  // What it says has been looked at when it was handed in.
  const evidence = evidenceOf(receipt);
  if (dutyId) await completeDuty(context, { dutyId, doneOn: context.clock.today(), evidence, lookedAt: [evidence] });
}

/** Tells everybody on both sides who may read it, once at each address. */
async function sendReceipts(context: Context, receipt: Receipt, address: string): Promise<void> {
  const { id, agreementId } = receipt.submission;
  await tell(context, { agreementId, who: 'submissions.see' }, { ...receiptLetter(receipt, address), kind: 'followup.receipt', once: `followup.receipt ${id}` });
}
