import { type Outcome, refuse, type RefusalKind } from '#kernel/outcome.ts';

/** Why somebody does not get what they ask for on a walk, as the database says it. */
const REFUSED: Record<string, { kind: RefusalKind; code: string }> = {
  'not-found': { kind: 'not-found', code: 'walks.not-found' },
  cancelled: { kind: 'conflict', code: 'walks.walk-is-cancelled' },
  started: { kind: 'conflict', code: 'walks.walk-has-started' },
  busy: { kind: 'conflict', code: 'walks.walks-elsewhere' },
  left: { kind: 'conflict', code: 'walks.has-left' },
  'too-young': { kind: 'conflict', code: 'walks.too-young' },
  'guardian-consent': { kind: 'conflict', code: 'walks.lacks-guardian-consent' },
  course: { kind: 'conflict', code: 'walks.lacks-course' },
  'course-wanted': { kind: 'conflict', code: 'walks.course-wanted' },
  'adult-wanted': { kind: 'conflict', code: 'walks.adult-wanted' },
  insurance: { kind: 'conflict', code: 'walks.lacks-insurance' },
  'register-extract': { kind: 'conflict', code: 'walks.lacks-register-extract' },
};

/** The refusal that the database's answer stands for. Throws on one that nobody has given words to. */
export function refusedBy(result: string): Outcome<never> {
  const known = REFUSED[result];
  if (!known) throw new Error(`the database answered ${result}`);
  return refuse(known.kind, known.code);
}
