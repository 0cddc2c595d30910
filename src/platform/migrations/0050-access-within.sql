-- The one partnership that is looked at, where the program has said that it looks at no other: what may be seen and written is
-- then asked of that one, and takes no longer for whoever has thousands. It only ever narrows.
create function access.within() returns uuid language sql stable return nullif(current_setting('handslag.within', true), '')::uuid;

create or replace function access.seen() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select p.agreement_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id where access.within() is null and h.agreement_id is null and h.role <> 'administrator'
  union all select p.agreement_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id where p.agreement_id = access.within() and h.agreement_id is null and h.role <> 'administrator'
  union all select h.agreement_id from access.held() h where h.agreement_id is not null and (access.within() is null or h.agreement_id = access.within()); end;

create or replace function access.written() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select p.agreement_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id where access.within() is null and h.agreement_id is null and h.role not in ('administrator', 'auditor', 'funder')
  union all select p.agreement_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id where p.agreement_id = access.within() and h.agreement_id is null and h.role not in ('administrator', 'auditor', 'funder')
  union all select h.agreement_id from access.held() h where h.agreement_id is not null and h.role not in ('auditor', 'funder') and (access.within() is null or h.agreement_id = access.within()); end;

-- Whether the one who asks may see this one: for rows that lead to their partnership only by another, which are few.
create function access.sees(agreement uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from access.held() h where h.agreement_id = agreement
    or (h.agreement_id is null and h.role <> 'administrator' and exists (select 1 from access.participation p where p.agreement_id = agreement and p.organisation_id = h.organisation_id))); end;

-- The same as before, and first what takes no time: a part that one's own organisation has is seen, however many there are.
alter policy seen on access.participation using (access.is_system() or organisation_id in (select access.organisations()) or agreement_id in (select access.seen()));
