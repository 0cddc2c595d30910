import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { says, words } from './passages.ts';

const ACCOUNT = words('bankgiro\\w*|plusgiro\\w*|postgiro\\w*|bg|pg|konto|kontot|kontonummer|clearing\\w*|faktura|fakturan|faktureras|rekvisition\\w*|rekvirera\\w*');

/** Money is to be paid, and nothing says to which account or against which invoice. Said once, at the first payment. */
export const paymentWithoutAccount: Check<NoFacts> = {
  code: 'payment-without-account',
  severity: 'note',
  say: m.check_payment_without_account,
  find({ doc, reading }) {
    const [first] = reading.payments;
    if (!first || reading.payments.some(({ account }) => account !== null) || says(doc, ACCOUNT)) return [];
    return [{ span: first.source, facts: {} }];
  },
};
