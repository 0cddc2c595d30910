import type { ZodObject } from 'zod';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { TextSpan } from '#kernel/text-span.ts';
import type { FactKind } from './facts.ts';
import * as model from './model.ts';
import { z } from 'zod';

const SHAPES: Record<FactKind, ZodObject> = {
  title: z.object({ text: z.string().trim().min(1) }),
  party: model.partySchema,
  period: model.periodSchema,
  amount: model.amountSchema,
  budget: model.budgetLineSchema,
  payment: model.paymentSchema,
  deadline: model.deadlineSchema,
  commitment: model.commitmentSchema,
  goal: model.goalSchema,
  steering: model.steeringSchema,
  notice: model.noticeSchema,
  repayment: model.repaymentSchema,
  extension: model.extensionSchema,
  contact: model.contactSchema,
  signatory: model.signatorySchema,
  place: model.placeSchema,
  'target-group': model.targetGroupSchema,
};

/** The value in the format's shape, or a refusal for each field that is not; `path` is the field, dotted. */
export function wellFormedFact(kind: FactKind, value: Record<string, unknown>, span: TextSpan): Outcome<Record<string, unknown>> {
  const shape = SHAPES[kind].omit(kind === 'title' ? {} : { source: true, certainty: true });
  const parsed = shape.safeParse(withSources(value, span));
  if (parsed.success) return done(parsed.data);
  return { ok: false, refusals: parsed.error.issues.map((issue) => ({ kind: 'invalid', code: 'agreement.value-not-understood', path: issue.path.join('.') })) };
}

/** Dates and members inside a fact have places of their own; one that a person typed stands where its fact stands. */
function withSources(value: unknown, span: TextSpan): unknown {
  if (Array.isArray(value)) return value.map((item) => (isPlain(item) && !('payer' in item) ? { source: span, ...withSourcesIn(item, span) } : item));
  return isPlain(value) ? withSourcesIn(value, span) : value;
}

function withSourcesIn(value: Record<string, unknown>, span: TextSpan): Record<string, unknown> {
  const dated = 'precision' in value && 'derived' in value && !('what' in value) ? { source: span } : {};
  return { ...dated, ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'source' ? inner : withSources(inner, span)])) };
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
