import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { isWhole, says, titleSpan, words } from './passages.ts';

const DISPUTE = words('tvist\\p{L}*|oenig\\p{L}*|meningsskiljaktighet\\p{L}*|\\p{L}*konflikt\\p{L}*|oense');

/** Nothing about what the parties do when they disagree. */
export const disputeClauseMissing: Check<NoFacts> = {
  code: 'dispute-clause-missing',
  severity: 'note',
  say: m.check_dispute_clause_missing,
  find: (agreement) => (isWhole(agreement) && !says(agreement.doc, DISPUTE) ? [{ span: titleSpan(agreement), facts: {} }] : []),
};
