import * as m from '#messages';
import type { PublicRecord, SubmissionKind } from './model.ts';

const KINDS = {
  'interim-report': m.submission_kind_interim_report,
  'final-report': m.submission_kind_final_report,
  'financial-account': m.submission_kind_financial_account,
  'meeting-material': m.submission_kind_meeting_material,
  other: m.submission_kind_other,
} as const satisfies Record<SubmissionKind, typeof m.submission_kind_other>;

type Options = Parameters<typeof m.submission_kind_other>[1];

export const saySubmissionKind = (kind: SubmissionKind, options?: Options): string => KINDS[kind]({}, options);

/** Where it is an official document, and under which number: "Official document at Granby kommun, KS 2026/0007". */
export function sayRecord({ organisation: { name }, registration }: PublicRecord, options?: Options): string {
  return registration ? m.record_registered({ name, number: registration.caseNumber }, options) : m.record_unregistered({ name }, options);
}
