import type { Context } from '#platform/context.ts';
import { type Check, didWalk } from '../rules/hours.ts';
import { afterTables } from './rows.server.ts';

/** That somebody walked a walk, with what the telephones know of when they came and went. */
export interface WalkedBy {
  personId: string;
  walk: { id: string; night: string; starts: Date; ends: Date };
  checks: Check[];
}

/** Who walked a partnership's walks of these nights: those with a place who came, on walks that are over and were not cancelled. As far as the actor may know of them. */
export async function walkedBy(context: Context, { agreementId, from, to, personId }: { agreementId?: string; from: string; to: string; personId?: string }): Promise<WalkedBy[]> {
  let query = afterTables(context)
    .selectFrom('walks.signup as s')
    .innerJoin('walks.walk as w', 'w.id', 's.walk_id')
    .where('s.place', 'is not', null)
    .where('s.no_show_at', 'is', null)
    .where('w.cancelled_at', 'is', null)
    .where('w.ends', '<=', context.clock.now())
    .where('w.night', '>=', from)
    .where('w.night', '<=', to)
    .select(['s.id', 's.person_id', 's.walk_id', 'w.night', 'w.starts', 'w.ends'])
    .orderBy('w.starts');
  if (agreementId) query = query.where('w.agreement_id', '=', agreementId);
  if (personId) query = query.where('s.person_id', '=', personId);
  const signups = await query.execute();
  const checks = await checksOf(context, signups.map(({ id }) => id));
  return signups
    .map(({ id, person_id, walk_id, ...walk }) => ({ personId: person_id, walk: { id: walk_id, night: walk.night, starts: walk.starts, ends: walk.ends }, checks: checks.get(id) ?? [] }))
    .filter(({ checks: theirs }) => didWalk(theirs));
}

/** When those who signed up came and went, by sign-up; what was kept aside does not count. */
async function checksOf(context: Context, signupIds: string[]): Promise<Map<string, Check[]>> {
  if (signupIds.length === 0) return new Map();
  const rows = await afterTables(context)
    .selectFrom('walks.entry')
    .where('kind', '=', 'here')
    .where('about', 'in', signupIds)
    .where((where) => where.or([where('aside_because', 'is', null), where('let_count_at', 'is not', null)]))
    .select(['about', 'body', 'captured_at'])
    .execute();
  const checks = new Map<string, Check[]>();
  for (const { about, body, captured_at } of rows) {
    if (body !== 'in' && body !== 'out' && body !== 'not') continue;
    checks.set(about!, [...(checks.get(about!) ?? []), { at: captured_at, here: body }]);
  }
  return checks;
}
