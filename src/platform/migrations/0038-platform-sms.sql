-- Every text message is first a row here, in the transaction of what it tells about, as letters are. The number and the words
-- are taken away as soon as they have left or are of no use; the key stays a while, so that nothing is told twice.
create table platform.sms_outbox (
  id uuid primary key,
  to_number text,
  text text,
  kind text not null,
  key text,
  queued_at timestamptz not null,
  -- After this moment it tells nobody anything: a code that has run out, a walk that has begun.
  useful_until timestamptz not null,
  next_try_at timestamptz,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create unique index sms_outbox_key on platform.sms_outbox (key) where key is not null;
create index sms_outbox_due on platform.sms_outbox (next_try_at) where next_try_at is not null;

alter table platform.sms_outbox enable row level security;
create policy told on platform.sms_outbox for insert with check (true);
create policy read on platform.sms_outbox for select using (access.is_system());
create policy tried on platform.sms_outbox for update using (access.is_system());
create policy disposed on platform.sms_outbox for delete using (access.is_system());
