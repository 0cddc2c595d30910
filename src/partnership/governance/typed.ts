import type { z } from 'zod';
import { done, type Outcome } from '#kernel/outcome.ts';

/** What a form was sent with in the shape it should have; a no for each field that has not. */
export function wellFormed<Schema extends z.ZodType>(schema: Schema, typed: unknown): Outcome<z.output<Schema>> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return done(parsed.data);
  const paths = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return { ok: false, refusals: [...paths].map((path) => ({ kind: 'invalid', code: DAYS.has(path) ? 'governance.day-missing' : 'governance.field-missing', path })) };
}

const DAYS = new Set(['date', 'decidedOn', 'receivedOn', 'remedyBy', 'endsOn']);
