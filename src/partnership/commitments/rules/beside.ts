import type { Beside, Duty } from '../model.ts';
import { on } from './day.ts';
import { dutyFrom, groundOf, type SourceFact } from './facts.ts';

/** Duties for the steps that people have set beside the agreement: they lead to its period, whose end they are about. */
export function besideDuties(steps: Beside[], facts: SourceFact[], text: string | null): Duty[] {
  const about = facts.find(({ kind }) => kind === 'period') ?? facts[0];
  if (!about) return [];
  const ground = groundOf(facts, text, null);
  return steps.map(({ date, ...step }) => dutyFrom(ground, about, { ...step, subject: 'wording', timing: on(date, 'day', 'placed') }));
}
