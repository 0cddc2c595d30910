/** What the list of drafts can be narrowed to: how far they have come, or those that were withdrawn. */
export const DRAFT_STAGES = ['draft', 'in-negotiation', 'out-for-signature', 'withdrawn'] as const;
export type DraftStage = (typeof DRAFT_STAGES)[number];
