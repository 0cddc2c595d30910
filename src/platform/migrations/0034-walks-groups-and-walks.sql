-- Nobody walks in two places at once: that is said by an index over who and when together.
create extension if not exists btree_gist;

create schema walks;

-- Which organisation coordinates the walks of a partnership: a foundation, or the association that the municipality has
-- agreed with. The groups under it have agreements of their own with it.
create table walks.network (
  agreement_id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  set_at timestamptz not null,
  set_by text not null
);

-- A group that walks: of an association, in a partnership. Both parties are told and heard before it starts.
create table walks.walking_group (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  name text not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  started_on date,
  ended_on date,
  check (ended_on is null or started_on is not null)
);
create unique index walking_group_name on walks.walking_group (agreement_id, lower(name)) where ended_on is null;

-- What an organisation asks of its groups and walkers. One row each, replaced when it changes; the journal keeps what was.
create table walks.rules (
  organisation_id uuid primary key references people.organisation (id),
  smallest_group integer not null check (smallest_group >= 2),
  largest_group integer not null,
  youngest integer not null check (youngest between 15 and 30),
  trained_per_group integer not null check (trained_per_group >= 0),
  course_before_first_walk boolean not null,
  vests boolean not null,
  earliest_start time not null,
  latest_end time not null,
  debrief boolean not null,
  set_at timestamptz not null,
  set_by text not null,
  check (largest_group >= smallest_group)
);

-- Where a group walks. An area that is taken away stays with the walks that it had.
create table walks.area (
  id uuid primary key,
  agreement_id uuid not null,
  name text not null,
  -- A GeoJSON Polygon in WGS 84, where somebody has drawn one.
  shape jsonb,
  advice text,
  made_at timestamptz not null,
  made_by text not null,
  removed_at timestamptz,
  removed_by text
);
create unique index area_name on walks.area (agreement_id, lower(name)) where removed_at is null;

create table walks.meeting_point (
  id uuid primary key,
  area_id uuid not null references walks.area (id),
  name text not null,
  longitude double precision,
  latitude double precision,
  removed_at timestamptz,
  removed_by text,
  check ((longitude is null) = (latitude is null))
);
create index meeting_point_area on walks.meeting_point (area_id);

-- One walk. The night is the day it begins on, also when it ends after midnight.
create table walks.walk (
  id uuid primary key,
  agreement_id uuid not null,
  group_id uuid references walks.walking_group (id),
  area_id uuid not null references walks.area (id),
  meeting_point_id uuid references walks.meeting_point (id),
  kind text not null check (kind in ('night', 'day')),
  night date not null,
  starts timestamptz not null,
  ends timestamptz not null,
  smallest integer not null check (smallest >= 2),
  note text,
  -- Why two areas are walked the same night, where only one is meant to be.
  exception_reason text,
  planned_at timestamptz not null,
  planned_by text not null,
  cancelled_at timestamptz,
  cancelled_by text,
  cancelled_because text,
  closed_at timestamptz,
  check (ends > starts),
  unique (id, starts, ends)
);
create index walk_night on walks.walk (agreement_id, night);
create index walk_group on walks.walk (group_id, night);

-- The places of a walk: there are as many walkers as there are rows here, never more.
create table walks.place (
  walk_id uuid not null references walks.walk (id),
  number integer not null check (number >= 1),
  task text not null check (task in ('leader', 'walker')),
  primary key (walk_id, number)
);

-- Somebody who walks in a partnership: with a group, or waiting to be met by one.
create table walks.walker (
  person_id uuid not null references people.person (id),
  agreement_id uuid not null,
  group_id uuid references walks.walking_group (id),
  -- A keyed hash of the telephone number, by which the same number is known again when the number itself is gone.
  phone_mark text,
  since timestamptz not null,
  until timestamptz,
  primary key (person_id, agreement_id)
);
create index walker_group on walks.walker (group_id);
create unique index walker_phone on walks.walker (agreement_id, phone_mark) where until is null;

-- What a telephone shows to be known as a walker: only the hash of it is kept.
create table walks.walker_key (
  secret_hash text primary key,
  person_id uuid not null references people.person (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index walker_key_person on walks.walker_key (person_id);

-- That somebody wants to walk. With a place they walk; without, they wait in the order that they came.
create table walks.signup (
  id uuid primary key,
  walk_id uuid not null,
  person_id uuid not null references people.person (id),
  starts timestamptz not null,
  ends timestamptz not null,
  task text not null check (task in ('leader', 'walker')),
  turn integer not null,
  place integer,
  -- Only until the walk is over.
  phone text,
  signed_at timestamptz not null,
  placed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('walker', 'leader', 'walk')),
  no_show_at timestamptz,
  foreign key (walk_id, starts, ends) references walks.walk (id, starts, ends) on update cascade,
  foreign key (walk_id, place) references walks.place (walk_id, number),
  check (place is null or cancelled_at is null),
  unique (walk_id, turn)
);
create unique index signup_place on walks.signup (walk_id, place) where place is not null;
create unique index signup_once on walks.signup (walk_id, person_id) where cancelled_at is null;
create index signup_person on walks.signup (person_id);
alter table walks.signup add constraint signup_one_place_at_a_time exclude using gist (person_id with =, tstzrange(starts, ends) with &&) where (place is not null);

-- Who asks, when it is somebody who walks: known by a telephone's key, or by an account.
create function walks.me() returns uuid language sql stable return case when access.actor() like 'walker:%' then substr(access.actor(), 8)::uuid else access.account() end;

-- The partnerships whose walks the one who asks may see: those they have a part in, and those they walk in.
create function walks.seen() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select access.seen() union select w.agreement_id from walks.walker w where w.person_id = walks.me() and w.until is null; end;

-- The groups whose walkers the one who asks may know by name: whoever leads the group, its association and the one that coordinates it.
create function walks.led() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select g.id from walks.walking_group g left join walks.network n on n.agreement_id = g.agreement_id
  join access.held() h on h.role in ('association-manager', 'group-leader') and h.organisation_id in (g.organisation_id, n.organisation_id) and (h.agreement_id is null or h.agreement_id = g.agreement_id); end;

-- The walks whose walkers the one who asks may know by name: those of the groups they lead, and tonight's that they have a place in.
create function walks.named() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select w.id from walks.walk w where w.group_id in (select walks.led())
  union select s.walk_id from walks.signup s join walks.walk w on w.id = s.walk_id
    where s.person_id = walks.me() and s.place is not null and w.night between access.today() - 1 and access.today(); end;

-- How many of a walk's places are taken and how many wait: figures, for all who may see the walk.
create function walks.taken(walk uuid) returns table (placed bigint, waiting bigint) language sql stable security definer set search_path = '' begin atomic
  select count(s.place), count(*) - count(s.place) from walks.signup s join walks.walk w on w.id = s.walk_id
  where s.walk_id = walk and s.cancelled_at is null and (access.is_system() or w.agreement_id in (select walks.seen())); end;

alter table walks.network enable row level security;
create policy seen on walks.network for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.network for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.network for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.walking_group enable row level security;
create policy seen on walks.walking_group for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.walking_group for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.walking_group for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.rules enable row level security;
create policy seen on walks.rules for select using (access.is_system() or walks.me() is not null);
create policy made on walks.rules for insert with check (access.is_system() or organisation_id in (select access.organisations()));
create policy changed on walks.rules for update using (access.is_system() or organisation_id in (select access.organisations()));

alter table walks.area enable row level security;
create policy seen on walks.area for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.area for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.area for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.meeting_point enable row level security;
create policy seen on walks.meeting_point for select using (access.is_system() or exists (select 1 from walks.area a where a.id = area_id));
create policy made on walks.meeting_point for insert with check (access.is_system() or exists (select 1 from walks.area a where a.id = area_id and a.agreement_id in (select access.written())));
create policy changed on walks.meeting_point for update using (access.is_system() or exists (select 1 from walks.area a where a.id = area_id and a.agreement_id in (select access.written())));

alter table walks.walk enable row level security;
create policy seen on walks.walk for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.walk for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.walk for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.place enable row level security;
create policy seen on walks.place for select using (access.is_system() or exists (select 1 from walks.walk w where w.id = walk_id));
create policy made on walks.place for insert with check (access.is_system() or exists (select 1 from walks.walk w where w.id = walk_id and w.agreement_id in (select access.written())));
create policy changed on walks.place for update using (access.is_system() or exists (select 1 from walks.walk w where w.id = walk_id and w.agreement_id in (select access.written())));
create policy removed on walks.place for delete using (access.is_system() or exists (select 1 from walks.walk w where w.id = walk_id and w.agreement_id in (select access.written())));

alter table walks.walker enable row level security;
create policy seen on walks.walker for select using (access.is_system() or person_id = walks.me() or group_id in (select walks.led()));
create policy made on walks.walker for insert with check (access.is_system() or group_id in (select walks.led()));
create policy changed on walks.walker for update using (access.is_system() or group_id in (select walks.led()));

-- Keys are the house's own matter.
alter table walks.walker_key enable row level security;
create policy kept on walks.walker_key using (access.is_system()) with check (access.is_system());

alter table walks.signup enable row level security;
create policy seen on walks.signup for select using (access.is_system() or person_id = walks.me() or walk_id in (select walks.named()));
create policy made on walks.signup for insert with check (access.is_system() or person_id = walks.me() or walk_id in (select walks.named()));
create policy changed on walks.signup for update using (access.is_system() or person_id = walks.me() or walk_id in (select walks.named()));
