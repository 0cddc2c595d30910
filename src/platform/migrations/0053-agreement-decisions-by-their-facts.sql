-- A decision is seen by whoever sees the fact, and the fact says itself who that is.
alter policy seen on agreement.decision using (exists (select 1 from agreement.fact f where f.id = fact_id offset 0));
drop function agreement.sees_fact;
