import * as m from '#messages';
import { ROWS, type RowName } from '#pure/agreement';

const WORDS: Record<RowName, () => string> = {
  party: m.row_party,
  'commitment-public': m.row_commitment_public,
  'commitment-civil': m.row_commitment_civil,
  'commitment-both': m.row_commitment_both,
  goal: m.row_goal,
  'goal-number': m.row_goal_number,
  'deadline-public': m.row_deadline_public,
  'deadline-civil': m.row_deadline_civil,
  'deadline-both': m.row_deadline_both,
  'payment-dated': m.row_payment_dated,
  'payment-signed': m.row_payment_signed,
  'payment-interim': m.row_payment_interim,
  'payment-final': m.row_payment_final,
  budget: m.row_budget,
  'contact-public': m.row_contact_public,
  'contact-civil': m.row_contact_civil,
  'signatory-public': m.row_signatory_public,
  'signatory-civil': m.row_signatory_civil,
  place: m.row_place,
};

/** What can be added to a clause as a row, in words. */
export const ROW_WORDS = (Object.keys(ROWS) as RowName[]).map((name) => ({ name, words: WORDS[name] }));
