-- What the signatures in a handed-in file were worth when it came. Written once: what is trusted later may be another thing.
create table agreement.validation (
  document_id uuid primary key references agreement.document (id),
  report jsonb not null,
  validated_at timestamptz not null
);

alter table agreement.validation enable row level security;
create policy seen on agreement.validation for select using (access.is_system() or document_id in (select access.seen()));
create policy written on agreement.validation for insert with check (access.is_system() or document_id in (select access.written()));
