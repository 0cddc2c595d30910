-- What a telephone on a walk has said, each with the identity that the telephone gave it: sent again it is the same row.
-- Rows are added and never changed, but for somebody's word that what was kept aside is to count.
create table walks.entry (
  id uuid primary key,
  walk_id uuid not null references walks.walk (id),
  kind text not null check (kind in ('here', 'vest', 'vests-out', 'lamps-out', 'vests-back', 'lamps-back', 'started', 'report', 'talked', 'closed')),
  -- Whom or which report it is about: a sign-up, or an identity that the telephone has given its report.
  about uuid,
  -- The entries that it was made on top of: none for a first one, several where it settles between them.
  builds_on uuid[] not null,
  body jsonb not null,
  -- As the telephone's clock had it, and corrected by how wrong that clock was.
  phone_at timestamptz not null,
  captured_at timestamptz not null,
  received_at timestamptz not null,
  by_person uuid not null references people.person (id),
  -- Why it does not count until somebody has said that it shall.
  aside_because text check (aside_because in ('walk-cancelled', 'signup-cancelled', 'no-place', 'left', 'key-ended')),
  let_count_at timestamptz,
  let_count_by text,
  check ((kind in ('here', 'vest', 'report', 'talked')) = (about is not null)),
  check ((let_count_at is null) = (let_count_by is null)),
  check (let_count_at is null or aside_because is not null)
);
create index entry_walk on walks.entry (walk_id);

-- The event reports that count, as they stand: made from the entries, in the transaction that adds them.
create table walks.event_report (
  -- The identity that the telephone gave the report: one of that walk.
  id uuid not null,
  entry_id uuid not null references walks.entry (id),
  walk_id uuid not null references walks.walk (id),
  agreement_id uuid not null,
  area_id uuid not null references walks.area (id),
  -- The place's name at the time; null for another place.
  place text,
  kinds text[] not null,
  young_band text not null check (young_band in ('none', '1-5', '6-15', '16-30', 'more')),
  mood integer not null check (mood between 1 and 5),
  actions text[] not null,
  contacts text[] not null,
  injury boolean not null,
  found_to_police boolean not null,
  note text,
  at timestamptz not null,
  -- The time cannot be right: after it came here, or long before the walk.
  time_in_doubt boolean not null,
  primary key (walk_id, id)
);
create index event_report_agreement on walks.event_report (agreement_id, at);

-- What became of a walk: made from the entries, in the transaction that adds them.
create table walks.walked (
  walk_id uuid primary key references walks.walk (id),
  agreement_id uuid not null,
  opened_at timestamptz not null,
  started_at timestamptz,
  closed_at timestamptz,
  walkers integer not null,
  reports integer not null,
  -- The bands of all reports added up; the most is unknown where a report says more than thirty.
  young_least integer not null,
  young_most integer,
  mood numeric(3, 2),
  vests_out integer,
  vests_back integer,
  lamps_out integer,
  lamps_back integer,
  debriefed boolean not null,
  -- Fields that two telephones have given different words, and entries that wait for what they build on.
  conflicts integer not null,
  waiting integer not null
);
create index walked_agreement on walks.walked (agreement_id);

-- Whom to call when somebody is in need at night and the police is not it: a number of the municipality's.
alter table walks.network add column social_emergency text;

-- The walks whose nights the one who asks writes in: those they have a place on, and those of the groups they lead. Walkers lead none as walkers.
create function walks.nights() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select s.walk_id from walks.signup s where s.person_id = walks.me() and s.place is not null
  union all select w.id from walks.walk w where access.actor() not like 'walker:%' and w.group_id in (select walks.led()); end;

-- How the one who asks stands to a walk that they have, or have had, something to do with: what their telephone sends is taken, also when their right is gone.
create function walks.part_in(which uuid) returns table (agreement_id uuid, area_id uuid, group_id uuid, starts timestamptz, walk_cancelled boolean, closed boolean, placed boolean, cancelled boolean, "left" boolean) language sql stable security definer set search_path = '' begin atomic
  select w.agreement_id, w.area_id, w.group_id, w.starts, w.cancelled_at is not null, w.closed_at is not null, s.place is not null, s.cancelled_at is not null,
    not exists (select 1 from walks.walker k where k.person_id = s.person_id and k.agreement_id = w.agreement_id and k.until is null)
  from walks.walk w join walks.signup s on s.walk_id = w.id and s.person_id = walks.me()
  where w.id = which order by s.place is null, s.turn desc limit 1; end;

-- The sign-ups of a walk, without saying whose: what entries can be about.
create function walks.signups_of(which uuid) returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select s.id from walks.signup s where s.walk_id = which and (access.is_system() or exists (select 1 from walks.signup o where o.walk_id = which and o.person_id = walks.me()) or which in (select walks.nights())); end;

-- Brings what others read of a walk up to what its entries have come to, for those who write in its night and for nobody else.
create function walks.keep_outcome(which uuid, reports jsonb, taken_back uuid[], outcome jsonb) returns void language plpgsql volatile security definer set search_path = '' as $$
declare w walks.walk; new walks.walked
; begin select * into w from walks.walk k where k.id = which and (access.is_system() or which in (select walks.nights()))
; if not found then raise insufficient_privilege using message = 'only those who walk keep what a walk has come to'; end if
; delete from walks.event_report r where r.walk_id = which and r.id = any (taken_back)
; insert into walks.event_report (id, entry_id, walk_id, agreement_id, area_id, place, kinds, young_band, mood, actions, contacts, injury, found_to_police, note, at, time_in_doubt)
  select r.id, r.entry_id, which, w.agreement_id, w.area_id, (select m.name from walks.meeting_point m where m.id = r.point), r.kinds, r.young_band, r.mood, r.actions, r.contacts, r.injury, r.found_to_police, r.note, r.at, r.time_in_doubt
  from jsonb_to_recordset(reports) as r (id uuid, entry_id uuid, point uuid, kinds text[], young_band text, mood integer, actions text[], contacts text[], injury boolean, found_to_police boolean, note text, at timestamptz, time_in_doubt boolean)
  on conflict (walk_id, id) do update set entry_id = excluded.entry_id, place = excluded.place, kinds = excluded.kinds, young_band = excluded.young_band, mood = excluded.mood, actions = excluded.actions, contacts = excluded.contacts,
    injury = excluded.injury, found_to_police = excluded.found_to_police, note = excluded.note, at = excluded.at, time_in_doubt = excluded.time_in_doubt where event_report.entry_id <> excluded.entry_id
; new := jsonb_populate_record(null::walks.walked, outcome || jsonb_build_object('walk_id', which, 'agreement_id', w.agreement_id))
; insert into walks.walked values (new.*) on conflict (walk_id) do update set opened_at = excluded.opened_at, started_at = excluded.started_at, closed_at = excluded.closed_at, walkers = excluded.walkers, reports = excluded.reports,
    young_least = excluded.young_least, young_most = excluded.young_most, mood = excluded.mood, vests_out = excluded.vests_out, vests_back = excluded.vests_back, lamps_out = excluded.lamps_out, lamps_back = excluded.lamps_back,
    debriefed = excluded.debriefed, conflicts = excluded.conflicts, waiting = excluded.waiting
; update walks.walk k set closed_at = new.closed_at where k.id = which and k.cancelled_at is null and new.closed_at is not null
; end $$;

-- Those who walk together tonight: first names, and none of whoever has a protected identity. The leader's number is there to be called.
create function walks.company(which uuid) returns table (signup_id uuid, task text, first_name text, phone text, me boolean) language sql stable security definer set search_path = '' begin atomic
  select s.id, s.task, case when p.protected and p.id is distinct from walks.me() then null else split_part(p.name, ' ', 1) end,
    case when s.task = 'leader' and not p.protected then s.phone end, p.id is not distinct from walks.me()
  from walks.signup s join people.person p on p.id = s.person_id
  where s.walk_id = which and s.place is not null and (access.is_system() or s.walk_id in (select walks.named()))
  order by s.place; end;

alter table walks.entry enable row level security;
create policy seen on walks.entry for select using (access.is_system() or by_person = walks.me() or walk_id in (select walks.nights()));
-- Also from somebody who has lost their place since: it is kept aside.
create policy made on walks.entry for insert with check (access.is_system() or (by_person = walks.me() and (walk_id in (select walks.nights()) or (aside_because is not null and exists (select 1 from walks.signup s where s.walk_id = entry.walk_id and s.person_id = walks.me())))));
create policy changed on walks.entry for update using (access.is_system() or walk_id in (select w.id from walks.walk w where w.group_id in (select walks.led())));

-- What others read is written by walks.keep_outcome alone.
alter table walks.event_report enable row level security;
create policy seen on walks.event_report for select using (access.is_system() or agreement_id in (select walks.seen()));

alter table walks.walked enable row level security;
create policy seen on walks.walked for select using (access.is_system() or agreement_id in (select walks.seen()));
