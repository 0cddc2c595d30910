-- A name as it is compared: `lower` knows the letters beyond z in some databases and not in others, depending on how they were
-- made, so those of the Nordic countries, of Sápmi and of their neighbours are said here.
create function walks.same_name(name text) returns text language sql immutable strict return
  translate(lower(normalize(name, nfc) collate "C"), 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞČĆĐĘĄŁŃŊŚŠŦŹŻŽ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþčćđęąłńŋśšŧźżž');

-- Where two had the same name but for such a letter, the later one says that it is the second.
update walks.walking_group g set name = g.name || ' (' || d.n || ')'
  from (select id, row_number() over (partition by agreement_id, walks.same_name(name) order by proposed_at, id) as n from walks.walking_group where ended_on is null) d where d.id = g.id and d.n > 1;
update walks.area a set name = a.name || ' (' || d.n || ')'
  from (select id, row_number() over (partition by agreement_id, walks.same_name(name) order by made_at, id) as n from walks.area where removed_at is null) d where d.id = a.id and d.n > 1;
create unique index walking_group_same_name on walks.walking_group (agreement_id, walks.same_name(name)) where ended_on is null;
create unique index area_same_name on walks.area (agreement_id, walks.same_name(name)) where removed_at is null;

-- The office is that of the organisation under whose insurance they walk. When another one coordinates, what was said of the
-- former one's office is no longer where accidents go.
alter table walks.office add column organisation_id uuid references people.organisation (id);
update walks.office o set organisation_id = n.organisation_id from walks.network n where n.agreement_id = o.agreement_id;
alter table walks.office alter column organisation_id set not null;

-- The partnerships whose walks the one who asks plans for the organisation that coordinates them, with that organisation.
create function walks.coordinated() returns table (agreement_id uuid, organisation_id uuid) language sql stable security definer set search_path = '' begin atomic
  select n.agreement_id, n.organisation_id from walks.network n
  join access.held() h on h.role in ('coordinator', 'association-manager') and h.organisation_id = n.organisation_id and (h.agreement_id is null or h.agreement_id = n.agreement_id); end;

alter policy made on walks.office with check (access.is_system() or (agreement_id, organisation_id) in (select c.agreement_id, c.organisation_id from walks.coordinated() c));
alter policy changed on walks.office using (access.is_system() or agreement_id in (select c.agreement_id from walks.coordinated() c))
  with check (access.is_system() or (agreement_id, organisation_id) in (select c.agreement_id, c.organisation_id from walks.coordinated() c));
