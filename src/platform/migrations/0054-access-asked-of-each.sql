-- What may be seen is asked of each row, by the index of who takes part, and no longer of all partnerships before the first row
-- is read: a page costs what it shows, also for whoever has thousands. What the one who asks is entrusted with is a short list,
-- worked out once for a statement: organisations with the whole of what they take part in, and partnerships alone.
create function access.seen_whole() returns uuid[] language sql stable security definer set search_path = '' begin atomic
  select array(select h.organisation_id from access.held() h where h.agreement_id is null and h.role <> 'administrator'); end;
create function access.seen_alone() returns uuid[] language sql stable security definer set search_path = '' begin atomic
  select array(select h.agreement_id from access.held() h where h.agreement_id is not null); end;
create function access.written_whole() returns uuid[] language sql stable security definer set search_path = '' begin atomic
  select array(select h.organisation_id from access.held() h where h.agreement_id is null and h.role not in ('administrator', 'auditor', 'funder')); end;
create function access.written_alone() returns uuid[] language sql stable security definer set search_path = '' begin atomic
  select array(select h.agreement_id from access.held() h where h.agreement_id is not null and h.role not in ('auditor', 'funder')); end;

-- Who takes part for those organisations. Read with the owner's rights, as the functions are: it decides what the rest may see.
create view access.seen_part with (security_barrier) as
  select p.agreement_id from access.participation p where p.organisation_id = any((select access.seen_whole())::uuid[]);
create view access.written_part with (security_barrier) as
  select p.agreement_id from access.participation p where p.organisation_id = any((select access.written_whole())::uuid[]);

-- All at once, as before, for the few who ask after all.
create or replace function access.seen() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select agreement_id from access.seen_part union all select unnest(access.seen_alone()); end;
create or replace function access.written() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select agreement_id from access.written_part union all select unnest(access.written_alone()); end;
drop function access.sees;
drop function access.within;

-- Every policy that asked whether a partnership is among them all asks of that one instead, from here on by hand:
--   exists (select 1 from access.seen_part m where m.agreement_id = <the row's> offset 0) or <the row's> = any((select access.seen_alone())::uuid[])
-- The offset keeps PostgreSQL from reading all of them first after all.
create function access.asked_of_each(said text, of_table name) returns text language sql immutable return
  regexp_replace(
    regexp_replace(said, '(?<![\w.])(\w+) IN \( SELECT access\.(seen|written)\(\) AS \w+\)', of_table || '.\1 IN ( SELECT access.\2() AS \2)', 'g'),
    '(\w+\.\w+) IN \( SELECT access\.(seen|written)\(\) AS \w+\)',
    '(exists (select 1 from access.\2_part m where m.agreement_id = \1 offset 0) or \1 = any((select access.\2_alone())::uuid[]))', 'g');

do $$
declare
  p record;
begin
  for p in
    select format('alter policy %I on %I.%I', policyname, schemaname, tablename) as altered, access.asked_of_each(qual, tablename) as shown, access.asked_of_each(with_check, tablename) as checked
    from pg_policies where concat(qual, with_check) ~ 'access\.(seen|written)\(\)'
  loop
    execute concat(p.altered, ' using (' || p.shown || ')', ' with check (' || p.checked || ')');
  end loop;
end $$;
drop function access.asked_of_each;
