import type { BudgetLine } from '../../model.ts';
import { SUM_LABEL } from '../amounts/adding-up.ts';

const INCOME = /^(?:intäkt|inkomst|finansiering|bidrag|verksamhetsstöd|verksamhetsbidrag|medel från|egeninsats|egna medel|medfinansiering|statsbidrag|ersättning från|projektstöd|stöd från|föreningens insats|kommunens (?:bidrag|insats|andel|ersättning|stöd)|(?:entré|deltagar|medlems)avgift|gåv|sponsring)|\b(?:stöd|bidrag) till\b|^(?:\S+ ){0,3}\S*(?:bidrag|medfinansiering)$|\bfrån (?:kommunen|staten|fonden|regionen)\b/i;
const INCOME_HEAD = /^\W*(?:intäkt|inkomst|finansiering)/i;
const COST_HEAD = /^\W*(?:kostnad|utgift|användning)/i;

/** Which side of the budget a heading within it opens; null when it opens none. */
export const sideOf = (words: string): 'income' | 'cost' | null => (INCOME_HEAD.test(words) ? 'income' : COST_HEAD.test(words) ? 'cost' : null);

/** A sum, an income or a cost: by its label, its sign, and the side of the budget it stands on. */
export function kindOf(label: string, sek: number, side: 'income' | 'cost' | null): BudgetLine['kind'] {
  if (SUM_LABEL.test(label)) return 'sum';
  if (sek < 0) return 'cost';
  return side ?? (INCOME.test(label) ? 'income' : 'cost');
}
