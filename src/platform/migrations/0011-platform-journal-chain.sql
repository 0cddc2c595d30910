-- Entries become links of chains: one chain for each partnership and one for the house. What that proves, and what not,
-- stands in docs/decisions/0008-the-journal-is-chains.md.
alter table platform.journal
  add column account_id uuid,
  add column acting_for uuid,
  add column acting_for_name text,
  add column version text,
  add column chain text not null generated always as (coalesce(agreement_id::text, 'house')) stored,
  add column sequence bigint,
  add column previous_hash text,
  add column hash text,
  add column who_salt text,
  add column who_commitment text,
  add column facts_salt text,
  add column facts_commitment text;

-- Not valid: entries from before the chains stay without a place in one. New ones must have theirs.
alter table platform.journal add constraint journal_linked check (
  sequence is not null and sequence > 0 and previous_hash is not null and hash is not null
  and version is not null and who_commitment is not null and facts_commitment is not null
) not valid;
create unique index journal_link on platform.journal (chain, sequence);
create index journal_account on platform.journal (account_id, id desc);

-- Where each chain ends. The application reads it and locks it by a function; only a new entry moves it.
create table platform.journal_head (
  chain text primary key,
  sequence bigint not null,
  hash text not null
);

-- The house's chain begins with a digest of every entry from before the chains.
insert into platform.journal_head (chain, sequence, hash)
  select 'house', 0, encode(sha256(convert_to(coalesce(string_agg(jsonb_build_array(id, extract(epoch from at), who, what, agreement_id, facts)::text, E'\n' order by id), ''), 'UTF8')), 'hex')
  from platform.journal where sequence is null;

-- The ends of these chains, held until the transaction ends; in one order, so that no two transactions wait for each other.
create function platform.hold_chains(chains text[]) returns setof platform.journal_head language sql security definer set search_path = '' begin atomic
  insert into platform.journal_head (chain, sequence, hash) select c, 0, repeat('0', 64) from unnest(chains) c order by c on conflict do nothing; select h.* from platform.journal_head h where h.chain = any(chains) order by h.chain for update; end;

-- An entry that does not follow on the end of its chain is refused; one that does is the new end.
create function platform.follow_on() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update platform.journal_head set sequence = new.sequence, hash = new.hash where chain = new.chain and sequence = new.sequence - 1 and hash = new.previous_hash; if not found then raise exception 'entry % does not follow on chain %', new.sequence, new.chain; end if; return null; end $$;
create trigger follow_on after insert on platform.journal for each row execute function platform.follow_on();

-- Takes away who did something, or what it was about, where the house has decided so. The link and its proof stay.
create function platform.forget(in_chain text, sequences bigint[], part text) returns setof bigint language sql security definer set search_path = '' begin atomic
  update platform.journal set who = case part when 'who' then '' else who end, account_id = case part when 'who' then null else account_id end, who_salt = case part when 'who' then null else who_salt end, facts = case part when 'facts' then '{}' else facts end, facts_salt = case part when 'facts' then null else facts_salt end where access.is_system() and chain = in_chain and sequence = any(sequences) and part in ('who', 'facts') and not (part = 'facts' and what = 'journal.disposed') returning sequence; end;

-- Whether the one who asks has, or has had, a part in the partnership: who leaves it is still witnessed leaving.
create function platform.has_had_part(agreement uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select case when exists (select 1 from access.held() h where h.agreement_id = agreement or (h.agreement_id is null and h.organisation_id in (select p.organisation_id from access.participation p where p.agreement_id = agreement))) then true
  else exists (select 1 from access.assignment a where a.account_id = access.account() and (a.agreement_id = agreement or (a.agreement_id is null and a.organisation_id in (select p.organisation_id from access.participation p where p.agreement_id = agreement)))) end; end;

-- One reads what is one's own and the partnerships' one takes part in, and witnesses as oneself only.
alter table platform.journal enable row level security;
create policy seen on platform.journal for select using (access.is_system() or account_id = access.account() or agreement_id in (select access.seen()));
create policy witnessed on platform.journal for insert with check (access.is_system() or (account_id is not distinct from access.account() and (agreement_id is null or platform.has_had_part(agreement_id))));
alter table platform.journal_head enable row level security;
create policy seen on platform.journal_head for select using (access.is_system());
