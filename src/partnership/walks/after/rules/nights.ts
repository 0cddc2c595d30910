import { oreFromKronor } from '#kernel/ore.ts';
import type { Walk } from '../../model.ts';
import { walkState } from '../../rules/state.ts';
import type { NightException, NightTerms, Walked } from '../model.ts';

/** Whether a walk is one that can be confirmed: it was walked, or its time is over and nobody closed it. */
export function isWalked(walk: Walk, now: Date): boolean {
  const state = walkState(walk, now);
  return state === 'walked' || state === 'left-open';
}

/** What is unusual about a walked night. `othersThatNight` says whether another of the partnership's walks was walked the same night. */
export function exceptionsOf(walk: Walk, walked: Walked | null, { walkers, othersThatNight }: { walkers: number; othersThatNight: boolean }): NightException[] {
  const found: [boolean, NightException][] = [
    [othersThatNight || walk.exceptionReason !== null, 'two-areas'],
    [walkers < walk.smallest, 'few-walkers'],
    [walk.closedAt === null, 'never-closed'],
    [walked !== null && walk.closedAt !== null && !walked.debriefed, 'not-talked-through'],
  ];
  return found.flatMap(([holds, exception]) => (holds ? [exception] : []));
}

/** What the agreement's amounts and budget look like to whoever settles nights. */
interface Agreed {
  amounts: { sek: number; per: string | null; factId: string; line: number }[];
  budget: { label: string; sek: number; kind: string; factId: string; line: number }[];
}

const ABOUT_NIGHTS = /natt|nätter|vandring|night/i;

/** What a night costs and what it is paid from, as the agreement says; null where it does not. */
export function nightTerms({ amounts, budget }: Agreed): NightTerms {
  const price = amounts.find(({ per }) => per === 'night' || per === 'evening') ?? null;
  const line = budget.find(({ label, kind }) => kind === 'cost' && ABOUT_NIGHTS.test(label)) ?? budget.find(({ label, kind }) => kind !== 'sum' && ABOUT_NIGHTS.test(label)) ?? null;
  const nights = price && line ? Math.abs(line.sek) / price.sek : null;
  return {
    unitPrice: price && { ore: oreFromKronor(price.sek), factId: price.factId, line: price.line },
    budgetLine: line && { label: line.label, ore: oreFromKronor(Math.abs(line.sek)), factId: line.factId, line: line.line },
    agreedNights: nights !== null && Number.isInteger(nights) ? nights : null,
  };
}
