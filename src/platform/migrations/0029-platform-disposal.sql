-- Removes rows and, before them, every row that refers to them, however far. For the owner of the tables; others lack the right.
create function platform.remove_with_all(target regclass, which text) returns void language plpgsql set search_path = '' as $$ declare reference record; begin
  for reference in
    select k.conrelid::regclass as child, a.attname as child_column, b.attname as target_column
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_catalog.pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
    where k.contype = 'f' and k.confrelid = target and k.conrelid <> target
  loop
    perform platform.remove_with_all(reference.child, pg_catalog.format('%I in (select %I from %s where %s)', reference.child_column, reference.target_column, target, which));
  end loop;
  execute pg_catalog.format('delete from %s where %s', target, which);
end $$;

-- Removes everything that is kept of a partnership, in every room, but its journal and what says that it was disposed of.
-- Runs with the owner's rights and only for the house.
create function platform.remove_partnership(partnership uuid) returns void language plpgsql security definer set search_path = '' as $$ declare part record; begin
  if not access.is_system() then raise insufficient_privilege; end if;
  for part in
    select c.oid::regclass as target, a.attname as its
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relkind = 'r' and n.nspname not in ('platform', 'pg_catalog', 'information_schema') and c.oid <> 'people.disposal'::regclass
      and (a.attname = 'agreement_id' or (n.nspname = 'agreement' and c.relname in ('agreement', 'document') and a.attname = 'id')
        or (n.nspname = 'governance' and a.attname in ('successor_id', 'predecessor_id')))
  loop
    perform platform.remove_with_all(part.target, pg_catalog.format('%I = %L', part.its, partnership));
  end loop;
end $$;

-- Every SHA-256 that stands anywhere in a row outside the platform's own: the files that something is kept for.
create function platform.files_in_use() returns setof text language plpgsql security definer set search_path = '' as $$ declare one regclass; begin
  if not access.is_system() then raise insufficient_privilege; end if;
  for one in select c.oid::regclass from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('platform', 'jobs', 'pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
  loop
    return query execute pg_catalog.format('select distinct found[1] from %s t, pg_catalog.regexp_matches(pg_catalog.to_jsonb(t)::text, ''\m[0-9a-f]{64}\M'', ''g'') found', one);
  end loop;
end $$;
