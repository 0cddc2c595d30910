import type { NightState } from './fold.ts';
import { youngIn } from './young.ts';

/** What became of a walk, in figures. */
export interface Walked {
  /** How many have been there, also those who have gone home. */
  walkers: number;
  reports: number;
  youngLeast: number;
  youngMost: number | null;
  /** The mean, with two decimals; null without reports. */
  mood: string | null;
  vestsOut: number | null;
  vestsBack: number | null;
  lampsOut: number | null;
  lampsBack: number | null;
  debriefed: boolean;
  conflicts: number;
  waiting: number;
}

/** The figures of a walk, from what its entries have come to. */
export function walkedOf({ here, counts, closed, reports, conflicts, waiting }: NightState): Walked {
  const { least, most } = youngIn(reports.map(({ report }) => report.young));
  const count = (kind: keyof typeof counts): number | null => (counts[kind]?.value as number | undefined) ?? null;
  return {
    walkers: Object.values(here).filter(({ value }) => value !== 'not').length,
    reports: reports.length,
    youngLeast: least,
    youngMost: most,
    mood: reports.length > 0 ? (reports.reduce((sum, { report }) => sum + report.mood, 0) / reports.length).toFixed(2) : null,
    vestsOut: count('vests-out'),
    vestsBack: count('vests-back'),
    lampsOut: count('lamps-out'),
    lampsBack: count('lamps-back'),
    debriefed: closed?.value.talkedThrough ?? false,
    conflicts: conflicts.length,
    waiting: waiting.length,
  };
}
