-- Whoever walks sees the walks of the partnerships they walk in: asked apart from those they have a part in, so that each can be
-- asked in the way that costs least.
create function walks.walked_in() returns uuid[] language sql stable security definer set search_path = '' begin atomic
  select array(select w.agreement_id from walks.walker w where w.person_id = walks.me() and w.until is null union select walks.by_role(walks.me())); end;

do $$
declare p record;
begin
  for p in select tablename, policyname from pg_policies where schemaname = 'walks' and qual like '%(agreement_id IN ( SELECT walks.seen() AS seen))%' loop
    execute format('alter policy %I on walks.%I using (access.is_system() or agreement_id in (select access.seen()) or agreement_id = any((select walks.walked_in())::uuid[]))', p.policyname, p.tablename);
  end loop;
end $$;
