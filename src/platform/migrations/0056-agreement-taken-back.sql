-- That a file which was handed in by mistake, or could not be read, was taken back before it was put to use, and, where it
-- was, taken up again. What was handed in stays as it came until its disposal has been decided.
create table agreement.taking_back (
  id uuid primary key,
  agreement_id uuid not null references agreement.agreement (id),
  taken_back_at timestamptz not null,
  taken_back_by text not null,
  taken_up_at timestamptz,
  taken_up_by text,
  check ((taken_up_at is null) = (taken_up_by is null))
);
create unique index taking_back_once on agreement.taking_back (agreement_id) where taken_up_at is null;

-- Only what is not in use is taken back, and what has been taken back is not put to use.
alter table agreement.taking_back enable row level security;
create policy seen on agreement.taking_back for select using (access.is_system() or exists (select 1 from access.seen_part m where m.agreement_id = taking_back.agreement_id offset 0) or agreement_id = any((select access.seen_alone())::uuid[]));
create policy written on agreement.taking_back for insert with check (
  (access.is_system() or exists (select 1 from access.written_part m where m.agreement_id = taking_back.agreement_id offset 0) or agreement_id = any((select access.written_alone())::uuid[]))
  and not exists (select 1 from agreement.commencement c where c.agreement_id = taking_back.agreement_id));
create policy taken_up on agreement.taking_back for update using (access.is_system() or exists (select 1 from access.written_part m where m.agreement_id = taking_back.agreement_id offset 0) or agreement_id = any((select access.written_alone())::uuid[]));
create policy not_taken_back on agreement.commencement as restrictive for insert with check (not exists (select 1 from agreement.taking_back t where t.agreement_id = commencement.agreement_id and t.taken_up_at is null));
