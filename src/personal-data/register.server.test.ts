import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { holdsPersonalData } from '#kernel/personal-data.ts';
import { freshHouse } from '../../tests/support/fresh-database.ts';
import { DECLARED, REGISTER } from './register.ts';

const house = await freshHouse();

/** Every column in the database, as `schema.table.column`, with its type. */
const columns = async () =>
  (
    await sql<{ name: string; type: string }>`
      select table_schema || '.' || table_name || '.' || column_name as name, data_type as type from information_schema.columns
      where table_schema not in ('information_schema', 'pg_catalog')`.execute(house.database)
  ).rows;

const TEXT = new Set(['text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea', 'inet', 'USER-DEFINED']);

test('every text that the database holds is in the register or said to be about nobody', async () => {
  const said = new Set(DECLARED.flatMap((one) => [...one.none, ...(holdsPersonalData(one) ? Object.keys(one.columns) : [])].map((column) => `${one.table}.${column}`)));
  const texts = (await columns()).filter(({ type }) => TEXT.has(type)).map(({ name }) => name);
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((name) => !said.has(name))).toEqual([]);
});

test('nothing in the register is of a table or a column that there is not', async () => {
  const there = new Set((await columns()).map(({ name }) => name));
  const said = DECLARED.flatMap((one) => [...one.none, ...(holdsPersonalData(one) ? [...Object.keys(one.columns), ...(one.own?.columns ?? []), ...Object.keys(one.own?.shows ?? {})] : [])].map((column) => `${one.table}.${column}`));
  expect(said.filter((name) => !there.has(name))).toEqual([]);
});

test('a table is declared once', () => {
  expect(DECLARED.map(({ table }) => table).filter((table, at, all) => all.indexOf(table) !== at)).toEqual([]);
});

test('whoever is known by name or account is told whose deeds those are', () => {
  const silent = REGISTER.filter(({ columns, own }) => Object.values(columns).includes('doer') && !own);
  expect(silent.map(({ table }) => table)).toEqual([]);
});

test('what a person is shown of each table has a heading of its own', () => {
  const headings = REGISTER.filter(({ own }) => own).map(({ why }) => why());
  expect(headings.filter((heading, at) => headings.indexOf(heading) !== at)).toEqual([]);
});
