-- What the parties have agreed of their planning: one row each, replaced when it changes; the journal keeps what was.
create table walks.planning (
  agreement_id uuid primary key,
  one_area_a_night boolean not null,
  set_at timestamptz not null,
  set_by text not null
);

-- How many nights a group is to have beside the others': two to one, where that has been agreed. One without a row counts as one.
create table walks.turn_weight (
  group_id uuid primary key references walks.walking_group (id),
  weight integer not null check (weight between 0 and 20),
  set_at timestamptz not null,
  set_by text not null
);

-- Nights on which more is asked for than on others, where they cannot be reckoned: school breaks, concerts.
create table walks.occasion (
  id uuid primary key,
  agreement_id uuid not null,
  kind text not null check (kind in ('school-break', 'concert', 'other')),
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  made_at timestamptz not null,
  made_by text not null,
  removed_at timestamptz,
  removed_by text
);
create index occasion_days on walks.occasion (agreement_id, starts_on);

-- Walks that were planned in one go, from one pattern.
create table walks.season (
  id uuid primary key,
  agreement_id uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  pattern jsonb not null,
  planned_at timestamptz not null,
  planned_by text not null,
  undone_at timestamptz,
  undone_by text
);
create index season_agreement on walks.season (agreement_id);

alter table walks.walk add column season_id uuid references walks.season (id);
create index walk_season on walks.walk (season_id);

-- The night on which this walk's area is to be the only one; null where that is not asked for, or an exception says why.
alter table walks.walk add column sole_on date;
alter table walks.walk add constraint walk_one_area_a_night exclude using gist (agreement_id with =, sole_on with =, area_id with <>) where (sole_on is not null);

-- A walk that is planned, or planned anew, is so in an area that is still there, from a meeting point in it, by a group that
-- walks. No line ends in a semicolon but the last: that is where statements are told apart.
create function walks.planned_soundly() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  if tg_op = 'INSERT' or new.area_id <> old.area_id then
    perform from walks.area a where a.id = new.area_id and a.agreement_id = new.agreement_id and a.removed_at is null for share
    ; if not found then raise exception 'the area has been removed' using errcode = 'check_violation', constraint = 'walk_area_kept'; end if
  ; end if
  ; if new.meeting_point_id is not null and (tg_op = 'INSERT' or new.area_id <> old.area_id or new.meeting_point_id is distinct from old.meeting_point_id) then
    perform from walks.meeting_point p where p.id = new.meeting_point_id and p.area_id = new.area_id and p.removed_at is null for share
    ; if not found then raise exception 'the meeting point is not of the area' using errcode = 'check_violation', constraint = 'walk_meeting_point_kept'; end if
  ; end if
  ; if new.group_id is not null and (tg_op = 'INSERT' or new.group_id is distinct from old.group_id) then
    perform from walks.walking_group g where g.id = new.group_id and g.agreement_id = new.agreement_id and g.ended_on is null for share
    ; if not found then raise exception 'the group does not walk here' using errcode = 'check_violation', constraint = 'walk_group_kept'; end if
  ; end if
  ; if tg_op = 'INSERT' or (new.night, new.area_id, new.kind, new.exception_reason, new.cancelled_at) is distinct from (old.night, old.area_id, old.kind, old.exception_reason, old.cancelled_at) then
    new.sole_on := case when new.kind = 'night' and new.cancelled_at is null and new.exception_reason is null and exists (select from walks.planning p where p.agreement_id = new.agreement_id and p.one_area_a_night) then new.night end
  ; end if
  ; return new; end $$;
create trigger planned_soundly before insert or update on walks.walk for each row execute function walks.planned_soundly();

-- Nobody is signed up for a walk that is cancelled.
create function walks.let_walkers_go() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update walks.signup s set place = null, cancelled_at = new.cancelled_at, cancelled_by = 'walk' where s.walk_id = new.id and s.cancelled_at is null; return new; end $$;
create trigger let_walkers_go after update on walks.walk for each row when (old.cancelled_at is null and new.cancelled_at is not null) execute function walks.let_walkers_go();

-- How many of each walk's places there are by task, and how many are taken: figures, for all who may see the walks.
create function walks.manned(agreement uuid, first date, last date) returns table (walk_id uuid, task text, places bigint, placed bigint) language sql stable security definer set search_path = '' begin atomic
  select w.id, p.task, count(*), count(s.id) from walks.walk w join walks.place p on p.walk_id = w.id left join walks.signup s on s.walk_id = p.walk_id and s.place = p.number
  where w.agreement_id = agreement and w.night between first and last and (access.is_system() or w.agreement_id in (select walks.seen())) group by w.id, p.task; end;

alter table walks.planning enable row level security;
create policy seen on walks.planning for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.planning for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.planning for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.turn_weight enable row level security;
create policy seen on walks.turn_weight for select using (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id));
create policy made on walks.turn_weight for insert with check (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id and g.agreement_id in (select access.written())));
create policy changed on walks.turn_weight for update using (access.is_system() or exists (select 1 from walks.walking_group g where g.id = group_id and g.agreement_id in (select access.written())));

alter table walks.occasion enable row level security;
create policy seen on walks.occasion for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.occasion for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.occasion for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.season enable row level security;
create policy seen on walks.season for select using (access.is_system() or agreement_id in (select walks.seen()));
create policy made on walks.season for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.season for update using (access.is_system() or agreement_id in (select access.written()));
