import { type Outcome, refuse, sure } from '#kernel/outcome.ts';
import { readAgreementDraft } from '#partnership/agreement';
import { addStep, agreeToWithdraw, type Course, courseOf, endingLetter, giveNotice, ownStep, recordSuccession, removeStep, rescind, warn, warningLetter, withdrawalLetter } from '#partnership/governance';
import { type Context, inTransaction } from '#platform/context.ts';
import { carryOn } from './carrying-on.ts';
import { followed, layOut } from './lay-out.ts';
import { tell } from './tell.ts';

/* `origin` is where the letters lead. */

type Told = { origin: string };

/** When a party gives notice, the end moves with what hangs on it, and both sides get a letter about it. */
export const giveNoticeAndTell = (context: Context, { origin, ...input }: Parameters<typeof giveNotice>[1] & Told): ReturnType<typeof giveNotice> =>
  inTransaction(context, async (inside) => {
    const outcome = await giveNotice(inside, input);
    if (outcome.ok) await followAndTell(inside, outcome.value.agreementId, 'notice', origin);
    return outcome;
  });

/** When a party rescinds the agreement, likewise. */
export const rescindAndTell = (context: Context, { origin, ...input }: Parameters<typeof rescind>[1] & Told): ReturnType<typeof rescind> =>
  inTransaction(context, async (inside) => {
    const outcome = await rescind(inside, input);
    if (outcome.ok) await followAndTell(inside, outcome.value.agreementId, 'rescission', origin);
    return outcome;
  });

/** When a party says what the other has to put right, the other gets a letter about it. */
export const warnAndTell = (context: Context, { origin, ...input }: Parameters<typeof warn>[1] & Told): ReturnType<typeof warn> =>
  inTransaction(context, async (inside) => {
    const outcome = await warn(inside, input);
    if (!outcome.ok) return outcome;
    const { agreementId, warningId } = outcome.value;
    const course = sure(await courseOf(inside, agreementId));
    const warning = course.warnings.find(({ id }) => id === warningId)!;
    const letter = warningLetter({ warning, title: nameOf(course), address: addressOf(origin, agreementId) });
    await tell(inside, { agreementId, who: 'submissions.see', notOf: warning.by.id }, { ...letter, kind: 'governance.warning', once: `governance.warning ${warningId}` });
    return outcome;
  });

/** When all parties have agreed to withdraw a notice or a rescission, the end moves back. */
export const agreeToWithdrawAndTell = (context: Context, { origin, ...input }: Parameters<typeof agreeToWithdraw>[1] & Told): ReturnType<typeof agreeToWithdraw> =>
  inTransaction(context, async (inside) => {
    const outcome = await agreeToWithdraw(inside, input);
    if (!outcome.ok || !outcome.value.withdrawn) return outcome;
    const { agreementId } = input;
    await layOut(inside, agreementId);
    const course = sure(await courseOf(inside, agreementId));
    const letter = withdrawalLetter({ kind: input.kind, title: nameOf(course), endsOn: course.endsOn, address: addressOf(origin, agreementId) });
    await tellBoth(inside, agreementId, letter, `governance.withdrawn ${input.endingId}`);
    return outcome;
  });

/** When a step towards what comes after the agreement is set, given to somebody or taken away, it is a duty like the agreement's own. */
export const addStepAndLayOut = (context: Context, input: Parameters<typeof addStep>[1]) => followed(context, (inside) => addStep(inside, input));
export const removeStepAndLayOut = (context: Context, input: Parameters<typeof removeStep>[1]) => followed(context, (inside) => removeStep(inside, input));
export const ownStepAndLayOut = (context: Context, input: Parameters<typeof ownStep>[1]) => followed(context, (inside) => ownStep(inside, input));

/** When a new agreement is begun from one that is to end, each knows the other. */
export const beginSuccessor = (context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<{ draftId: string }>> =>
  inTransaction(context, async (inside) => {
    const course = await courseOf(inside, agreementId);
    if (!course.ok) return course;
    if (!course.value.party) return refuse('forbidden', 'access.not-allowed');
    const begun = await carryOn(inside, { agreementId, organisationId: course.value.party.id });
    // A role in this partnership alone reaches no other: the new agreement is another.
    if (!begun.ok) return begun.refusals[0].kind === 'forbidden' ? refuse('conflict', 'governance.role-in-one-only') : begun;
    const { agreementId: successorId } = sure(await readAgreementDraft(inside, begun.value.draftId));
    sure(await recordSuccession(inside, { predecessorId: agreementId, successorId }));
    return begun;
  });

async function followAndTell(context: Context, agreementId: string, kind: 'notice' | 'rescission', origin: string): Promise<void> {
  const { moved, fellAway } = await layOut(context, agreementId);
  const course = sure(await courseOf(context, agreementId));
  const ending = course[kind]!;
  const letter = endingLetter({ ending, title: nameOf(course), changed: { moved: moved.length, fellAway: fellAway.length }, address: addressOf(origin, agreementId) });
  await tellBoth(context, agreementId, letter, `governance.${kind} ${ending.id}`);
}

const nameOf = ({ title, parties }: Course): string => title ?? parties.map(({ name }) => name).join(' – ');
const addressOf = (origin: string, agreementId: string): string => `${origin}/partnerships/${agreementId}/life`;

const tellBoth = (context: Context, agreementId: string, letter: { subject: string; text: string }, once: string): Promise<number> =>
  tell(context, { agreementId, who: 'submissions.see' }, { ...letter, kind: 'governance.ending', once });
