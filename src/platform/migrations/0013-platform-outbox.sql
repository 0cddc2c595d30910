-- Every mail is first a row here, in the transaction of what it tells about. One that carries a key is told once.
-- next_try_at is when it may be sent, or sent again; null when it has been sent or was refused for good.
create table platform.outbox (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  text text not null,
  kind text not null,
  key text,
  queued_at timestamptz not null,
  next_try_at timestamptz,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create unique index outbox_key on platform.outbox (key) where key is not null;
create index outbox_due on platform.outbox (next_try_at) where next_try_at is not null;

-- Anybody's deed may tell somebody something; what was told is the house's alone to read.
alter table platform.outbox enable row level security;
create policy told on platform.outbox for insert with check (true);
create policy read on platform.outbox for select using (access.is_system());
create policy tried on platform.outbox for update using (access.is_system());
create policy disposed on platform.outbox for delete using (access.is_system());
