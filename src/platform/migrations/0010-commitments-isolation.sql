-- The second lock: nobody reads or writes the rows of a partnership that is not theirs, whatever the program asks for.
-- A table without a policy for changing or removing keeps what it has got.

alter table commitments.plan enable row level security;
create policy seen on commitments.plan for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on commitments.plan for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on commitments.plan for update using (access.is_system() or agreement_id in (select access.written()));

alter table commitments.duty enable row level security;
create policy seen on commitments.duty for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on commitments.duty for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on commitments.duty for update using (access.is_system() or agreement_id in (select access.written()));

alter table commitments.completion enable row level security;
create policy seen on commitments.completion for select using (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.seen())));
create policy written on commitments.completion for insert with check (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.written())));
create policy changed on commitments.completion for update using (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.written())));

alter table commitments.cancellation enable row level security;
create policy seen on commitments.cancellation for select using (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.seen())));
create policy written on commitments.cancellation for insert with check (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.written())));
create policy changed on commitments.cancellation for update using (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.written())));

alter table commitments.placement enable row level security;
create policy seen on commitments.placement for select using (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.seen())));
create policy written on commitments.placement for insert with check (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.written())));
create policy changed on commitments.placement for update using (access.is_system() or exists (select 1 from commitments.duty d where d.id = duty_id and d.agreement_id in (select access.written())));
