-- An organisation's own criteria beside those that all have. A new version supersedes; none is ever changed.
create table agreement.criteria_set (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  version integer not null check (version > 0),
  criteria jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  unique (organisation_id, version)
);

-- Whether a partnership is the right form, thought through. It keeps the versions of the criteria it was begun with.
-- agreement_id: the partnership or draft that it came to concern, where there is one.
create table agreement.assessment (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  agreement_id uuid,
  title text not null check (title <> ''),
  description text not null,
  recipient text not null,
  org_number text check (org_number ~ '^\d{6}-\d{4}$'),
  planned_ore bigint check (planned_ore > 0),
  -- Kronor for a euro, in ten thousandths, and the day it was so.
  planned_rate integer check (planned_rate > 0),
  planned_rate_on date,
  common_version integer not null,
  own_set_id uuid references agreement.criteria_set (id),
  begun_at timestamptz not null,
  begun_by text not null,
  completed_at timestamptz,
  completed_by text,
  check ((completed_at is null) = (completed_by is null)),
  check ((planned_rate is null) = (planned_rate_on is null))
);
create index assessment_organisation on agreement.assessment (organisation_id, begun_at desc, id);

-- What was answered, by whom and when. A later answer to the same question supersedes; none is ever changed.
create table agreement.assessment_answer (
  id bigint generated always as identity primary key,
  assessment_id uuid not null references agreement.assessment (id),
  criterion text not null,
  said text not null check (said in ('yes', 'partly', 'no', 'not-applicable')),
  reason text not null check (reason <> ''),
  answered_at timestamptz not null,
  answered_by text not null
);
create index assessment_answer_newest on agreement.assessment_answer (assessment_id, criterion, id desc);

alter table agreement.criteria_set enable row level security;
create policy seen on agreement.criteria_set for select using (access.is_system() or organisation_id in (select access.organisations()));
create policy made on agreement.criteria_set for insert with check (organisation_id in (select access.organisations()));

-- An assessment is its organisation's own: no other party sees it. What has been completed stays as it is.
alter table agreement.assessment enable row level security;
create policy seen on agreement.assessment for select using (access.is_system() or organisation_id in (select access.organisations()));
create policy begun on agreement.assessment for insert with check (organisation_id in (select access.organisations()));
create policy changed on agreement.assessment for update using (organisation_id in (select access.organisations())) with check (organisation_id in (select access.organisations()));

alter table agreement.assessment_answer enable row level security;
create policy seen on agreement.assessment_answer for select using (exists (select 1 from agreement.assessment a where a.id = assessment_id));
create policy answered on agreement.assessment_answer for insert with check (exists (select 1 from agreement.assessment a where a.id = assessment_id and a.completed_at is null and a.organisation_id in (select access.organisations())));
