import { z } from 'zod';
import { FORMAT } from './format.ts';

/**
 * What reading an agreement gives: the public format `handslag.agreement/1`.
 * Unknown is null or an empty list, never a guess. Amounts are kronor. Dates are ISO days.
 */
export { FORMAT };

const source = z.object({
  start: z.int().min(0).describe('Offset of the first character in the text that was read (UTF-16 units)'),
  end: z.int().min(0).describe('Offset after the last character'),
  line: z.int().min(1).describe('1-based line of `start`'),
});
const certainty = z.enum(['certain', 'likely', 'unsure']);
const date = z.iso.date();
const precision = z.enum(['day', 'month', 'year']);
const fact = { source, certainty };

export const datedSchema = z.object({ date, precision, derived: z.boolean(), source });

export const partySchema = z.object({
  ...fact,
  name: z.string(),
  sector: z.enum(['public', 'civil']).nullable(),
  orgNumber: z.string().nullable(),
  unit: z.string().nullable(),
  address: z.string().nullable(),
});

export const periodSchema = z.object({
  ...fact,
  start: datedSchema.nullable(),
  end: datedSchema.nullable(),
  openEnded: z.boolean().describe('The agreement runs until further notice'),
});

export const amountSchema = z.object({
  ...fact,
  sek: z.number(),
  what: z.string(),
  approx: z.boolean(),
  per: z.string().nullable().describe('"month", "night", "year", "hour" … for a price; null for a sum'),
});

export const budgetLineSchema = z.object({
  ...fact,
  label: z.string(),
  sek: z.number(),
  kind: z.enum(['income', 'cost', 'sum']),
});

export const EVENTS = [
  'signed_by_all',
  'interim_report_received',
  'final_report_received',
  'interim_report_approved',
  'final_report_approved',
  'claim_received',
  'invoice_received',
  'start',
  'decision',
  'other',
] as const;

export const dueSchema = z.object({
  date: date.nullable(),
  precision: precision.nullable(),
  event: z.enum(EVENTS).nullable(),
});

export const paymentSchema = z.object({
  ...fact,
  sek: z.number().nullable(),
  due: dueSchema,
  split: z.array(z.object({ payer: z.string(), sek: z.number() })),
  payer: z.string().nullable(),
  payee: z.string().nullable(),
  account: z.string().nullable().describe('Plusgiro, bankgiro or bank account as written'),
  text: z.string(),
});

export const RECURRENCES = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;

export const deadlineSchema = z.object({
  ...fact,
  date: date.nullable(),
  precision: precision.nullable(),
  derived: z.boolean(),
  recurrence: z.enum(RECURRENCES).nullable(),
  what: z.string(),
  responsible: z.string().nullable().describe('A party\'s name, "both", or null'),
  relative: z
    .object({
      anchor: z.enum(['start', 'end']),
      months: z.int(),
      days: z.int(),
    })
    .nullable()
    .describe('How the date follows from the period, so that it can be recomputed: offset added to the anchor'),
});

export const MODALITIES = ['shall', 'should', 'may'] as const;

export const commitmentSchema = z.object({
  ...fact,
  party: z.string().nullable().describe('A party\'s name, "both", or null'),
  text: z.string(),
  modality: z.enum(MODALITIES),
});

export const goalSchema = z.object({
  ...fact,
  text: z.string(),
  target: z.number().nullable(),
  unit: z.string().nullable(),
  approx: z.boolean(),
  by: date.nullable(),
  share: z.object({ of: z.string(), at: z.string().describe('"2/3", "50/50" or "40 %"') }).nullable(),
});

export const steeringSchema = z.object({
  ...fact,
  frequency: z.string().nullable().describe('As the agreement says it'),
  recurrence: z.enum(RECURRENCES).nullable(),
  minMeetings: z.int().nullable().describe('Least number of meetings during the period, or per year where `perYear`'),
  perYear: z.boolean(),
  unanimity: z.boolean().nullable(),
  convener: z.string().nullable(),
  members: z.array(z.object({ name: z.string(), party: z.string().nullable(), source })),
});

export const noticeSchema = z.object({ ...fact, months: z.number().nullable(), when: z.string().nullable() });

export const repaymentSchema = z.object({
  ...fact,
  who: z.string().nullable(),
  when: z.string().nullable(),
  text: z.string(),
});

export const extensionSchema = z.object({
  ...fact,
  text: z.string(),
  steps: z.array(
    z.object({ date: date.nullable(), precision: precision.nullable(), derived: z.boolean(), what: z.string(), source }),
  ),
});

export const contactSchema = z.object({
  ...fact,
  name: z.string().nullable(),
  role: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organisation: z.string().nullable(),
});

export const signatorySchema = z.object({
  ...fact,
  name: z.string(),
  title: z.string().nullable(),
  party: z.string().nullable(),
  date: date.nullable(),
});

export const placeSchema = z.object({ ...fact, name: z.string() });

export const targetGroupSchema = z.object({ ...fact, text: z.string() });

export const findingSchema = z.object({
  code: z.string().describe('The check that found it, such as "payment-without-amount"'),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the message needs to know'),
  source,
});

export const readingSchema = z.object({
  format: z.literal(FORMAT),
  title: z.string().nullable(),
  titleSource: source.nullable(),
  parties: z.array(partySchema),
  period: periodSchema.nullable(),
  amounts: z.array(amountSchema),
  budget: z.array(budgetLineSchema),
  payments: z.array(paymentSchema),
  deadlines: z.array(deadlineSchema),
  commitments: z.array(commitmentSchema),
  goals: z.array(goalSchema),
  steering: steeringSchema.nullable(),
  notice: noticeSchema.nullable(),
  repayment: repaymentSchema.nullable(),
  extension: extensionSchema.nullable(),
  contacts: z.array(contactSchema),
  signatories: z.array(signatorySchema),
  places: z.array(placeSchema),
  targetGroup: targetGroupSchema.nullable(),
  findings: z.array(findingSchema),
});

export type Reading = z.infer<typeof readingSchema>;
export type Certainty = z.infer<typeof certainty>;
export type Dated = z.infer<typeof datedSchema>;
export type Party = z.infer<typeof partySchema>;
export type AgreedPeriod = z.infer<typeof periodSchema>;
export type Amount = z.infer<typeof amountSchema>;
export type BudgetLine = z.infer<typeof budgetLineSchema>;
export type PaymentTerm = z.infer<typeof paymentSchema>;
export type PaymentEvent = (typeof EVENTS)[number];
export type Deadline = z.infer<typeof deadlineSchema>;
export type Recurrence = (typeof RECURRENCES)[number];
export type Commitment = z.infer<typeof commitmentSchema>;
export type Modality = (typeof MODALITIES)[number];
export type Goal = z.infer<typeof goalSchema>;
export type Steering = z.infer<typeof steeringSchema>;
export type NoticeTerm = z.infer<typeof noticeSchema>;
export type Repayment = z.infer<typeof repaymentSchema>;
export type Extension = z.infer<typeof extensionSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type Signatory = z.infer<typeof signatorySchema>;
export type Place = z.infer<typeof placeSchema>;
export type TargetGroup = z.infer<typeof targetGroupSchema>;
export type Finding = z.infer<typeof findingSchema>;
