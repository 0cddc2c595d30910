-- Whether somebody is under eighteen, or may still be: of most only that they are grown is known, and no year of birth.
create function walks.is_young(person uuid, the_day date) returns boolean language sql stable security definer set search_path = '' begin atomic
  select coalesce((select extract(year from the_day)::integer - p.birth_year - 1 < 18 from people.person p where p.id = person), false); end;

-- Whether somebody grown has a place on a walk, when this sign-up no longer has its.
create function walks.with_adult(the_walk uuid, without uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from walks.signup s join walks.walk w on w.id = s.walk_id where s.walk_id = the_walk and s.place is not null and s.id is distinct from without and not walks.is_young(s.person_id, w.night)); end;

-- Walks of these nights on which there are young walkers and nobody grown, and since when: in a partnership, or, for the house, in all.
create function walks.without_adult(agreement uuid, first date, last date) returns table (walk_id uuid, since timestamptz) language sql stable security definer set search_path = '' begin atomic
  select w.id, coalesce((select max(g.cancelled_at) from walks.signup g where g.walk_id = w.id and g.placed_at is not null), max(s.placed_at))
  from walks.walk w join walks.signup s on s.walk_id = w.id and s.place is not null
  where w.night between first and last and w.cancelled_at is null and (w.agreement_id = agreement or (agreement is null and access.is_system())) and (access.is_system() or w.agreement_id in (select walks.seen()))
  group by w.id having bool_and(walks.is_young(s.person_id, w.night)); end;

-- Those who are young of a walk's sign-ups, for whoever leads the group.
create function walks.young_on(the_walk uuid) returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select s.id from walks.signup s join walks.walk w on w.id = s.walk_id
  where s.walk_id = the_walk and s.cancelled_at is null and (access.is_system() or w.group_id in (select walks.led())) and walks.is_young(s.person_id, w.night); end;

-- Whether the one who asks is young and cannot walk until somebody grown is there.
create function walks.waits_for_adult(the_walk uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from walks.walk w join walks.signup s on s.walk_id = w.id where w.id = the_walk and s.person_id = walks.me() and s.cancelled_at is null and walks.is_young(s.person_id, w.night)) and not walks.with_adult(the_walk, null); end;

-- As before, and: nobody young is given a place before somebody grown has one, nor in the stead of the last one who is. Who is
-- young keeps their turn meanwhile; and keeps their place when the last one who is grown has gone.
create or replace function walks.fill(the_walk uuid, moment timestamptz, offers_until timestamptz, present uuid default null) returns integer language plpgsql volatile security definer set search_path = '' as $$
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
        and (walks.with_adult(the_walk, slot.giver) or not walks.is_young(s.person_id, w.night))
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

create or replace function walks.sign_up(the_walk uuid, person uuid, wanted text, number_to_reach text, moment timestamptz, offers_until timestamptz)
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
      elsif walks.is_young(person, w.night) and not walks.with_adult(the_walk, offered.giver) then
        if new then delete from walks.signup s where s.id = mine.id; end if;
        return query select 'adult-wanted', null::uuid, null::integer, null::integer; return;
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

-- The place that a sign-up had when its walk was cancelled: by mistake, perhaps.
alter table walks.signup add column place_let_go integer;
create or replace function walks.let_walkers_go() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update walks.signup s set place = null, place_let_go = s.place, cancelled_at = new.cancelled_at, cancelled_by = 'walk' where s.walk_id = new.id and s.cancelled_at is null; return new; end $$;

alter table walks.tiding drop constraint tiding_kind_check, add constraint tiding_kind_check
  check (kind in ('placed', 'offered', 'replaced', 'removed', 'moved', 'cancelled', 'restored', 'adult-missing', 'adult-back', 'day-before', 'hours-before'));

-- A walk that was cancelled is on after all, with places and turns as they were. Whoever has found another walk for the same
-- time meanwhile has left this one. Those who had not been told that it was cancelled are not told that it is on.
create function walks.restore(the_walk uuid, moment timestamptz) returns text language plpgsql volatile security definer set search_path = '' as $$
declare
  w walks.walk;
  one record;
begin
  select * into w from walks.walk where id = the_walk for update;
  if w.id is null or not (access.is_system() or w.agreement_id in (select access.written()) or w.group_id in (select walks.led())) then return 'not-found'; end if;
  if w.cancelled_at is null or w.cancelled_because is null then return 'not-cancelled'; end if;
  if w.starts <= moment then return 'started'; end if;
  update walks.walk set cancelled_at = null, cancelled_by = null, cancelled_because = null where id = the_walk;
  for one in
    select s.id, s.person_id from walks.signup s join walks.walker k on k.person_id = s.person_id and k.agreement_id = w.agreement_id and k.until is null
    where s.walk_id = the_walk and s.cancelled_by = 'walk' and s.cancelled_at = w.cancelled_at order by s.turn
  loop
    begin
      update walks.signup set cancelled_at = null, cancelled_by = null, place = place_let_go, place_let_go = null where id = one.id;
    exception when exclusion_violation then
      update walks.signup set cancelled_by = 'walker', place_let_go = null where id = one.id;
    end;
  end loop;
  insert into walks.tiding (walk_id, person_id, kind, occasion, made_at)
    select the_walk, s.person_id, 'restored', moment::text, moment from walks.signup s where s.walk_id = the_walk and s.cancelled_at is null
      and not exists (select 1 from walks.tiding t where t.walk_id = the_walk and t.person_id = s.person_id and t.kind = 'cancelled' and t.told_at is null) on conflict do nothing;
  delete from walks.tiding t where t.walk_id = the_walk and t.kind = 'cancelled' and t.told_at is null;
  return 'restored';
end $$;
