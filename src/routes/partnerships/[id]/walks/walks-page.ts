import { agreementState } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { abilitiesIn } from '#platform/access/ask.ts';
import type { Ability } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import { valueOr404 } from '../../../answer.ts';

/** What every page about a partnership's walks begins with. */
export async function walksPage(context: Context, id: string): Promise<{ id: string; title: string; today: string; may: Ability[] }> {
  const { title, fileName } = valueOr404(await agreementState(context, id));
  const { hide } = await guard(context);
  return { id, title: hide(id, title ?? fileName), today: context.clock.today(), may: await abilitiesIn(context, id) };
}
