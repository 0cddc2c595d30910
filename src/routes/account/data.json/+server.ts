import { ownData } from '../../../personal-data/own-data.server.ts';
import { registerRow } from '../../../personal-data/words.ts';
import { valueOr404 } from '../../answer.ts';
import type { RequestHandler } from './$types';

/** Everything about the one who asks, for another program to read. Never kept by what stands between. */
export const GET: RequestHandler = async ({ locals: { context } }) => {
  const records = valueOr404(await ownData(context)).map(({ declared, rows }) => {
    const { why, basis, kept } = registerRow(declared);
    return { table: declared.table, why, basis, kept, rows };
  });
  const { actor } = context;
  const account = actor.kind === 'person' ? { id: actor.id, name: actor.name } : null;
  return new Response(JSON.stringify({ format: 'handslag.own-data/1', at: context.clock.now(), account, records }, null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="handslag-own-data.json"', 'cache-control': 'no-store' },
  });
};
