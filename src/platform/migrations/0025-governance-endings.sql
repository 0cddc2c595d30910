create schema governance;

-- A step towards what comes after the agreement, where the agreement sets none. Removed, never erased.
create table governance.extension_step (
  id uuid primary key,
  agreement_id uuid not null,
  what text not null,
  date date not null,
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz,
  removed_by text
);
create index extension_step_agreement on governance.extension_step (agreement_id);

-- Who has a step: a party, and somebody of it where one is named. step is the key of its duty.
create table governance.step_owner (
  id uuid primary key,
  agreement_id uuid not null,
  step text not null,
  organisation_id uuid not null references people.organisation (id),
  person text,
  set_at timestamptz not null,
  set_by text not null,
  ended_at timestamptz,
  ended_by text
);
create unique index step_owner_once on governance.step_owner (agreement_id, step) where ended_at is null;

-- What was decided to come after the agreement. Undone, not erased; once at a time.
create table governance.extension_outcome (
  id uuid primary key,
  agreement_id uuid not null,
  outcome text not null check (outcome in ('amendment', 'new-agreement', 'end')),
  decided_on date not null,
  decided_by text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at timestamptz,
  undone_by text
);
create unique index extension_outcome_once on governance.extension_outcome (agreement_id) where undone_at is null;

-- That a party ends the agreement in advance, and how its last day was reckoned. Withdrawn only when all parties agree.
create table governance.notice (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  organisation_name text not null,
  received_on date not null,
  months integer not null check (months >= 0),
  counted_from text not null check (counted_from in ('receipt', 'turn-of-month')),
  ends_on date not null,
  reason text,
  fact_id uuid,
  given_at timestamptz not null,
  given_by text not null,
  withdrawn_at timestamptz
);
create unique index notice_standing on governance.notice (agreement_id) where withdrawn_at is null;

-- That a party says what the other has to put right, and until when.
create table governance.warning (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  organisation_name text not null,
  breach text not null,
  received_on date not null,
  remedy_by date not null,
  given_at timestamptz not null,
  given_by text not null,
  remedied_at timestamptz,
  remedied_by text
);
create unique index warning_standing on governance.warning (agreement_id, organisation_id) where remedied_at is null;

-- That a party ends the agreement because the other has broken it, and what it claims back.
create table governance.rescission (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  organisation_name text not null,
  warning_id uuid references governance.warning (id),
  ground text not null,
  received_on date not null,
  ends_on date not null check (ends_on >= received_on),
  claimed_ore bigint check (claimed_ore > 0),
  claimed_from uuid references people.organisation (id),
  declared_at timestamptz not null,
  declared_by text not null,
  withdrawn_at timestamptz,
  check ((claimed_ore is null) = (claimed_from is null))
);
create unique index rescission_standing on governance.rescission (agreement_id) where withdrawn_at is null;

-- That a party agrees to withdraw a notice or a rescission: each once.
create table governance.withdrawal (
  ending_id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  agreed_at timestamptz not null,
  agreed_by text not null,
  primary key (ending_id, organisation_id)
);

-- That everything owed has been done and paid, and that the papers have been put away.
create table governance.settlement (
  agreement_id uuid primary key,
  settled_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create table governance.archiving (
  agreement_id uuid primary key references governance.settlement (agreement_id),
  place text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);

-- Which agreement takes over after which. One successor has one predecessor.
create table governance.succession (
  successor_id uuid primary key,
  predecessor_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check (successor_id <> predecessor_id)
);
create index succession_predecessor on governance.succession (predecessor_id);

-- The organisations that the one who asks holds a role for in the partnership: for all of it, or in this partnership.
create function governance.sides(agreement uuid) returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select h.organisation_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id and p.agreement_id = agreement where h.agreement_id is null or h.agreement_id = agreement; end;

-- The second lock: nobody reads or writes the rows of a partnership that is not theirs, and nobody agrees for another party.
alter table governance.extension_step enable row level security;
create policy seen on governance.extension_step for select using (access.is_system() or agreement_id in (select access.seen()));
create policy added on governance.extension_step for insert with check (agreement_id in (select access.written()));
create policy removed on governance.extension_step for update using (agreement_id in (select access.written()));

alter table governance.step_owner enable row level security;
create policy seen on governance.step_owner for select using (access.is_system() or agreement_id in (select access.seen()));
create policy named on governance.step_owner for insert with check (agreement_id in (select access.written()));
create policy ended on governance.step_owner for update using (agreement_id in (select access.written()));

alter table governance.extension_outcome enable row level security;
create policy seen on governance.extension_outcome for select using (access.is_system() or agreement_id in (select access.seen()));
create policy recorded on governance.extension_outcome for insert with check (agreement_id in (select access.written()));
create policy undone on governance.extension_outcome for update using (agreement_id in (select access.written()));

alter table governance.notice enable row level security;
create policy seen on governance.notice for select using (access.is_system() or agreement_id in (select access.seen()));
create policy given on governance.notice for insert with check (agreement_id in (select access.written()));
create policy withdrawn on governance.notice for update using (agreement_id in (select access.written()));

alter table governance.warning enable row level security;
create policy seen on governance.warning for select using (access.is_system() or agreement_id in (select access.seen()));
create policy given on governance.warning for insert with check (organisation_id in (select governance.sides(agreement_id)) and agreement_id in (select access.written()));
create policy remedied on governance.warning for update using (organisation_id in (select governance.sides(agreement_id)) and agreement_id in (select access.written()));

alter table governance.rescission enable row level security;
create policy seen on governance.rescission for select using (access.is_system() or agreement_id in (select access.seen()));
create policy declared on governance.rescission for insert with check (organisation_id in (select governance.sides(agreement_id)) and agreement_id in (select access.written()));
create policy withdrawn on governance.rescission for update using (agreement_id in (select access.written()));

alter table governance.withdrawal enable row level security;
create policy seen on governance.withdrawal for select using (access.is_system() or agreement_id in (select access.seen()));
create policy agreed on governance.withdrawal for insert with check (organisation_id in (select governance.sides(agreement_id)) and agreement_id in (select access.written()));

alter table governance.settlement enable row level security;
create policy seen on governance.settlement for select using (access.is_system() or agreement_id in (select access.seen()));
create policy recorded on governance.settlement for insert with check (agreement_id in (select access.written()));

alter table governance.archiving enable row level security;
create policy seen on governance.archiving for select using (access.is_system() or agreement_id in (select access.seen()));
create policy recorded on governance.archiving for insert with check (agreement_id in (select access.written()));

alter table governance.succession enable row level security;
create policy seen on governance.succession for select using (access.is_system() or successor_id in (select access.seen()) or predecessor_id in (select access.seen()));
create policy recorded on governance.succession for insert with check (successor_id in (select access.written()) and predecessor_id in (select access.seen()));
