-- Where the coordinating organisation's office is reached at once, and what holds when somebody is hurt: in our own words,
-- how walkers are insured, what is not covered and what to do within how many days.
create table walks.office (
  agreement_id uuid primary key references walks.network (agreement_id),
  email text not null,
  phone text,
  insured text,
  excluded text,
  to_do text,
  within_days integer check (within_days between 1 and 365),
  set_at timestamptz not null,
  set_by text not null
);

-- Who has the report of a walk by letter: everybody with a role in one of the parties, or an address.
create table walks.report_reader (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid references people.organisation (id),
  role text,
  address text,
  added_at timestamptz not null,
  added_by text not null,
  check ((role is null) <> (address is null)),
  check ((role is null) = (organisation_id is null))
);
create unique index report_reader_role on walks.report_reader (agreement_id, organisation_id, role) where role is not null;
create unique index report_reader_address on walks.report_reader (agreement_id, lower(address)) where address is not null;

-- That the report of a walk has been sent to those who should have it, once.
create table walks.report_sent (
  walk_id uuid primary key references walks.walk (id),
  agreement_id uuid not null,
  sent_at timestamptz not null,
  letters integer not null
);
create index report_sent_agreement on walks.report_sent (agreement_id);

-- An accident, or something that could have become one: kept apart from the reports. From an event report, or told afterwards.
create table walks.incident (
  id uuid primary key,
  agreement_id uuid not null,
  walk_id uuid not null references walks.walk (id),
  group_id uuid references walks.walking_group (id),
  -- The event report that it comes from; null where somebody has told of it here. The report may have been taken back since.
  report_id uuid,
  kind text not null check (kind in ('accident', 'incident')),
  at timestamptz not null,
  place text,
  what text,
  recorded_at timestamptz not null,
  -- Empty where it comes from a report: walkers are named nowhere.
  recorded_by text not null,
  told_at timestamptz,
  seen_at timestamptz,
  seen_by text,
  check (seen_by is null or seen_at is not null),
  unique (walk_id, report_id)
);
create index incident_agreement on walks.incident (agreement_id, at desc);

-- That a walked night is confirmed, ready to be settled. One that is taken back stays, with who took it back.
create table walks.confirmation (
  id uuid primary key,
  walk_id uuid not null references walks.walk (id),
  agreement_id uuid not null,
  organisation_id uuid references people.organisation (id),
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  undone_at timestamptz,
  undone_by text,
  check ((undone_at is null) = (undone_by is null))
);
create unique index confirmation_once on walks.confirmation (walk_id) where undone_at is null;
create index confirmation_agreement on walks.confirmation (agreement_id);

-- Thanks sent to a walker for a half-year, and walkers who want none.
create table walks.thanks (
  person_id uuid not null references people.person (id),
  agreement_id uuid not null,
  half_year text not null,
  sent_at timestamptz not null,
  primary key (person_id, agreement_id, half_year)
);
create table walks.thanks_declined (
  person_id uuid primary key references people.person (id),
  declined_at timestamptz not null
);

-- The partnerships whose office the one who asks is: managers of the organisation that coordinates the walks.
create function walks.officed() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select n.agreement_id from walks.network n
  join access.held() h on h.role = 'association-manager' and h.organisation_id = n.organisation_id and (h.agreement_id is null or h.agreement_id = n.agreement_id); end;

alter table walks.office enable row level security;
create policy seen on walks.office for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.office for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.office for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.report_reader enable row level security;
create policy seen on walks.report_reader for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on walks.report_reader for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy removed on walks.report_reader for delete using (access.is_system() or agreement_id in (select access.written()));

alter table walks.report_sent enable row level security;
create policy seen on walks.report_sent for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on walks.report_sent for insert with check (access.is_system());

alter table walks.incident enable row level security;
create policy seen on walks.incident for select using (access.is_system() or agreement_id in (select walks.officed()) or group_id in (select walks.led()));
create policy made on walks.incident for insert with check (access.is_system() or agreement_id in (select walks.officed()) or group_id in (select walks.led()));
create policy changed on walks.incident for update using (access.is_system() or agreement_id in (select walks.officed()) or group_id in (select walks.led()));

alter table walks.confirmation enable row level security;
create policy seen on walks.confirmation for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on walks.confirmation for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.confirmation for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.thanks enable row level security;
create policy seen on walks.thanks for select using (access.is_system() or person_id = walks.me());
create policy made on walks.thanks for insert with check (access.is_system());
create policy disposed on walks.thanks for delete using (access.is_system());

alter table walks.thanks_declined enable row level security;
create policy seen on walks.thanks_declined for select using (access.is_system() or person_id = walks.me());
create policy made on walks.thanks_declined for insert with check (access.is_system() or person_id = walks.me());
create policy removed on walks.thanks_declined for delete using (access.is_system() or person_id = walks.me());

-- What has been kept as long as somebody has decided is disposed of by the house alone.
create policy disposed on walks.signup for delete using (access.is_system());
create policy disposed on walks.walker for delete using (access.is_system());
create policy disposed on walks.walker_key for delete using (access.is_system());
create policy disposed on walks.entry for delete using (access.is_system());
create policy disposed on walks.event_report for update using (access.is_system());
create policy disposed on walks.incident for delete using (access.is_system());

create policy disposed on walks.offer for delete using (access.is_system());

-- A walker who is not known any more leaves figures behind, and nothing of themselves.
alter table walks.entry alter column by_person drop not null;
alter table walks.event_report alter column entry_id drop not null;
