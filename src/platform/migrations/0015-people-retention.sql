-- How long an organisation has decided that a type of record is kept. A later decision supersedes; none is ever changed.
-- Without months they are kept for ever. Without a row nothing has been decided, and nothing is disposed of.
create table people.retention (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references people.organisation (id),
  type text not null,
  months integer check (months between 0 and 1200),
  case_number text not null check (case_number <> ''),
  decided_on date not null,
  decided_by text not null check (decided_by <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index retention_newest on people.retention (organisation_id, type, id desc);

-- That records were disposed of, under which decision: how many, never what they said.
create table people.disposal (
  id uuid primary key,
  retention_id bigint not null references people.retention (id),
  agreement_id uuid not null,
  type text not null,
  count integer not null check (count > 0),
  disposed_at timestamptz not null
);
create index disposal_retention on people.disposal (retention_id, disposed_at desc);

-- That a contact person has a protected identity. Lifted, never erased; the fact is what they are named by in the agreement.
create table people.protection (
  id uuid primary key,
  agreement_id uuid not null,
  fact_id uuid not null,
  since timestamptz not null,
  protected_by text not null,
  lifted_at timestamptz,
  lifted_by text
);
create unique index protection_once on people.protection (fact_id) where lifted_at is null;
create index protection_agreement on people.protection (agreement_id) where lifted_at is null;

alter table people.retention enable row level security;
create policy seen on people.retention for select using (access.is_system() or access.administers() or organisation_id in (select access.organisations()));
create policy decided on people.retention for insert with check (access.is_system() or access.administers() or organisation_id in (select access.organisations()));

alter table people.disposal enable row level security;
create policy seen on people.disposal for select using (access.is_system() or exists (select 1 from people.retention r where r.id = retention_id and (access.administers() or r.organisation_id in (select access.organisations()))));
create policy logged on people.disposal for insert with check (access.is_system());

alter table people.protection enable row level security;
create policy seen on people.protection for select using (access.is_system() or agreement_id in (select access.seen()));
create policy protected on people.protection for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy lifted on people.protection for update using (access.is_system() or agreement_id in (select access.written()));
