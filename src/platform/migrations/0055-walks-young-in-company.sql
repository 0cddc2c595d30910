-- Those who walk together also know who of them is under eighteen, or may still be: nobody young walks without somebody grown.
drop function walks.company;
create function walks.company(which uuid) returns table (signup_id uuid, task text, first_name text, phone text, me boolean, young boolean) language sql stable security definer set search_path = '' begin atomic
  select s.id, s.task, case when p.protected and p.id is distinct from walks.me() then null else split_part(p.name, ' ', 1) end,
    case when s.task = 'leader' and not p.protected then s.phone end, p.id is not distinct from walks.me(), walks.is_young(s.person_id, w.night)
  from walks.signup s join walks.walk w on w.id = s.walk_id join people.person p on p.id = s.person_id
  where s.walk_id = which and s.place is not null and (access.is_system() or s.walk_id in (select walks.named()))
  order by s.place; end;
