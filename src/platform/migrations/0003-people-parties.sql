create schema people;

-- A legal person. One row for each organisation number; one without a number is known by its name.
create table people.organisation (
  id uuid primary key,
  name text not null,
  sector text check (sector in ('public', 'civil')),
  org_number text unique
);
create unique index organisation_name on people.organisation (lower(name)) where org_number is null;

-- An organisation's part in a partnership, once for each unit that takes part.
create table people.party (
  fact_id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  unit text,
  address text
);
create index party_agreement on people.party (agreement_id);
create index party_organisation on people.party (organisation_id);

-- Somebody to turn to about a partnership. Needs no account.
create table people.contact_person (
  fact_id uuid primary key,
  agreement_id uuid not null,
  name text,
  role text,
  email text,
  phone text,
  organisation text
);
create index contact_person_agreement on people.contact_person (agreement_id);
