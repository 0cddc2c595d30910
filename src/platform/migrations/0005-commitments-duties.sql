create schema commitments;

-- What a running partnership's duties were planned from, and what lists of them show.
create table commitments.plan (
  agreement_id uuid primary key,
  title text,
  parties jsonb not null,
  signatures jsonb not null,
  starts date,
  ends date,
  planned_at timestamptz not null
);

-- A duty as planned. One that falls away is withdrawn, never erased.
-- open, waits, due_by and firm follow from the plan and the records below; they are kept so that lists find their rows by
-- index, and written again in the transaction of whatever changes them. What is soon or late is never kept.
create table commitments.duty (
  id uuid primary key,
  agreement_id uuid not null references commitments.plan (agreement_id),
  key text not null,
  kind text not null,
  subject text not null,
  title text,
  wording text,
  owner text,
  ore bigint,
  ordinal jsonb,
  timing jsonb not null,
  outside text check (outside in ('before', 'after')),
  fact_id text not null,
  span_start integer not null,
  span_end integer not null,
  line integer not null,
  sentence text,
  sequence integer not null,
  withdrawn_at timestamptz,
  open boolean not null,
  waits boolean not null,
  due_by date,
  firm boolean not null,
  unique (agreement_id, key)
);
-- Everything of a month, done or not.
create index duty_day on commitments.duty (due_by, id) where withdrawn_at is null and due_by is not null;
create index duty_due on commitments.duty (due_by, id) where open and due_by is not null;
create index duty_firm on commitments.duty (due_by) where open and firm;
create index duty_ready on commitments.duty (id) where open and not firm and not waits;
create index duty_waiting on commitments.duty (id) where open and waits;

-- That it was done. Undone, not erased; once at a time.
create table commitments.completion (
  id uuid primary key,
  duty_id uuid not null references commitments.duty (id),
  done_on date not null,
  evidence text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at timestamptz,
  undone_by text
);
create unique index completion_once on commitments.completion (duty_id) where undone_at is null;

-- That it no longer applies.
create table commitments.cancellation (
  id uuid primary key,
  duty_id uuid not null references commitments.duty (id),
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at timestamptz,
  undone_by text
);
create unique index cancellation_once on commitments.cancellation (duty_id) where undone_at is null;

-- The day chosen for one that was to be placed. A new day supersedes the last.
create table commitments.placement (
  id uuid primary key,
  duty_id uuid not null references commitments.duty (id),
  date date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at timestamptz,
  undone_by text
);
create unique index placement_once on commitments.placement (duty_id) where undone_at is null;
