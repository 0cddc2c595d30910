-- A part of an organisation that takes part in partnerships on its own budget.
create table people.unit (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  name text not null,
  closed_at timestamptz
);
create unique index unit_name on people.unit (organisation_id, lower(name)) where closed_at is null;

-- What a unit carries of a partnership's cost, in whole öre.
create table people.unit_share (
  unit_id uuid not null references people.unit (id),
  agreement_id uuid not null,
  ore bigint not null check (ore >= 0),
  primary key (unit_id, agreement_id)
);

-- Somebody an organisation knows by name: with an account, whose id is the same, or without. The least that does the job.
create table people.person (
  id uuid primary key,
  organisation_id uuid references people.organisation (id),
  name text not null,
  email text,
  phone text,
  -- Only for walkers, whose age decides what they may do.
  birth_year integer check (birth_year between 1900 and 2100),
  protected boolean not null default false,
  since date not null,
  until date
);
create index person_organisation on people.person (organisation_id);

-- An invitation into a role, by mail. Only the hash of its secret is kept.
create table people.invitation (
  id uuid primary key,
  secret_hash text not null unique,
  email text not null,
  name text not null,
  role text not null,
  organisation_id uuid references people.organisation (id),
  agreement_id uuid,
  invited_at timestamptz not null,
  invited_by text not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create index invitation_agreement on people.invitation (agreement_id);
create index invitation_organisation on people.invitation (organisation_id);

-- What somebody has shown or said that decides what they may be given to do. Nothing but that it was seen is kept:
-- no extract, no result beyond "cleared".
create table people.credential (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  kind text not null check (kind in ('register-extract', 'background-check', 'course', 'insurance', 'guardian-consent', 'callout-consent')),
  -- The role it was seen for, or the name of the course.
  about text,
  seen_on date not null,
  seen_by text not null,
  valid_until date,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check (valid_until is null or valid_until >= seen_on)
);
create index credential_person on people.credential (person_id);

alter table people.unit enable row level security;
create policy seen on people.unit for select using (access.is_system() or access.account() is not null);
create policy made on people.unit for insert with check (access.is_system() or access.administers() or organisation_id in (select access.organisations()));
create policy changed on people.unit for update using (access.is_system() or access.administers() or organisation_id in (select access.organisations()));

alter table people.unit_share enable row level security;
create policy seen on people.unit_share for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on people.unit_share for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on people.unit_share for update using (access.is_system() or agreement_id in (select access.written()));
create policy removed on people.unit_share for delete using (access.is_system() or agreement_id in (select access.written()));

alter table people.person enable row level security;
create policy seen on people.person for select using (access.is_system() or access.administers() or id = access.account() or organisation_id in (select access.organisations()) or exists (select 1 from access.assignment a where a.account_id = person.id));
create policy made on people.person for insert with check (access.is_system() or access.administers() or organisation_id in (select access.organisations()) or id = access.account());
create policy changed on people.person for update using (access.is_system() or access.administers() or organisation_id in (select access.organisations()) or id = access.account());

alter table people.invitation enable row level security;
create policy seen on people.invitation for select using (access.is_system() or access.administers() or organisation_id in (select access.organisations()) or agreement_id in (select access.seen()));
create policy made on people.invitation for insert with check (access.is_system() or access.administers() or organisation_id in (select access.organisations()) or agreement_id in (select access.written()));
create policy changed on people.invitation for update using (access.is_system() or access.administers() or organisation_id in (select access.organisations()) or agreement_id in (select access.written()));

alter table people.credential enable row level security;
create policy seen on people.credential for select using (access.is_system() or exists (select 1 from people.person p where p.id = person_id and (p.id = access.account() or p.organisation_id in (select access.organisations()))));
create policy made on people.credential for insert with check (access.is_system() or exists (select 1 from people.person p where p.id = person_id and p.organisation_id in (select access.organisations())));
create policy changed on people.credential for update using (access.is_system() or exists (select 1 from people.person p where p.id = person_id and p.organisation_id in (select access.organisations())));
