import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { WalkTask } from '../../model.ts';
import { offerUntil } from '../rules/offer-until.ts';

/** What the database answers to somebody who wants to walk. */
export interface Decided {
  result: string;
  signup_id: string | null;
  turn: number | null;
  place: number | null;
}

const times = (context: Context) => {
  const now = context.clock.now();
  return sql`${now}::timestamptz, ${offerUntil(now)}::timestamptz`;
};

const textOf = async (context: Context, query: ReturnType<typeof sql<{ result: string }>>): Promise<string> => (await query.execute(context.database)).rows[0].result;

/** Signs somebody up, or takes what they have been offered: the walk's row is where everybody stands in line. */
export async function decideSignup(context: Context, { walkId, personId, task, phone }: { walkId: string; personId: string; task: WalkTask; phone: string | null }): Promise<Decided> {
  const { rows } = await sql<Decided>`select * from walks.sign_up(${walkId}::uuid, ${personId}::uuid, ${task}, ${phone}::text, ${times(context)})`.execute(context.database);
  return rows[0];
}

export const decideCancelling = (context: Context, { walkId, personId, whose }: { walkId: string; personId: string; whose: 'walker' | 'leader' }): Promise<string> =>
  textOf(context, sql<{ result: string }>`select walks.cancel_signup(${walkId}::uuid, ${personId}::uuid, ${whose}, ${times(context)}) as result`);

export const decideDeclining = (context: Context, { walkId, personId }: { walkId: string; personId: string }): Promise<string> =>
  textOf(context, sql<{ result: string }>`select walks.decline_offer(${walkId}::uuid, ${personId}::uuid, ${times(context)}) as result`);

export const decideGivingUp = (context: Context, { walkId, personId, wants }: { walkId: string; personId: string; wants: boolean }): Promise<string> =>
  textOf(context, sql<{ result: string }>`select walks.give_up(${walkId}::uuid, ${personId}::uuid, ${wants}::boolean, ${times(context)}) as result`);

/** Offers somebody's place to a colleague, known by id or by the mark of their number. Gives who, or null where nobody can take it. */
export async function decideHanding(context: Context, { walkId, personId, to, mark }: { walkId: string; personId: string; to: string | null; mark: string | null }): Promise<string | null> {
  const query = sql<{ result: string | null }>`select walks.hand_to(${walkId}::uuid, ${personId}::uuid, ${to}::uuid, ${mark}::text, ${context.clock.now()}::timestamptz) as result`;
  return (await query.execute(context.database)).rows[0].result;
}

/** Sends offers that have run out on to the next, and gives places that have come free. How many were given or offered. */
export async function passOn(context: Context, walkId: string): Promise<number> {
  const { rows } = await sql<{ given: number }>`select walks.pass_on(${walkId}::uuid, ${times(context)}) as given`.execute(context.database);
  return rows[0].given;
}

/** Writes down that all who were to walk, or waited, are to be told. How many they are. */
export async function tellAll(context: Context, { walkId, kind, occasion }: { walkId: string; kind: 'moved' | 'cancelled'; occasion: string }): Promise<number> {
  const { rows } = await sql<{ told: number }>`select walks.tell_all(${walkId}::uuid, ${kind}, ${occasion}, ${context.clock.now()}::timestamptz) as told`.execute(context.database);
  return rows[0].told;
}
