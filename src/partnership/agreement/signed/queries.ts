import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { ValidationReport } from '#platform/signatures/report.ts';
import { maySeeAgreement } from '../policy.ts';
import { findValidation } from './store.server.ts';

/** What the signatures in the agreement's file were worth when it came; null where it had none. */
export async function validationOf(context: Context, agreementId: string): Promise<Outcome<{ report: ValidationReport; validatedAt: Date } | null>> {
  const asked = await ask(context, maySeeAgreement, agreementId);
  return asked.ok ? done(await findValidation(context, agreementId)) : asked;
}
