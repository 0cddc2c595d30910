import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as followup from '#partnership/followup';
import { sure } from '#kernel/outcome.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { nobody } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { somebody } from './cast.ts';
import { freshHouse } from './fresh-database.ts';

export const GRANBY = 'Granby kommun';
export const LYKTAN = 'Föreningen Lyktan';

/** What somebody types in the form of a draft. */
export const typed = { kind: 'interim-report', title: 'Delrapport', body: 'Det har gått bra.\n\n# Siffror\n\n- 40 kvällar', dutyId: null };

export const sentFile = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** The codes of a no. */
export const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

/** The id of the organisation that somebody holds their first role for. */
export const organisationIdOf = (context: Context) => (context.actor.kind === 'person' ? context.actor.assignments[0].organisation!.id : '');

/** A municipality and an association on a fresh database, with people of both who may write, one who may not, and a stranger. */
export async function twoSides() {
  const house = await freshHouse(stoppedClock('2026-11-21'));
  const as = async (name: string, part: Parameters<typeof somebody>[2]) => contextFor(house, await somebody(house, name, part));
  const maja = await as('Maja Lindgren', { role: 'coordinator', organisation: GRANBY });
  const sara = await as('Sara Berg', { role: 'association-manager', organisation: LYKTAN });
  const agreement = { id: '' };

  const written = async (context: Context = sara, more: { title?: string; body?: string; dutyId?: string | null } = {}): Promise<string> =>
    sure(await followup.beginDraft(context, { agreementId: agreement.id, ...typed, ...more })).draftId;
  const mark = async (draftId: string, context: Context = sara) => sure(await followup.readDraft(context, agreement.id, draftId)).mark;
  const handIn = async (draftId: string, context: Context = sara) => followup.handIn(context, { draftId, mark: await mark(draftId, context) });
  return {
    house,
    as,
    maja,
    sara,
    ali: await as('Ali Noor', { role: 'association-manager', organisation: LYKTAN }),
    outreachWorker: await as('Vera Ek', { role: 'outreach-worker', organisation: LYKTAN }),
    stranger: await as('Otto Storm', { role: 'coordinator', organisation: 'Storby kommun' }),
    signedOut: contextFor(house, nobody),
    /** The partnership that the story is in; `newPartnership` begins another, between these or other organisations. */
    agreement,
    newPartnership: async (organisations = [organisationIdOf(maja), organisationIdOf(sara)]) => {
      agreement.id = randomUUID();
      await letTakePart(house, agreement.id, organisations);
    },
    written,
    mark,
    handIn,
    handedIn: async (context: Context = sara) => sure(await handIn(await written(context), context)).submission,
    listed: async (context: Context) => sure(await followup.submissionsOfPartnership(context, agreement.id)).rows,
    /** What the journal has in the partnership's line, or with null in the house's. */
    journal: async (of: string | null = agreement.id) =>
      (await sql<{ what: string }>`select what from platform.journal where agreement_id is not distinct from ${of} order by id`.execute(house.database)).rows.map(({ what }) => what),
    /** How many rows of a table the database lets somebody see. */
    rowsSeen: (context: Context, table: string) => inTransaction(context, async (inside) => (await sql`select * from ${sql.table(table)}`.execute(inside.database)).rows.length),
  };
}
