import * as m from '#messages';
import type { Check } from './check.ts';
import { spanOfSentence, words } from './passages.ts';
import { repaymentClauses } from './repayment-clauses.ts';

const SOME_PARTY_PAYS = words('(?:blir|är|ska|skall) (?:part|parten|partner|partnern|denne)(?! som)');
const DAY = words('inom (?:\\p{L}+|\\d+) (?:\\p{L}+ )?(?:dagar|veckor|månader|månad)|senast|omgående|omedelbart|utan dröjsmål|i samband med|vid anfordran|\\d+ dagar');
const VAGUE_SHARE = words('delar eller hela|hela eller delar|helt eller delvis|del eller hela|hel eller delvis|helt och delvis|hel eller del');
const MEASURE = words('motsvarande|den del|det belopp|de medel|ej förbrukade|oförbruka\\p{L}*|(?:inte|ej) (?:har )?(?:använ\\p{L}+|förbruk\\p{L}+|utför\\p{L}+|utnyttja\\p{L}*)|som (?:avser|belöper)|avser tid\\p{L}*|för tid(?:en)?|i sin helhet|mellanskillnad\\p{L}*|felaktigt (?:fakturera|utbetala)\\p{L}*|förhållande till|outnyttjade|i proportion|hela (?:beloppet|bidraget|summan)|\\d[\\d ]{0,12} (?:kr|kronor|procent)');

/** Money may have to come back, and the clause leaves open by whom, when, or how much. Said once, at the first such clause. */
export const repaymentUnclear: Check<{ who: number; when: number; amount: number }> = {
  code: 'repayment-unclear',
  severity: 'warning',
  say: sayRepaymentUnclear,
  find(agreement) {
    const clauses = repaymentClauses(agreement);
    const [first] = clauses;
    if (!first) return [];
    const text = clauses.map(({ sentence }) => sentence.text).join(' ');
    const who = text.search(SOME_PARTY_PAYS) >= 0 ? 1 : 0;
    const when = text.search(DAY) < 0 ? 1 : 0;
    const amount = text.search(VAGUE_SHARE) >= 0 || text.search(MEASURE) < 0 ? 1 : 0;
    return who + when + amount === 0 ? [] : [{ span: spanOfSentence(first.sentence), facts: { who, when, amount } }];
  },
};

function sayRepaymentUnclear({ who, when, amount }: { who: number; when: number; amount: number }): string {
  const open = [who && m.check_repayment_who(), when && m.check_repayment_when(), amount && m.check_repayment_amount()];
  return m.check_repayment_unclear({ open: open.filter(Boolean).join(', ') });
}
