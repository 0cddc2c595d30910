-- Removes what was handed in in a partnership, each with all its versions and its numbers there, when the newest of them is
-- from before this moment; how many submissions it was. Runs with the owner's rights and only for the house.
create function followup.remove_submissions(partnership uuid, before timestamptz) returns bigint language plpgsql security definer set search_path = '' as $$ declare removed uuid[]; begin
  if not access.is_system() then raise insufficient_privilege; end if;
  select pg_catalog.array_agg(s.id) into removed from followup.submission s
    where s.agreement_id = partnership and not exists (select 1 from followup.submission later where later.line = s.line and later.handed_in_at >= before);
  perform platform.remove_with_all('followup.submission', pg_catalog.format('id = any(%L::uuid[])', coalesce(removed, '{}')));
  return coalesce(pg_catalog.array_length(removed, 1), 0);
end $$;
