-- A walker holds no role; that something came from a walk is witnessed in its partnership's chain all the same, without a name.
create or replace function platform.has_had_part(agreement uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select case when access.actor() like 'walker:%' then exists (select 1 from walks.walker k where k.agreement_id = agreement and k.person_id = walks.me())
  when exists (select 1 from access.held() h where h.agreement_id = agreement or (h.agreement_id is null and h.organisation_id in (select p.organisation_id from access.participation p where p.agreement_id = agreement))) then true
  when exists (select 1 from signing.signatory y join signing.signing s on s.id = y.signing_id where y.account_id = access.account() and s.agreement_id = agreement and s.sent_at is not null) then true
  else exists (select 1 from access.assignment a where a.account_id = access.account() and (a.agreement_id = agreement or (a.agreement_id is null and a.organisation_id in (select p.organisation_id from access.participation p where p.agreement_id = agreement)))) end; end;
