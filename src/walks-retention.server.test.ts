import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { holdsPersonalData, type RecordType } from '#kernel/personal-data.ts';
import { sure } from '#kernel/outcome.ts';
import { decideRetention } from '#partnership/people';
import { organisationOf } from '#platform/access/standing.ts';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import { personalData } from '#pure/walks';
import { freshHouse } from '../tests/support/fresh-database.ts';
import { placeOn } from '../tests/support/night.ts';
import { walking } from '../tests/support/walking.ts';
import { disposeOfWhatIsDue } from './disposal.ts';

/** Types of the room's own; what is of another type goes with the agreement or with the person. */
const OWN = ['walk-signups', 'walk-reports', 'walk-newcomers', 'walk-kit', 'walk-groups'] as const satisfies RecordType[];
const LONG_AGO = '2024-03-01';

/** What throws itself away within minutes, whatever has been decided. */
const GOES_BY_ITSELF = ['walks.signup_code'];

test('every table of walks that says something of somebody has a time of its own, or goes with the agreement or the person', async () => {
  const scene = await walking(await freshHouse(stoppedClock('2026-11-21')));
  const { house, agreementId, groupId, associationId } = scene;
  const [eva, bo] = [await scene.walker('Eva Sjö'), await scene.walker('Bo Ek')];
  const evaId = 'id' in eva.actor ? eva.actor.id : '';
  const walkId = await scene.plan(LONG_AGO);
  await placeOn(house, walkId, eva, { task: 'walker', place: 1, phone: '+46701740605' });
  const [entry, newcomer, vest, gone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const report = { id: randomUUID(), entry_id: entry, point: null, kinds: ['talk'], young_band: 'none', mood: 3, actions: [], contacts: [], injury: false, found_to_police: false, note: 'Anteckning', at: LONG_AGO, time_in_doubt: false };
  const outcome = { opened_at: LONG_AGO, walkers: 0, reports: 0, young_least: 0, debriefed: false, conflicts: 0, waiting: 0 };
  const rows = [
    sql`insert into walks.walker_key (secret_hash, person_id, made_at, expires_at) values ('x', ${evaId}, ${LONG_AGO}, ${LONG_AGO})`,
    sql`select walks.hand_to(${walkId}::uuid, ${evaId}::uuid, ${'id' in bo.actor ? bo.actor.id : ''}::uuid, null, '2024-02-01'::timestamptz)`,
    sql`update walks.walker set until = ${LONG_AGO}, phone_mark = person_id::text`,
    sql`insert into walks.tiding (walk_id, person_id, kind, occasion, made_at) values (${walkId}, ${evaId}, 'placed', 'x', ${LONG_AGO})`,
    sql`insert into walks.thanks (person_id, agreement_id, half_year, sent_at) values (${evaId}, ${agreementId}, '2024-1', ${LONG_AGO})`,
    sql`insert into walks.entry (id, walk_id, kind, builds_on, body, phone_at, captured_at, received_at, by_person, aside_because, let_count_at, let_count_by) values (${entry}, ${walkId}, 'started', '{}', 'true', ${LONG_AGO}, ${LONG_AGO}, ${LONG_AGO}, ${evaId}, 'left', ${LONG_AGO}, 'Lena Ask')`,
    sql`select walks.keep_outcome(${walkId}::uuid, ${JSON.stringify([report])}::jsonb, '{}'::uuid[], ${JSON.stringify(outcome)}::jsonb)`,
    sql`insert into walks.incident (id, agreement_id, walk_id, kind, at, place, what, recorded_at, recorded_by, seen_at, seen_by) values (${randomUUID()}, ${agreementId}, ${walkId}, 'accident', ${LONG_AGO}, 'Torget', 'Halkade', ${LONG_AGO}, 'Lena Ask', ${LONG_AGO}, 'Idris Berg')`,
    sql`insert into walks.newcomer (id, agreement_id, group_id, young, asked_at, met_at, met_by, outcome, decided_at, decided_by) values (${newcomer}, ${agreementId}, ${groupId}, false, ${LONG_AGO}, ${LONG_AGO}, 'Lena Ask', 'walks', ${LONG_AGO}, 'Lena Ask')`,
    sql`insert into walks.newcomer_moved (id, agreement_id, group_id, moved_at, moved_by) values (${randomUUID()}, ${agreementId}, ${groupId}, ${LONG_AGO}, 'Idris Berg')`,
    sql`insert into walks.kit_item (id, agreement_id, kind, number, added_at, added_by, gone_at, gone_by) values (${vest}, ${agreementId}, 'vest', 1, ${LONG_AGO}, 'Lena Ask', null, null), (${gone}, ${agreementId}, 'vest', 2, ${LONG_AGO}, 'Lena Ask', ${LONG_AGO}, 'Lena Ask')`,
    sql`insert into walks.kit_loan (id, item_id, group_id, holder_id, lent_on, lent_by, returned_on, returned_by) values (${randomUUID()}, ${vest}, ${groupId}, ${evaId}, ${LONG_AGO}, 'Lena Ask', ${LONG_AGO}, 'Lena Ask')`,
    sql`insert into walks.kit_damage (id, item_id, words, photo, noted_at, noted_by, mended_at, mended_by) values (${randomUUID()}, ${vest}, 'Sprucken', ${'a'.repeat(64)}, ${LONG_AGO}, 'Lena Ask', ${LONG_AGO}, 'Lena Ask'), (${randomUUID()}, ${gone}, 'Bränd', ${'b'.repeat(64)}, ${LONG_AGO}, 'Lena Ask', null, null)`,
    sql`insert into walks.group_word (group_id, organisation_id, agrees, words, said_at, said_by) values (${groupId}, ${associationId}, false, 'Börja efter jul.', ${LONG_AGO}, 'Idris Berg')`,
    sql`insert into walks.rules (organisation_id, smallest_group, largest_group, youngest, trained_per_group, course_before_first_walk, vests, earliest_start, latest_end, debrief, set_at, set_by) values (${associationId}, 2, 5, 18, 1, false, true, '18:00', '04:00', true, ${LONG_AGO}, 'Idris Berg')`,
  ];
  for (const row of rows) await row.execute(house.database);

  const declared = personalData.filter(holdsPersonalData);
  const mine = declared.filter(({ type, table }) => (OWN as readonly string[]).includes(type) && !GOES_BY_ITSELF.includes(table));
  /** How many rows say something of somebody, in each of the tables that have a time of their own. */
  const telling = async () => {
    const counts: Record<string, number> = {};
    for (const { table, columns, own } of mine) {
      const says = [...new Set([...Object.keys(columns), ...(own?.by === 'account' ? own.columns : [])])];
      const where = says.map((column) => sql`coalesce(${sql.ref(column)}::text, '') <> ''`);
      const { rows: [{ count }] } = await sql<{ count: string }>`select count(*) from ${sql.table(table)} where ${where.length > 0 ? sql.join(where, sql` or `) : sql`true`}`.execute(house.database);
      counts[table] = Number(count);
    }
    return counts;
  };
  const before = await telling();
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);

  const decide = (type: RecordType, who: typeof scene.manager) => decideRetention(who, { organisationId: organisationOf(who.actor)!.id, type, months: 12, caseNumber: 'KS 2026/12', decidedOn: '2026-01-15', decidedBy: 'Kommunstyrelsen' });
  for (const type of OWN) for (const who of [scene.coordinator, scene.manager]) sure(await decide(type, who));
  const on = (day: string) => contextFor({ ...house, clock: stoppedClock(day) }, house.actor);
  await disposeOfWhatIsDue(on('2025-02-01'));
  expect(await telling()).toEqual(before);
  await disposeOfWhatIsDue(on('2026-11-21'));
  expect(Object.entries(await telling()).filter(([, count]) => count > 0)).toEqual([]);
  // The figures stay: somebody asked and walks, the parties were heard, the organisation asks what it asked.
  expect((await sql<{ outcome: string }>`select outcome from walks.newcomer`.execute(house.database)).rows).toEqual([{ outcome: 'walks' }]);
  expect((await sql<{ agrees: boolean }>`select agrees from walks.group_word`.execute(house.database)).rows).toEqual([{ agrees: false }]);

  // Everything else goes with the agreement, whose disposal reaches it, or with the person.
  const { rows: reached } = await sql<{ name: string }>`
    with recursive reached as (
      select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agreement_id' where c.relkind = 'r'
      union select k.conrelid from pg_constraint k join reached r on r.oid = k.confrelid where k.contype = 'f'
    ) select c.oid::regclass::text as name from reached c`.execute(house.database);
  const names = new Set(reached.map(({ name }) => name));
  const others = declared.filter(({ type }) => !(OWN as readonly string[]).includes(type));
  expect(others.filter(({ type, table }) => (type === 'agreements' ? !names.has(table) : type !== 'persons')).map(({ table }) => table)).toEqual([]);
});
