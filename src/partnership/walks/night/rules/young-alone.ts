import type { Companion } from '../model.ts';
import type { NightState } from './fold.ts';

/** Those under eighteen who have come while nobody grown has: they do not walk until somebody has. */
export function youngAlone(company: readonly Companion[], here: NightState['here']): Companion[] {
  const come = company.filter(({ signupId }) => here[signupId]?.value === 'in');
  return come.every(({ young }) => young) ? come : [];
}
