create schema access;

-- Who is entrusted with what: a role for an organisation, in one of its partnerships or, without one, in all of them.
-- Ended, never erased. An administrator has neither organisation nor partnership.
create table access.assignment (
  id uuid primary key,
  account_id uuid not null,
  role text not null,
  organisation_id uuid references people.organisation (id),
  unit_id uuid,
  agreement_id uuid,
  deputises_for uuid references access.assignment (id),
  starts date not null,
  ends date,
  given_at timestamptz not null,
  given_by text not null,
  ended_at timestamptz,
  ended_by text,
  check (ends is null or ends >= starts)
);
create index assignment_account on access.assignment (account_id) where ended_at is null;
create index assignment_organisation on access.assignment (organisation_id);
create index assignment_agreement on access.assignment (agreement_id);
-- The same role for the same thing once at a time.
create unique index assignment_once on access.assignment (account_id, role, organisation_id, agreement_id) nulls not distinct where ended_at is null;

-- Which organisations take part in which partnership. While an agreement is a draft: the one whose draft it is.
create table access.participation (
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  since timestamptz not null,
  primary key (agreement_id, organisation_id)
);
create index participation_organisation on access.participation (organisation_id, agreement_id);

insert into access.participation (agreement_id, organisation_id, since) select distinct agreement_id, organisation_id, now() from people.party;

-- Who asks: an account's id, 'system', or nothing; and which day it is. Told at the beginning of every transaction.
create function access.actor() returns text language sql stable return coalesce(current_setting('handslag.actor', true), '');
create function access.is_system() returns boolean language sql stable return access.actor() = 'system';
create function access.account() returns uuid language sql stable return case when length(access.actor()) = 36 then access.actor()::uuid end;
create function access.today() returns date language sql stable return nullif(current_setting('handslag.today', true), '')::date;

-- What the one who asks holds today. These run with the owner's rights: they decide what the rest may see.
create function access.held() returns setof access.assignment language sql stable security definer set search_path = '' begin atomic
  select * from access.assignment a where a.account_id = access.account() and a.ended_at is null and a.starts <= access.today() and (a.ends is null or a.ends >= access.today()); end;

-- The partnerships that the one who asks may see. An administrator's role reaches none.
create function access.seen() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select p.agreement_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id where h.agreement_id is null and h.role <> 'administrator'
  union select h.agreement_id from access.held() h where h.agreement_id is not null; end;

-- The partnerships in which the one who asks may write anything at all.
create function access.written() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select p.agreement_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id where h.agreement_id is null and h.role not in ('administrator', 'auditor', 'funder')
  union select h.agreement_id from access.held() h where h.agreement_id is not null and h.role not in ('auditor', 'funder'); end;

-- The organisations that the one who asks holds a role for as a whole: a role in one partnership says nothing of the rest.
create function access.organisations() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select h.organisation_id from access.held() h where h.organisation_id is not null and h.agreement_id is null; end;

create function access.administers() returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from access.held() h where h.role = 'administrator'); end;

-- True of an agreement that nobody's organisation holds yet: the first to hand it in may claim it.
create function access.unclaimed(agreement uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select not exists (select 1 from access.participation p where p.agreement_id = agreement); end;

alter table access.assignment enable row level security;
create policy seen on access.assignment for select using (access.is_system() or access.administers() or account_id = access.account() or organisation_id in (select access.organisations()) or agreement_id in (select access.seen()));
create policy given on access.assignment for insert with check (access.is_system() or access.administers() or organisation_id in (select access.organisations()) or agreement_id in (select access.written()));
create policy ended on access.assignment for update using (access.is_system() or access.administers() or account_id = access.account() or organisation_id in (select access.organisations()) or agreement_id in (select access.written()));

alter table access.participation enable row level security;
create policy seen on access.participation for select using (access.is_system() or agreement_id in (select access.seen()));
create policy begun on access.participation for insert with check (access.is_system() or agreement_id in (select access.written()) or (organisation_id in (select access.organisations()) and access.unclaimed(agreement_id)));
