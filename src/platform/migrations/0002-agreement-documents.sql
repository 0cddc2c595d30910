create schema agreement;

-- A file that was handed in, kept as it came. Being read until it has either a text or a refusal.
create table agreement.document (
  id uuid primary key,
  file_name text not null,
  sha256 text not null,
  size integer not null,
  format text,
  text text,
  notes jsonb,
  refusal jsonb,
  received_at timestamptz not null,
  received_by text not null
);

create table agreement.agreement (
  id uuid primary key,
  document_id uuid not null unique references agreement.document (id),
  title text,
  created_at timestamptz not null
);
create index agreement_newest on agreement.agreement (created_at desc, id);

-- One row for each time a reader has read the text. The newest is the one shown.
create table agreement.reading (
  id bigint generated always as identity primary key,
  agreement_id uuid not null references agreement.agreement (id),
  reader text not null,
  reading jsonb not null,
  read_at timestamptz not null
);
create index reading_agreement on agreement.reading (agreement_id, id desc);

-- One fact of the agreement with the sentence it comes from. A later reading may change or withdraw it only while nobody has decided on it.
create table agreement.fact (
  id uuid primary key,
  agreement_id uuid not null references agreement.agreement (id),
  kind text not null,
  value jsonb not null,
  certainty text not null,
  span_start integer not null,
  span_end integer not null,
  line integer not null,
  position integer not null,
  withdrawn_at timestamptz
);
create index fact_agreement on agreement.fact (agreement_id, position);

-- What a person has said of a fact. The newest counts; none is ever changed.
create table agreement.decision (
  id bigint generated always as identity primary key,
  fact_id uuid not null references agreement.fact (id),
  verdict text not null check (verdict in ('confirm', 'correct', 'remove', 'reopen')),
  value jsonb,
  decided_at timestamptz not null,
  decided_by text not null
);
create index decision_fact on agreement.decision (fact_id, id desc);

-- From here on the partnership runs.
create table agreement.commencement (
  agreement_id uuid primary key references agreement.agreement (id),
  case_number text,
  commenced_at timestamptz not null,
  commenced_by text not null
);
create index commencement_newest on agreement.commencement (commenced_at desc, agreement_id);
