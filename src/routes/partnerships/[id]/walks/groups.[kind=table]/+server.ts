import { guard } from '#partnership/people';
import { groupsOf } from '#partnership/walks';
import { dayCell } from '#kernel/table.ts';
import * as m from '#messages';
import { valueOr404 } from '../../../../answer.ts';
import { tableFile } from '../../../../table-file.ts';
import { inState, stateFrom } from '../groups/filter.ts';
import { STATE_WORDS } from '../groups/group-words.ts';
import type { RequestHandler } from './$types';

/** The groups as a table for a spreadsheet, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) => {
  const groups = valueOr404(await groupsOf(context, params.id)).filter(inState(stateFrom(url)));
  const head = [m.group_name(), m.group_association(), m.group_areas(), m.group_contact(), m.group_state(), m.group_started(), m.group_ended()];
  const rows = (await guard(context)).hide(params.id, groups).map(({ name, organisation, areas, contact, state, startedOn, endedOn }) => [
    name, organisation.name, areas.map((area) => area.name).join(', '), contact?.name ?? null, STATE_WORDS[state](), dayCell(startedOn), dayCell(endedOn),
  ]);
  return tableFile({ head, rows }, params.kind);
};
