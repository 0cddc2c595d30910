import { organisationsToManage } from '#partnership/people';
import * as m from '#messages';
import { valueOr404 } from '../answer.ts';
import { SECTORS } from '../organisations/sectors.ts';
import { tableFile } from '../table-file.ts';
import type { RequestHandler } from './$types';

/** Rows in a table of organisations. */
const LARGEST = 5000;

/** The organisations as a table, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) => {
  const { rows } = valueOr404(await organisationsToManage(context, { sought: url.searchParams.get('sought') ?? '', limit: LARGEST }));
  const head = [m.field_name(), m.field_sector(), m.field_org_number()];
  return tableFile({ head, rows: rows.map(({ name, sector, orgNumber }) => [name, sector && SECTORS[sector](), orgNumber]) }, params.kind);
};
