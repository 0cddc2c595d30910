-- The second lock: nobody reads or writes the rows of a partnership that is not theirs, whatever the program asks for.
-- A table without a policy for changing or removing keeps what it has got.

alter table money.budget_line enable row level security;
create policy seen on money.budget_line for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on money.budget_line for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy removed on money.budget_line for delete using (access.is_system() or agreement_id in (select access.written()));

alter table money.payment enable row level security;
create policy seen on money.payment for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on money.payment for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy removed on money.payment for delete using (access.is_system() or agreement_id in (select access.written()));

alter table money.payment_share enable row level security;
create policy seen on money.payment_share for select using (access.is_system() or exists (select 1 from money.payment p where p.fact_id = payment_id and p.agreement_id in (select access.seen())));
create policy written on money.payment_share for insert with check (access.is_system() or exists (select 1 from money.payment p where p.fact_id = payment_id and p.agreement_id in (select access.written())));
create policy removed on money.payment_share for delete using (access.is_system() or exists (select 1 from money.payment p where p.fact_id = payment_id and p.agreement_id in (select access.written())));
