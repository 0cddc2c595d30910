-- Aid of lesser importance that an organisation has granted, each with the day's rate for the euro.
create table money.aid (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  org_number text not null check (org_number ~ '^\d{6}-\d{4}$'),
  what text not null check (what <> ''),
  granted_on date not null,
  ore bigint not null check (ore > 0),
  -- Kronor for a euro, in ten thousandths, and the day it was so.
  rate integer not null check (rate > 0),
  rate_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index aid_recipient on money.aid (organisation_id, org_number, granted_on);

-- That somebody has seen what the recipient declares to have been granted by others. The declaration itself is on file elsewhere.
create table money.aid_declaration (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  org_number text not null check (org_number ~ '^\d{6}-\d{4}$'),
  dated date not null,
  others_cents bigint not null check (others_cents >= 0),
  seen_on date not null check (seen_on >= dated),
  seen_by text not null check (seen_by <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index declaration_recipient on money.aid_declaration (organisation_id, org_number, dated desc);

-- The ledger is its organisation's own.
alter table money.aid enable row level security;
create policy seen on money.aid for select using (access.is_system() or organisation_id in (select access.organisations()));
create policy recorded on money.aid for insert with check (organisation_id in (select access.organisations()));
create policy withdrawn on money.aid for update using (organisation_id in (select access.organisations()));

alter table money.aid_declaration enable row level security;
create policy seen on money.aid_declaration for select using (access.is_system() or organisation_id in (select access.organisations()));
create policy recorded on money.aid_declaration for insert with check (organisation_id in (select access.organisations()));
