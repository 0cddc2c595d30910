-- What an organisation asks to have seen before somebody walks, beside age and course.
alter table walks.rules add column insurance boolean not null default false;
alter table walks.rules add column register_extract boolean not null default false;

-- Since when a walker would let somebody in the queue have the place.
alter table walks.signup add column gives_up_at timestamptz;

-- Somebody who has not shown yet that the telephone number is theirs. Thrown away when it has run out.
create table walks.signup_code (
  id uuid primary key,
  walk_id uuid not null references walks.walk (id),
  group_id uuid references walks.walking_group (id),
  name text not null,
  phone text not null,
  code_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries <= 5),
  used_at timestamptz
);

-- A place that somebody is asked to take: one that is free, kept for them meanwhile, or one that a walker hands to a colleague.
create table walks.offer (
  id uuid primary key default gen_random_uuid(),
  walk_id uuid not null,
  place integer not null,
  person_id uuid not null references people.person (id),
  -- Whose place it is, where it is not free.
  giver uuid references walks.signup (id),
  -- Given by name by its holder or the leader, and not by the queue.
  by_name boolean not null default false,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('taken', 'declined', 'passed', 'withdrawn')),
  foreign key (walk_id, place) references walks.place (walk_id, number),
  check ((answered_at is null) = (answer is null))
);
create unique index offer_place on walks.offer (walk_id, place) where answered_at is null;
create unique index offer_person on walks.offer (walk_id, person_id) where answered_at is null;
create index offer_due on walks.offer (expires_at) where answered_at is null;

-- What a walker is to be told, written where it happens; a job tells it. The same is told once.
create table walks.tiding (
  id bigint generated always as identity primary key,
  walk_id uuid not null references walks.walk (id),
  person_id uuid not null references people.person (id),
  kind text not null check (kind in ('placed', 'offered', 'replaced', 'removed', 'moved', 'cancelled', 'day-before', 'hours-before')),
  occasion text not null,
  made_at timestamptz not null,
  told_at timestamptz,
  unique (walk_id, person_id, kind, occasion)
);
create index tiding_due on walks.tiding (id) where told_at is null;

-- What is asked of who walks: what the group's own association asks, and never less than the one that coordinates; as usual
-- (rules/usual.ts) where neither has said.
create function walks.asked(the_walk uuid) returns table (youngest integer, trained integer, course boolean, insurance boolean, register_extract boolean) language sql stable security definer set search_path = '' begin atomic
  select coalesce(max(r.youngest), 18), coalesce(max(r.trained_per_group), 1), coalesce(bool_or(r.course_before_first_walk), false), coalesce(bool_or(r.insurance), false), coalesce(bool_or(r.register_extract), false)
  from walks.walk w left join walks.walking_group g on g.id = w.group_id left join walks.network n on n.agreement_id = w.agreement_id
  left join walks.rules r on r.organisation_id in (g.organisation_id, n.organisation_id) where w.id = the_walk; end;

-- Whether this has been seen of somebody and counts on the day.
create function walks.has_shown(person uuid, what text, the_day date) returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from people.credential c where c.person_id = person and c.kind = what and c.withdrawn_at is null and c.seen_on <= the_day and (c.valid_until is null or c.valid_until >= the_day)); end;

-- What stands between somebody and a task on a walk; null when nothing does. Only the year of birth is known, so whoever may
-- still be under an age that year is taken to be.
create function walks.lacks(the_walk uuid, person uuid, wanted text) returns text language sql stable security definer set search_path = '' begin atomic
  select case
    when p.until < w.night then 'left'
    when a.age < greatest(asked.youngest, case when wanted = 'leader' then 18 else 0 end) then 'too-young'
    when a.age < 18 and not walks.has_shown(p.id, 'guardian-consent', w.night) then 'guardian-consent'
    when (asked.course or wanted = 'leader') and not walks.has_shown(p.id, 'course', w.night) then 'course'
    when asked.insurance and not walks.has_shown(p.id, 'insurance', w.night) then 'insurance'
    when asked.register_extract and not walks.has_shown(p.id, 'register-extract', w.night) then 'register-extract'
  end
  from walks.walk w cross join lateral walks.asked(w.id) asked cross join people.person p cross join lateral (select extract(year from w.night)::integer - p.birth_year - 1 as age) a
  where w.id = the_walk and p.id = person; end;

-- The partnerships in which somebody walks as part of what they are entrusted with.
create function walks.by_role(person uuid) returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select p.agreement_id from access.assignment a join access.participation p on p.organisation_id = a.organisation_id
  where a.account_id = person and a.role in ('association-manager', 'group-leader', 'outreach-worker', 'volunteer')
    and a.ended_at is null and a.starts <= access.today() and (a.ends is null or a.ends >= access.today()) and (a.agreement_id is null or a.agreement_id = p.agreement_id); end;

-- The partnerships whose walks the one who asks may see: those they have a part in, and those they walk in.
create or replace function walks.seen() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select access.seen() union select w.agreement_id from walks.walker w where w.person_id = walks.me() and w.until is null union select walks.by_role(walks.me()); end;

-- Places that somebody may have: those nobody has and nobody has been offered, then those whose walkers would give them up.
create function walks.open_places(the_walk uuid) returns table (number integer, task text, giver uuid) language sql stable security definer set search_path = '' begin atomic
  select p.number, p.task, s.id from walks.place p left join walks.signup s on s.walk_id = p.walk_id and s.place = p.number
  where p.walk_id = the_walk and (s.id is null or s.gives_up_at is not null) and not exists (select 1 from walks.offer o where o.walk_id = p.walk_id and o.place = p.number and o.answered_at is null)
  order by s.id is not null, p.number; end;

-- Whether enough who have the course can still come when this person, trained or not, has one of the open places.
create function walks.leaves_room(the_walk uuid, is_trained boolean, giver uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  with held as (
    select s.person_id from walks.signup s where s.walk_id = the_walk and s.place is not null and s.id is distinct from giver
    union select o.person_id from walks.offer o where o.walk_id = the_walk and o.answered_at is null and o.giver is null
  )
  select is_trained or (select count(*) from held h where walks.has_shown(h.person_id, 'course', w.night))
    + (select count(*) from walks.open_places(the_walk) p where p.giver is null) - (case when giver is null then 1 else 0 end) >= asked.trained
  from walks.walk w cross join lateral walks.asked(w.id) asked where w.id = the_walk; end;

-- Places that a newcomer would be given, who cannot lead and has not taken the course: those kept for others are not among them.
create function walks.places_left(the_walk uuid) returns integer language sql stable security definer set search_path = '' begin atomic
  select greatest(0, o.along - greatest(0, asked.trained - t.trained - o.leading))::integer
  from walks.walk w cross join lateral walks.asked(w.id) asked
  cross join lateral (select count(*) filter (where p.task = 'walker') as along, count(*) filter (where p.task = 'leader') as leading from walks.open_places(w.id) p where p.giver is null) o
  cross join lateral (select count(*) as trained from (
    select s.person_id from walks.signup s where s.walk_id = w.id and s.place is not null
    union select f.person_id from walks.offer f where f.walk_id = w.id and f.answered_at is null and f.giver is null) held where walks.has_shown(held.person_id, 'course', w.night)) t
  where w.id = the_walk and (access.is_system() or w.agreement_id in (select walks.seen())); end;

create function walks.tell(the_walk uuid, person uuid, what text, about text, moment timestamptz) returns void language sql volatile security definer set search_path = '' begin atomic
  insert into walks.tiding (walk_id, person_id, kind, occasion, made_at) values (the_walk, person, what, about, moment) on conflict do nothing; end;

-- Gives a place, in somebody's stead where a giver is named. False where the person walks elsewhere at the same time.
create function walks.seat(the_signup uuid, number integer, giver uuid, moment timestamptz) returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
  if giver is not null then
    update walks.signup set place = null, gives_up_at = null, cancelled_at = moment, cancelled_by = 'walker' where id = giver;
  end if;
  update walks.signup set place = number, placed_at = moment where id = the_signup;
  if giver is not null then
    perform walks.tell(s.walk_id, s.person_id, 'replaced', s.id::text, moment) from walks.signup s where s.id = giver;
  end if;
  return true;
exception when exclusion_violation or deadlock_detected then
  return false;
end $$;

-- Gives open places to the first in the queue whom they suit: at once when there is more than a day left, or to whoever is
-- here and asks now; else as an offer to answer. Everybody stands in line at the walk's row. How many places were given or offered.
create function walks.fill(the_walk uuid, moment timestamptz, offers_until timestamptz, present uuid default null) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare
  w walks.walk;
  slot record;
  who record;
  given integer := 0;
begin
  select * into w from walks.walk where id = the_walk for update;
  if w.id is null or w.cancelled_at is not null or w.closed_at is not null or w.starts <= moment then return 0; end if;
  for slot in select * from walks.open_places(the_walk) loop
    for who in
      select s.id, s.person_id from walks.signup s
      where s.walk_id = the_walk and s.cancelled_at is null and s.place is null and s.task = slot.task
        and (s.person_id is not distinct from present or not exists (select 1 from walks.offer o where o.walk_id = the_walk and o.person_id = s.person_id and (o.answered_at is null or (o.answer in ('passed', 'declined') and not o.by_name))))
        and walks.leaves_room(the_walk, walks.has_shown(s.person_id, 'course', w.night), slot.giver)
        and walks.lacks(the_walk, s.person_id, s.task) is null
        and not exists (select 1 from walks.signup other where other.person_id = s.person_id and other.place is not null and tstzrange(other.starts, other.ends) && tstzrange(w.starts, w.ends))
      order by s.turn
    loop
      if w.starts - moment > interval '24 hours' or who.person_id is not distinct from present then
        if not walks.seat(who.id, slot.number, slot.giver, moment) then continue; end if;
        if who.person_id is distinct from present then perform walks.tell(the_walk, who.person_id, 'placed', who.id::text, moment); end if;
      else
        insert into walks.offer (walk_id, place, person_id, giver, offered_at, expires_at) values (the_walk, slot.number, who.person_id, slot.giver, moment, least(offers_until, w.starts));
        perform walks.tell(the_walk, who.person_id, 'offered', who.id::text || ' ' || moment::text, moment);
      end if;
      given := given + 1;
      exit;
    end loop;
  end loop;
  return given;
end $$;

-- Whether the one who asks may act for somebody on a walk: the house, that person, and whoever leads the group.
create function walks.acts_for(the_walk uuid, person uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select access.is_system() or person = walks.me() or exists (select 1 from walks.walk w where w.id = the_walk and w.group_id in (select walks.led())); end;

-- Somebody wants to walk, or to take what they have been offered. Decided here and nowhere else, one at a time for each walk.
-- Gives what happened: placed, queued, or why not. Asking again gives what is already so.
create function walks.sign_up(the_walk uuid, person uuid, wanted text, number_to_reach text, moment timestamptz, offers_until timestamptz)
returns table (result text, signup_id uuid, turn integer, place integer) language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
  w walks.walk;
  mine walks.signup;
  offered walks.offer;
  lack text;
  new boolean := false;
begin
  select * into w from walks.walk where id = the_walk for update;
  if w.id is null or not walks.acts_for(the_walk, person) then return query select 'not-found', null::uuid, null::integer, null::integer; return; end if;
  if w.cancelled_at is not null then return query select 'cancelled', null::uuid, null::integer, null::integer; return; end if;
  if w.closed_at is not null or w.starts <= moment then return query select 'started', null::uuid, null::integer, null::integer; return; end if;
  -- Whoever walks as part of a role is a walker from now on.
  insert into walks.walker (person_id, agreement_id, group_id, since)
    select person, w.agreement_id, w.group_id, moment where w.agreement_id in (select walks.by_role(person))
    on conflict do nothing;
  if not exists (select 1 from walks.walker k where k.person_id = person and k.agreement_id = w.agreement_id and k.until is null) then return query select 'not-found', null::uuid, null::integer, null::integer; return; end if;
  select * into mine from walks.signup s where s.walk_id = the_walk and s.person_id = person and s.cancelled_at is null;
  if mine.place is null then
    select * into offered from walks.offer o where o.walk_id = the_walk and o.person_id = person and o.answered_at is null and o.expires_at > moment;
    lack := walks.lacks(the_walk, person, coalesce((select p.task from walks.place p where p.walk_id = the_walk and p.number = offered.place), mine.task, wanted));
    if lack is not null then return query select lack, null::uuid, null::integer, null::integer; return; end if;
    if exists (select 1 from walks.signup s where s.person_id = person and s.place is not null and tstzrange(s.starts, s.ends) && tstzrange(w.starts, w.ends)) then
      return query select 'busy', null::uuid, null::integer, null::integer; return;
    end if;
    if mine.id is null then
      new := true;
      insert into walks.signup (id, walk_id, person_id, starts, ends, task, turn, phone, signed_at)
        values (gen_random_uuid(), the_walk, person, w.starts, w.ends, wanted, (select coalesce(max(s.turn), 0) + 1 from walks.signup s where s.walk_id = the_walk), number_to_reach, moment)
        returning * into mine;
    end if;
    if offered.id is not null then
      if offered.giver is not null and not exists (select 1 from walks.signup s where s.id = offered.giver and s.place = offered.place) then
        update walks.offer set answered_at = moment, answer = 'withdrawn' where id = offered.id;
      elsif offered.by_name and not walks.leaves_room(the_walk, walks.has_shown(person, 'course', w.night), offered.giver) then
        if new then delete from walks.signup s where s.id = mine.id; end if;
        return query select 'course-wanted', null::uuid, null::integer, null::integer; return;
      elsif walks.seat(mine.id, offered.place, offered.giver, moment) then
        update walks.offer set answered_at = moment, answer = 'taken' where id = offered.id;
        update walks.signup s set task = (select p.task from walks.place p where p.walk_id = the_walk and p.number = offered.place) where s.id = mine.id;
      end if;
    end if;
    perform walks.fill(the_walk, moment, offers_until, person);
    -- Somebody who was given a place elsewhere in this very moment.
    if new and exists (select 1 from walks.signup s where s.person_id = person and s.walk_id <> the_walk and s.place is not null and tstzrange(s.starts, s.ends) && tstzrange(w.starts, w.ends)) then
      delete from walks.signup s where s.id = mine.id and s.place is null;
      return query select 'busy', null::uuid, null::integer, null::integer; return;
    end if;
  end if;
  -- Whoever was entered by the leader learns of it.
  if new and not access.is_system() and person is distinct from walks.me() then
    perform walks.tell(the_walk, person, 'placed', mine.id::text, moment) from walks.signup s where s.id = mine.id and s.place is not null;
  end if;
  if number_to_reach is not null then update walks.signup s set phone = number_to_reach where s.id = mine.id; end if;
  return query select case when s.place is null then 'queued' else 'placed' end, s.id, s.turn, s.place from walks.signup s where s.id = mine.id;
end $$;

-- Somebody does not come. The place goes on in the same moment.
create function walks.cancel_signup(the_walk uuid, person uuid, whose text, moment timestamptz, offers_until timestamptz) returns text language plpgsql volatile security definer set search_path = '' as $$
declare
  w walks.walk;
  mine walks.signup;
begin
  select * into w from walks.walk where id = the_walk for update;
  select * into mine from walks.signup s where s.walk_id = the_walk and s.person_id = person and s.cancelled_at is null;
  if mine.id is null or not walks.acts_for(the_walk, person) then return 'not-found'; end if;
  if w.starts <= moment then return 'started'; end if;
  update walks.signup set place = null, gives_up_at = null, cancelled_at = moment, cancelled_by = whose where id = mine.id;
  update walks.offer o set answered_at = moment, answer = 'withdrawn' where o.walk_id = the_walk and o.answered_at is null and (o.person_id = person or o.giver = mine.id);
  if whose = 'leader' then perform walks.tell(the_walk, person, 'removed', mine.id::text, moment); end if;
  perform walks.fill(the_walk, moment, offers_until);
  return 'cancelled';
end $$;

-- Somebody says no to what they were offered, and keeps their turn.
create function walks.decline_offer(the_walk uuid, person uuid, moment timestamptz, offers_until timestamptz) returns text language plpgsql volatile security definer set search_path = '' as $$
begin
  perform 1 from walks.walk where id = the_walk for update;
  update walks.offer o set answered_at = moment, answer = 'declined' where o.walk_id = the_walk and o.person_id = person and o.answered_at is null and walks.acts_for(the_walk, person);
  if not found then return 'not-found'; end if;
  perform walks.fill(the_walk, moment, offers_until);
  return 'declined';
end $$;

-- A walker would let the queue have the place, or would not after all. Whoever gives up a place keeps it until it is taken.
create function walks.give_up(the_walk uuid, person uuid, wants boolean, moment timestamptz, offers_until timestamptz) returns text language plpgsql volatile security definer set search_path = '' as $$
begin
  perform 1 from walks.walk where id = the_walk for update;
  update walks.signup s set gives_up_at = case when wants then moment end where s.walk_id = the_walk and s.person_id = person and s.place is not null and s.starts > moment and walks.acts_for(the_walk, person);
  if not found then return 'not-found'; end if;
  if not wants then
    update walks.offer o set answered_at = moment, answer = 'withdrawn' from walks.signup s where o.giver = s.id and s.walk_id = the_walk and s.person_id = person and o.answered_at is null;
  end if;
  perform walks.fill(the_walk, moment, offers_until);
  return 'done';
end $$;

-- A walker's place is offered to somebody by name. The name, or the number, is the walker's own knowledge: nothing is said of whether
-- anybody has it. Null where nobody does.
create function walks.hand_to(the_walk uuid, holder uuid, coming uuid, their_mark text, moment timestamptz) returns uuid language plpgsql volatile security definer set search_path = '' as $$
declare
  w walks.walk;
  held walks.signup;
  someone uuid;
begin
  select * into w from walks.walk where id = the_walk for update;
  select * into held from walks.signup s where s.walk_id = the_walk and s.person_id = holder and s.place is not null;
  if held.id is null or w.starts <= moment or not walks.acts_for(the_walk, holder) then return null; end if;
  select k.person_id into someone from walks.walker k where k.agreement_id = w.agreement_id and k.until is null and k.person_id <> holder and (k.person_id = coming or k.phone_mark = their_mark);
  if someone is null or exists (select 1 from walks.signup s where s.walk_id = the_walk and s.person_id = someone and s.place is not null) then return null; end if;
  update walks.offer o set answered_at = moment, answer = 'withdrawn' where o.walk_id = the_walk and o.answered_at is null and (o.giver = held.id or (o.person_id = someone and o.by_name));
  if exists (select 1 from walks.offer o where o.walk_id = the_walk and o.person_id = someone and o.answered_at is null) then return null; end if;
  insert into walks.offer (walk_id, place, person_id, giver, by_name, offered_at, expires_at) values (the_walk, held.place, someone, held.id, true, moment, w.starts);
  return someone;
end $$;

-- Offers that nobody answered go on to the next, and places that have come free go to who waits. The house's own work.
create function walks.pass_on(the_walk uuid, moment timestamptz, offers_until timestamptz) returns integer language plpgsql volatile security definer set search_path = '' as $$
begin
  if not access.is_system() then return 0; end if;
  perform 1 from walks.walk where id = the_walk for update;
  update walks.offer o set answered_at = moment, answer = 'passed' where o.walk_id = the_walk and o.answered_at is null and o.expires_at <= moment;
  return walks.fill(the_walk, moment, offers_until);
end $$;

-- Everybody who was to walk, or waited, is told that the walk has moved or is cancelled: the house's work, or of whoever plans there.
create function walks.tell_all(the_walk uuid, what text, about text, moment timestamptz) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare
  told integer;
begin
  if not exists (select 1 from walks.walk w where w.id = the_walk and (access.is_system() or w.agreement_id in (select access.written()))) then return 0; end if;
  insert into walks.tiding (walk_id, person_id, kind, occasion, made_at)
    select the_walk, s.person_id, what, about, moment from walks.signup s where s.walk_id = the_walk and (s.cancelled_at is null or (what = 'cancelled' and s.cancelled_by = 'walk')) on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end $$;

-- Who walks and who waits, by name for those who may know it; a protected identity has none.
create function walks.company_of(the_walk uuid) returns table (signup_id uuid, person_id uuid, name text, task text, turn integer, place integer, trained boolean, phone text, gives_up boolean, no_show boolean) language sql stable security definer set search_path = '' begin atomic
  select s.id, s.person_id, case when not p.protected then p.name end, s.task, s.turn, s.place, walks.has_shown(s.person_id, 'course', w.night),
    case when not p.protected and (access.is_system() or w.group_id in (select walks.led())) then s.phone end, s.gives_up_at is not null, s.no_show_at is not null
  from walks.signup s join walks.walk w on w.id = s.walk_id join people.person p on p.id = s.person_id
  where s.walk_id = the_walk and s.cancelled_at is null and (access.is_system() or the_walk in (select walks.named())) order by s.turn; end;

-- A group's walkers by name, for whoever leads it; a protected identity has none.
create function walks.known_to(the_group uuid) returns table (person_id uuid, name text) language sql stable security definer set search_path = '' begin atomic
  select k.person_id, case when not p.protected then p.name end from walks.walker k join people.person p on p.id = k.person_id
  where k.group_id = the_group and k.until is null and the_group in (select walks.led()) order by p.name; end;

-- One's own sign-ups, with the turn as the queue shows it.
create function walks.before_me(the_walk uuid) returns integer language sql stable security definer set search_path = '' begin atomic
  select count(*)::integer from walks.signup s join walks.signup mine on mine.walk_id = s.walk_id and mine.turn > s.turn
  where s.walk_id = the_walk and s.cancelled_at is null and s.place is null and mine.person_id = walks.me() and mine.cancelled_at is null; end;

alter table walks.signup_code enable row level security;
create policy kept on walks.signup_code using (access.is_system()) with check (access.is_system());

alter table walks.offer enable row level security;
create policy seen on walks.offer for select using (access.is_system() or person_id = walks.me() or walk_id in (select w.id from walks.walk w where w.group_id in (select walks.led())));

alter table walks.tiding enable row level security;
create policy kept on walks.tiding using (access.is_system()) with check (access.is_system());

-- Places are given by what is above and by nothing else. Who leads a group may note who did not come.
alter policy made on walks.signup with check (access.is_system());
alter policy changed on walks.signup using (access.is_system() or walk_id in (select w.id from walks.walk w where w.group_id in (select walks.led())));
