-- The names of those with a protected identity that the one who asks could read in what is shared with them: of everybody whom
-- they know of, and of those in organisations that they have a partnership with, also where they may not know that there is
-- such a person. They are only ever blacked out.
create function people.protected_names() returns setof text language sql stable security definer set search_path = '' begin atomic
  select distinct p.name from people.person p
  where p.protected and p.id is distinct from access.account()
    and (access.is_system() or access.administers() or p.organisation_id in (select access.organisations()) or p.organisation_id in (select access.partners())
      or exists (select 1 from access.assignment a where a.account_id = p.id
        and (a.agreement_id in (select access.seen()) or a.organisation_id in (select access.organisations()) or a.organisation_id in (select access.partners())))); end;
