import { defineParams } from '@sveltejs/kit/params';

/** What the words in an address may be. */
export const params = defineParams({
  /** A table to take along: as text, or as a workbook. */
  table: (kind) => (kind === 'csv' || kind === 'xlsx' ? kind : undefined),
});
