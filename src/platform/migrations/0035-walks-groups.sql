-- What a group's association and the organisation that coordinates have agreed on: an agreement in Handslag, or when and where they signed.
create table walks.network_agreement (
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  linked_agreement_id uuid,
  signed_on date,
  signed_where text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agreement_id, organisation_id),
  check (linked_agreement_id is not null or signed_on is not null)
);

-- What a party has said about a group that is proposed. The newest word of each counts; the others stay.
create table walks.group_word (
  number bigint generated always as identity primary key,
  group_id uuid not null references walks.walking_group (id),
  organisation_id uuid not null references people.organisation (id),
  agrees boolean not null,
  words text,
  said_at timestamptz not null,
  said_by text not null,
  check (agrees or words is not null)
);
create index group_word_group on walks.group_word (group_id, number);

-- Who a group is reached by. The newest one counts; whoever coordinates says when a change has been seen.
create table walks.group_contact (
  id uuid primary key,
  number bigint generated always as identity,
  group_id uuid not null references walks.walking_group (id),
  person_id uuid not null,
  named_at timestamptz not null,
  named_by text not null,
  seen_at timestamptz,
  seen_by text
);
create index group_contact_group on walks.group_contact (group_id, number);

-- A duty of the partnership's agreement that the one who coordinates has passed on to a group, in words of its own.
create table walks.passed_duty (
  id uuid primary key,
  agreement_id uuid not null,
  duty_id uuid not null,
  group_id uuid not null references walks.walking_group (id),
  what text not null,
  due_on date,
  passed_at timestamptz not null,
  passed_by text not null,
  done_on date,
  done_by text,
  taken_back_at timestamptz,
  taken_back_by text
);
create index passed_duty_agreement on walks.passed_duty (agreement_id, duty_id);
create index passed_duty_group on walks.passed_duty (group_id);

-- Where a group usually walks: what leads somebody who wants to walk in an area to the right group.
create table walks.group_area (
  group_id uuid not null references walks.walking_group (id),
  area_id uuid not null references walks.area (id),
  primary key (group_id, area_id)
);
create index group_area_area on walks.group_area (area_id);

alter table walks.network_agreement enable row level security;
create policy seen on walks.network_agreement for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.network_agreement for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.network_agreement for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.group_word enable row level security;
create policy seen on walks.group_word for select using (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id));
create policy made on walks.group_word for insert with check (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id and g.agreement_id in (select access.written())));

alter table walks.group_contact enable row level security;
create policy seen on walks.group_contact for select using (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id));
create policy made on walks.group_contact for insert with check (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id and g.agreement_id in (select access.written())));
create policy changed on walks.group_contact for update using (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id and g.agreement_id in (select access.written())));

alter table walks.passed_duty enable row level security;
create policy seen on walks.passed_duty for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on walks.passed_duty for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.passed_duty for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.group_area enable row level security;
create policy seen on walks.group_area for select using (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id));
create policy made on walks.group_area for insert with check (access.is_system() or group_id in (select walks.led()));
create policy removed on walks.group_area for delete using (access.is_system() or group_id in (select walks.led()));
