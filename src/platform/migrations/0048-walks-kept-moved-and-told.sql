-- What has been kept as long as somebody has decided is disposed of by the house alone.
create policy disposed on walks.kit_loan for delete using (access.is_system());
create policy disposed on walks.kit_damage for delete using (access.is_system());
create policy disposed on walks.group_word for update using (access.is_system());

-- The language that somebody is told things in: the one that they have chosen.
alter table walks.walker add column language text not null default 'sv' check (language in ('sv', 'en'));
alter table walks.signup_code add column language text not null default 'sv' check (language in ('sv', 'en'));
alter table walks.newcomer add column language text not null default 'sv' check (language in ('sv', 'en'));

-- Whoever walks says which language they want to be told things in, wherever they walk.
create function walks.speak(tongue text) returns void language sql volatile security definer set search_path = '' begin atomic
  update walks.walker set language = tongue where person_id = walks.me() and until is null; end;

-- By which somebody who wants to walk is known: the hash of what stands in the link that was sent to where they are reached.
alter table walks.newcomer add column link_hash text unique;

-- That somebody who wanted to walk with a group has moved on to another: when, and never who.
create table walks.newcomer_moved (
  id uuid primary key,
  agreement_id uuid not null,
  group_id uuid not null references walks.walking_group (id),
  moved_at timestamptz not null,
  -- Empty where they chose it themselves.
  moved_by text not null
);
create index newcomer_moved_group on walks.newcomer_moved (group_id, moved_at);
create index newcomer_moved_agreement on walks.newcomer_moved (agreement_id);

alter table walks.newcomer_moved enable row level security;
create policy seen on walks.newcomer_moved for select using (access.is_system() or group_id in (select walks.led()));
create policy made on walks.newcomer_moved for insert with check (access.is_system() or agreement_id in (select c.agreement_id from walks.coordinated() c));
create policy disposed on walks.newcomer_moved for delete using (access.is_system());

-- The language that a walker of a partnership is told things in, for who hands them a place.
create function walks.tongue_of(person uuid, agreement uuid) returns text language sql stable security definer set search_path = '' begin atomic
  select k.language from walks.walker k where k.person_id = person and k.agreement_id = agreement; end;
