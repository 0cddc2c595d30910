import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import type { Check, Found } from './check.ts';
import { everyMatch } from './passages.ts';

const NUMBER = String.raw`\d{1,3}(?:[ \u00a0.]\d{3})+|\d+(?:,\d+)?`;
const UNIT = String.raw`(?:[ \u00a0]*(?:kr|kronor|sek|tkr|:-)?(?:[ /]*\p{L}+\.?){0,3}?)`;
const FACTORS = new RegExp(`(?<![\\d.,])((?:${NUMBER})${UNIT}(?:\\s*[×x*]\\s*(?:${NUMBER})${UNIT}){1,5})\\s*(?:=|:|,? (?:totalt|blir|summa|sammanlagt))\\s*(${NUMBER})\\s*(kr|kronor|tkr|sek|:-)`, 'giu');
const TIMES = /[×x*]\s*\d/i;
const FACTOR = new RegExp(NUMBER, 'gu');
const COUNT_AT_PRICE = new RegExp(`(?<![\\d.,])(${NUMBER}) \\p{L}+\\.?,? [àáa] (${NUMBER})\\s*(?:kr|kronor|:-)(?:/\\p{L}+|\\.? per \\p{L}+| \\p{L}+)?(?:\\.|,|\\s)*(?:=|totalt|blir|summa|sammanlagt)(?:\\s*=)?\\s*(${NUMBER})\\s*(kr|kronor|tkr|sek|:-)`, 'giu');

/** A line does its own arithmetic, "2 × 38 500 × 12 = 900 000", and the product is another. */
export const multiplicationIsWrong: Check<{ line: string; computed: string; stated: string }> = {
  code: 'multiplication-is-wrong',
  severity: 'error',
  say: m.check_multiplication_is_wrong,
  find({ doc }) {
    const products = everyMatch(doc, FACTORS, (text) => TIMES.test(text)).map(({ match, span }) => ({
      span,
      written: match[0],
      factors: matchesIn(FACTOR, match[1]!).map(([factor]) => valueOf(factor)),
      result: valueOf(match[2]!) * scaleOf(match[3]!),
    }));
    const purchases = everyMatch(doc, COUNT_AT_PRICE).map(({ match, span }) => ({
      span,
      written: match[0],
      factors: [valueOf(match[1]!), valueOf(match[2]!)],
      result: valueOf(match[3]!) * scaleOf(match[4]!),
    }));
    return [...products, ...purchases].flatMap(({ span, written, factors, result }): Found<{ line: string; computed: string; stated: string }>[] => {
      const computed = factors.reduce((product, factor) => product * factor, 1);
      if (Math.abs(computed - result) <= 1) return [];
      return [{ span, facts: { line: written.trim(), computed: formatKronor(computed), stated: formatKronor(result) } }];
    });
  },
};

const valueOf = (written: string): number => Number(written.replace(/[ \u00a0.]/g, '').replace(',', '.'));

const scaleOf = (unit: string): number => (unit.toLowerCase() === 'tkr' ? 1000 : 1);
