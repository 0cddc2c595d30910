-- The second lock: nobody reads or writes the rows of a partnership that is not theirs, whatever the program asks for.
-- A table without a policy for changing or removing keeps what it has got.

alter table agreement.agreement enable row level security;
create policy seen on agreement.agreement for select using (access.is_system() or id in (select access.seen()));
create policy written on agreement.agreement for insert with check (access.is_system() or id in (select access.written()));
create policy changed on agreement.agreement for update using (access.is_system() or id in (select access.written()));

alter table agreement.document enable row level security;
create policy seen on agreement.document for select using (access.is_system() or id in (select access.seen()));
create policy written on agreement.document for insert with check (access.is_system() or id in (select access.written()));
create policy changed on agreement.document for update using (access.is_system() or id in (select access.written()));

alter table agreement.reading enable row level security;
create policy seen on agreement.reading for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on agreement.reading for insert with check (access.is_system() or agreement_id in (select access.written()));

alter table agreement.fact enable row level security;
create policy seen on agreement.fact for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on agreement.fact for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on agreement.fact for update using (access.is_system() or agreement_id in (select access.written()));

alter table agreement.decision enable row level security;
create policy seen on agreement.decision for select using (access.is_system() or exists (select 1 from agreement.fact f where f.id = fact_id and f.agreement_id in (select access.seen())));
create policy written on agreement.decision for insert with check (access.is_system() or exists (select 1 from agreement.fact f where f.id = fact_id and f.agreement_id in (select access.written())));

alter table agreement.commencement enable row level security;
create policy seen on agreement.commencement for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on agreement.commencement for insert with check (access.is_system() or agreement_id in (select access.written()));
