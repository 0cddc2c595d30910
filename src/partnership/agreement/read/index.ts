import { FORMAT, type Reading } from '../model.ts';
import { readAmounts } from './amounts.ts';
import { readBudget } from './budget.ts';
import { readCommitments } from './commitments.ts';
import { readContacts } from './contacts.ts';
import type { ReadingContext } from './context.ts';
import { readDeadlines } from './deadlines.ts';
import { readExtension } from './extension.ts';
import { readGoals } from './goals.ts';
import { readNotice } from './notice.ts';
import { readParties } from './parties/index.ts';
import { partyNames } from './parties/names.ts';
import { readPayments } from './payments.ts';
import { readPeriod } from './period/index.ts';
import { readPlaces } from './places.ts';
import { Memory, recalling } from './remembered.ts';
import { readRepayment } from './repayment.ts';
import { readSignatories } from './signatories/index.ts';
import { readSteering } from './steering.ts';
import { structure } from './structure/index.ts';
import { readTargetGroup } from './target-group.ts';
import { readTitle } from './title.ts';

/**
 * The facts of an agreement, each with its place in the text. Never throws, says the same of the same text, and takes time
 * linear in its length. Unknown is null or empty, never a guess. `findings` is left empty: checking fills it.
 */
export function read(text: string): Reading {
  return readIn(contextOf(text));
}

/** The structured text, its parties and its term: what every reader of facts and every check starts from. */
export function contextOf(text: string): ReadingContext {
  const memory = new Memory();
  return recalling(memory, () => {
    const doc = structure(text);
    return { doc, parties: partyNames(readParties(doc), doc), period: readPeriod(doc), memory };
  });
}

/** The facts of a text that is structured already. */
export const readIn = (context: ReadingContext): Reading => recalling(context.memory, () => factsIn(context));

function factsIn(context: ReadingContext): Reading {
  const title = readTitle(context.doc);
  const payments = readPayments(context);
  return {
    format: FORMAT,
    title: title?.title ?? null,
    titleSource: title?.source ?? null,
    parties: context.parties.parties,
    period: context.period,
    amounts: readAmounts(context),
    budget: readBudget(context),
    payments,
    deadlines: readDeadlines(context, payments),
    commitments: readCommitments(context),
    goals: readGoals(context),
    steering: readSteering(context),
    notice: readNotice(context),
    repayment: readRepayment(context),
    extension: readExtension(context),
    contacts: readContacts(context),
    signatories: readSignatories(context),
    places: readPlaces(context),
    targetGroup: readTargetGroup(context),
    findings: [],
  };
}
