import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { ValidationReport } from '#platform/signatures/report.ts';
import { validate } from '#platform/signatures/validate.ts';
import { mayDraftAgreement } from '../policy.ts';
import { findAgreement } from '../store.server.ts';
import { insertValidation } from './store.server.ts';

/**
 * Validates the signatures of a file that was handed in, and keeps what they were worth when it came. Null where the file has
 * none. A second time changes nothing.
 */
export async function validateReceived(context: Context, agreementId: string): Promise<Outcome<ValidationReport | null>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  const agreement = await findAgreement(context, agreementId);
  const bytes = agreement && (await context.files.get(agreement.sha256));
  if (!bytes) return refuse('not-found', 'agreement.not-found');
  // Most files are not signed, and those that are say so in plain letters.
  if (!Buffer.from(bytes).includes('/ByteRange')) return done(null);
  const report = await validate(bytes, await context.signatures.trust(context.clock.now()));
  if (report.verdict === 'unsigned' || report.verdict === 'unreadable') return done(null);
  return inTransaction(context, async (inside) => {
    const { verdict, isTrusted } = report;
    if (await insertValidation(inside, agreementId, report)) await witness(inside, { what: 'agreement.validated', agreementId, facts: { verdict, isTrusted: String(isTrusted) } });
    return done(report);
  });
}
