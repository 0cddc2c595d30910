import type { Context } from '#platform/context.ts';
import type { ValidationReport } from '#platform/signatures/report.ts';

type SignedTables = {
  'agreement.validation': { document_id: string; report: unknown; validated_at: Date };
};

const tables = (context: Context) => context.database.withTables<SignedTables>();

/** False when the file has been validated already: the primary key decides. */
export async function insertValidation(context: Context, documentId: string, report: ValidationReport): Promise<boolean> {
  const result = await tables(context)
    .insertInto('agreement.validation')
    .values({ document_id: documentId, report: JSON.stringify(report), validated_at: context.clock.now() })
    .onConflict((conflict) => conflict.column('document_id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findValidation(context: Context, documentId: string): Promise<{ report: ValidationReport; validatedAt: Date } | null> {
  const row = await tables(context).selectFrom('agreement.validation').where('document_id', '=', documentId).select(['report', 'validated_at as validatedAt']).executeTakeFirst();
  return row ? { report: row.report as ValidationReport, validatedAt: row.validatedAt } : null;
}
