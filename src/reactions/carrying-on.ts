import { carryOnDocument } from '#partnership/agreement';
import { guard } from '#partnership/people';
import type { Context } from '#platform/context.ts';

/** When a document is carried on as a draft, the names of those who are protected in it stay behind, blacked out. */
export const carryOn = async (context: Context, input: { agreementId: string; organisationId: string }): ReturnType<typeof carryOnDocument> => carryOnDocument(context, { ...input, hide: (await guard(context)).hide });
