-- How somebody wants to be reminded. Who has said nothing is reminded as usual.
create table commitments.reminder_setting (
  account_id uuid primary key,
  wanted boolean not null,
  days_before integer[] not null,
  set_at timestamptz not null
);

-- That somebody has been told of a duty on one occasion: so many days before its day, late, or left lying. A duty that
-- moves to another day is told of anew.
create table commitments.reminder (
  account_id uuid not null,
  duty_id uuid not null references commitments.duty (id),
  due_by date not null,
  occasion text not null,
  told_at timestamptz not null,
  primary key (account_id, duty_id, due_by, occasion)
);
create index reminder_duty on commitments.reminder (duty_id);

-- A secret address where somebody's calendar program fetches duties: all of theirs, or one partnership's. Only the hash of
-- the secret is kept. Revoked, never erased; one at a time for the same thing.
create table commitments.feed (
  id uuid primary key,
  account_id uuid not null,
  agreement_id uuid,
  secret_hash text not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create unique index feed_once on commitments.feed (account_id, agreement_id) nulls not distinct where revoked_at is null;

alter table commitments.reminder_setting enable row level security;
create policy own on commitments.reminder_setting for all using (access.is_system() or account_id = access.account()) with check (access.is_system() or account_id = access.account());

alter table commitments.reminder enable row level security;
create policy told on commitments.reminder for all using (access.is_system()) with check (access.is_system());

alter table commitments.feed enable row level security;
create policy own on commitments.feed for select using (access.is_system() or account_id = access.account());
create policy made on commitments.feed for insert with check (account_id = access.account() and (agreement_id is null or agreement_id in (select access.seen())));
create policy revoked on commitments.feed for update using (account_id = access.account());
