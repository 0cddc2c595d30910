import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Check } from './check.ts';
import { sentencesSaying, words } from './passages.ts';

const PROMISE = words('resurser består av|bidrar med|bidra med|avsätter|tillskjuter|finansierar');
const MONEY = /\d\s*(?:kr\b|kronor|tkr|mkr|msek|sek|:-)/i;
const RESOURCE = words('(handledning|fortbildning|utbildning|arbetsledning|samordnare|handledare|projektledare|personal|lokaler?|transporter|utrustning)');

/** In one breath money and something more are promised, and only the money is in the budget. */
export const promiseWithoutBudgetLine: Check<{ promise: string; line: number }> = {
  code: 'promise-without-budget-line',
  severity: 'note',
  say: m.check_promise_without_budget_line,
  find({ doc, reading }) {
    const [budgetLine] = reading.budget;
    if (!budgetLine) return [];
    const labels = reading.budget.map(({ label }) => label.toLowerCase()).join(' ');
    return sentencesSaying(doc, PROMISE)
      .filter(({ block, text }) => block.kind !== 'row' && MONEY.test(text))
      .flatMap(({ block, text, at }) => {
        const afterMoney = text.search(MONEY);
        const promised = matchesIn(RESOURCE, text).filter(({ 0: word, index }) => index > afterMoney && !labels.includes(word.toLowerCase().slice(0, 6)));
        const [first] = promised;
        if (!first) return [];
        const facts = { promise: first[0].toLowerCase(), line: budgetLine.source.line };
        return [{ span: spanOf(block, at + first.index, at + first.index + first[0].length), facts }];
      });
  },
};
