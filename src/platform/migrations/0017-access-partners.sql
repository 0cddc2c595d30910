-- The organisations that take part in partnerships which the one who asks may see.
create function access.partners() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select p.organisation_id from access.participation p where p.agreement_id in (select access.seen()); end;

-- Whoever shares a partnership may know who acts in it, also those whose role covers all of the other organisation's partnerships.
alter policy seen on access.assignment using (access.is_system() or access.administers() or account_id = access.account() or organisation_id in (select access.organisations()) or agreement_id in (select access.seen()) or (agreement_id is null and organisation_id in (select access.partners())));
alter policy ended on access.assignment using (access.is_system() or access.administers() or account_id = access.account() or organisation_id in (select access.organisations()) or agreement_id in (select access.written()));
