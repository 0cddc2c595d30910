create schema money;

-- Amounts are whole öre. An amount the agreement does not say is null, never zero.
create table money.budget_line (
  fact_id uuid primary key,
  agreement_id uuid not null,
  label text not null,
  ore bigint not null,
  kind text not null check (kind in ('income', 'cost', 'sum'))
);
create index budget_line_agreement on money.budget_line (agreement_id);

-- A payment the agreement promises: on a day, or when something has happened.
create table money.payment (
  fact_id uuid primary key,
  agreement_id uuid not null,
  ore bigint,
  due date,
  due_precision text,
  awaits text,
  payer text,
  payee text,
  account text,
  wording text not null
);
create index payment_agreement on money.payment (agreement_id);

-- What each payer's share of a payment is.
create table money.payment_share (
  payment_id uuid not null references money.payment (fact_id) on delete cascade,
  payer text not null,
  ore bigint not null,
  primary key (payment_id, payer)
);
