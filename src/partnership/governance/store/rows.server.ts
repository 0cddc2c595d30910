import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

type Undone = { undone_at: Date | null; undone_by: string | null };
type GovernanceTables = {
  'governance.extension_step': { id: string; agreement_id: string; what: string; date: string; added_at: Date; added_by: string; removed_at: Date | null; removed_by: string | null };
  'governance.step_owner': { id: string; agreement_id: string; step: string; organisation_id: string; person: string | null; set_at: Date; set_by: string; ended_at: Date | null; ended_by: string | null };
  'governance.extension_outcome': Undone & { id: string; agreement_id: string; for_end: string | null; outcome: 'amendment' | 'new-agreement' | 'end'; decided_on: string; decided_by: string; recorded_at: Date; recorded_by: string };
  'governance.notice': {
    id: string;
    agreement_id: string;
    organisation_id: string;
    organisation_name: string;
    received_on: string;
    months: number;
    counted_from: 'receipt' | 'turn-of-month';
    ends_on: string;
    reason: string | null;
    fact_id: string | null;
    given_at: Date;
    given_by: string;
    withdrawn_at: Date | null;
  };
  'governance.warning': {
    id: string;
    agreement_id: string;
    organisation_id: string;
    organisation_name: string;
    breach: string;
    received_on: string;
    remedy_by: string;
    given_at: Date;
    given_by: string;
    remedied_at: Date | null;
    remedied_by: string | null;
  };
  'governance.rescission': {
    id: string;
    agreement_id: string;
    organisation_id: string;
    organisation_name: string;
    warning_id: string | null;
    ground: string;
    received_on: string;
    ends_on: string;
    claimed_ore: number | null;
    claimed_from: string | null;
    declared_at: Date;
    declared_by: string;
    withdrawn_at: Date | null;
  };
  'governance.withdrawal': { ending_id: string; agreement_id: string; organisation_id: string; agreed_at: Date; agreed_by: string };
  'governance.settlement': { agreement_id: string; settled_on: string; recorded_at: Date; recorded_by: string };
  'governance.archiving': { agreement_id: string; place: string; recorded_at: Date; recorded_by: string };
  'governance.settlement_undone': { id: string; agreement_id: string; settled_on: string; recorded_at: Date; recorded_by: string; undone_at: Date; undone_by: string };
  'governance.archiving_undone': { id: string; agreement_id: string; place: string; recorded_at: Date; recorded_by: string; undone_at: Date; undone_by: string };
  'governance.succession': { successor_id: string; predecessor_id: string; recorded_at: Date; recorded_by: string };
  'people.organisation': { id: string; name: string };
};

export const tables = (context: Context) => context.database.withTables<GovernanceTables>();

/** When and by whom, in the columns that a record has for it. */
export const now = (context: Context) => ({ at: context.clock.now(), by: actorName(context.actor) });

export const wrote = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint }): boolean => numInsertedOrUpdatedRows === 1n;
export const changed = ({ numUpdatedRows }: { numUpdatedRows: bigint }): boolean => numUpdatedRows > 0n;
