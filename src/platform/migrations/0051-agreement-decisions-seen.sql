-- A decision is seen by whoever sees the fact. Asked of each by itself: what somebody may see of all partnerships was worked out
-- anew for every decision.
create function agreement.sees_fact(fact uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from agreement.fact f where f.id = fact and access.sees(f.agreement_id)); end;
alter policy seen on agreement.decision using (access.is_system() or agreement.sees_fact(fact_id));
