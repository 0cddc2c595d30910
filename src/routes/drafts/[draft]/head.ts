import { abilitiesIn } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';

/** What the heading that a draft's pages have in common needs: its name, and whether signing is for this visitor to prepare and follow. */
export const headOf = async (context: Context, { id, title, agreementId }: { id: string; title: string; agreementId: string }) => ({ id, title, maySign: (await abilitiesIn(context, agreementId)).includes('agreement.draft') });
