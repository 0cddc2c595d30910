import { agreementState } from '#partnership/agreement';
import { abilitiesIn } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { valueOr404 } from '../../../answer.ts';

/** What every page about a partnership's walks begins with: what the partnership is called, and what the reader may do in it. */
export async function ofPartnership(context: Context, id: string) {
  const { title, fileName } = valueOr404(await agreementState(context, id));
  return { id, title: title ?? fileName, may: await abilitiesIn(context, id) };
}
