import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { spanOfSentence, words } from './passages.ts';
import { repaymentClauses } from './repayment-clauses.ts';

const THE_PARTY_PAYS = words('(?:blir|är) (?:part|parten|denna part) (?:\\p{L}+ )?(?:återbetalningsskyldig|skyldig att återbetala)|ska(?:ll)? (?:part|parten) (?:återbetala|betala tillbaka)');
const A_PARTY_RESCINDS = /^(?:en )?part(?:en)? (?:kan|får|har rätt att|äger rätt att) (?:häva|säga upp|frånträda)/iu;
const LEAVER_PAYS = words('(?:den )?part(?:en)? som häver (?:\\p{L}+ ){0,6}(?:återbetal\\p{L}*|betala tillbaka)');

/** Read to the letter, the party that rescinds because the other has failed is the one that must pay back. */
export const repaymentHitsTheInnocent: Check<NoFacts> = {
  code: 'repayment-hits-the-innocent',
  severity: 'warning',
  say: m.check_repayment_hits_the_innocent,
  find: (agreement) =>
    repaymentClauses(agreement)
      .filter(({ sentence, before }) => {
        const followsRescission = before !== null && A_PARTY_RESCINDS.test(before.text.trim()) && sentence.text.search(THE_PARTY_PAYS) >= 0;
        return followsRescission || sentence.text.search(LEAVER_PAYS) >= 0;
      })
      .map(({ sentence }) => ({ span: spanOfSentence(sentence), facts: {} })),
};
