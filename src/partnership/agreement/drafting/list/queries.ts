import { done, type Outcome } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayListAgreements } from '../../policy.ts';
import type { DraftStage } from './model.ts';
import { type DraftRow, draftsPage, type Position } from './store.server.ts';

/** Agreements, amendments and annexes in the making that the actor may see, the newest first, page by page. */
export async function agreementsInTheMaking(
  context: Context,
  { stage = null, after, limit }: { stage?: DraftStage | null; after?: string | null; limit: number },
): Promise<Outcome<{ rows: DraftRow[]; next: string | null }>> {
  if (!mayListAgreements(context.actor)) return signInFirst();
  const found = await draftsPage(context, { stage, after: positionFrom(after), limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return done({ rows, next: found.length > limit && last ? `${last.begunAt.toISOString()}_${last.id}` : null });
}

function positionFrom(after: string | null | undefined): Position | null {
  const match = /^(\d{4}-[\d:.TZ-]+)_([0-9a-f-]{36})$/.exec(after ?? '');
  return match ? { begunAt: new Date(match[1]), id: match[2] } : null;
}
